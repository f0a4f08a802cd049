import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { Doc } from '../json.ts'

/** Where a document hangs: two references by which it can be found without reading the others. */
export interface Links {
  readonly parent?: string
  readonly other?: string
  /** The key it is stored under, when its `id` alone does not tell it apart. */
  readonly key?: string
  /** When time itself changes it next, in milliseconds since 1970; null: no more. */
  readonly due?: number | null
}

/** A document and its place in the order of creation. */
export interface Row {
  readonly seq: number
  readonly doc: Doc
}

export interface ListOptions extends Omit<Links, 'key' | 'due'> {
  /** Only what was created after this place. */
  readonly after?: number
  /** Only what is truly called this, whatever the case. */
  readonly name?: string
  readonly limit?: number
}

/** One document with everything the store knows of it. */
export interface DocumentRecord extends Links {
  readonly kind: string
  readonly key: string
  readonly body: Doc
}

/** The tenant's objects: documents by kind and id, read as a client sees them or as they truly are. */
export interface Documents {
  /** What a client can read by now: a fresh write stays hidden until the read delay has passed. */
  get(kind: string, key: string): Doc | undefined
  /** What is true already, whether or not a client can read it. */
  latest(kind: string, key: string): Doc | undefined
  list(kind: string, options?: ListOptions): Row[]
  listLatest(kind: string, options?: ListOptions): Row[]
  put(kind: string, doc: Doc, links?: Links): void
  remove(kind: string, key: string): void
  /** The document that time had to change first, of those that it had to change by `now` (milliseconds since 1970). */
  nextDue(now: number): { readonly kind: string; readonly key: string; readonly due: number } | undefined
  /** Time has nothing to change in a document any more, until it is put with another moment. */
  clearDue(kind: string, key: string): void
  transaction<T>(work: () => T): T
  /** Runs writes that clients can read at once, such as the seeding of a directory. */
  withoutDelay<T>(work: () => T): T
  all(): DocumentRecord[]
  clear(): void
}

const nameOf = (doc: Doc) => (typeof doc.displayName === 'string' ? doc.displayName.toLowerCase() : null)

const visible = 'CASE WHEN visible_at > ? THEN previous ELSE body END'

/** Keeps documents in SQLite. `readDelayMs` is how long a write stays hidden from readers, in milliseconds of `clock`. */
export function createDocuments(database: DatabaseSync, clock: () => Date, readDelayMs: number): Documents {
  let delay = readDelayMs
  let depth = 0
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  const prepare = (sql: string) => {
    const known = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, known)
    return known
  }
  const parse = (text: unknown) => JSON.parse(String(text)) as Doc

  const one = (column: string, kind: string, key: string, now: SQLInputValue[]) => {
    const row = prepare(`SELECT ${column} AS doc FROM documents WHERE kind = ? AND key = ?`).get(...now, kind, key)
    return row?.doc == null ? undefined : parse(row.doc)
  }

  const many = (column: string, now: SQLInputValue[], kind: string, options: ListOptions = {}) => {
    const where = ['kind = ?']
    const values: SQLInputValue[] = [...now, kind]
    const also = (condition: string, value: SQLInputValue | undefined) => {
      if (value === undefined) return
      where.push(condition)
      values.push(value)
    }
    also('parent = ?', options.parent)
    also('other = ?', options.other)
    also('seq > ?', options.after)
    also('name = ?', options.name?.toLowerCase())
    const limit = options.limit === undefined ? '' : ` LIMIT ${Math.trunc(options.limit)}`
    const sql = `SELECT seq, ${column} AS doc FROM documents WHERE ${where.join(' AND ')} ORDER BY seq`
    const rows = prepare(`SELECT * FROM (${sql}) WHERE doc IS NOT NULL${limit}`).all(...values)
    return rows.map(row => ({ seq: Number(row.seq), doc: parse(row.doc) }))
  }

  const transaction = <T>(work: () => T): T => {
    if (depth > 0) return work()
    database.exec('BEGIN IMMEDIATE')
    depth++
    try {
      const result = work()
      database.exec('COMMIT')
      return result
    } catch (error) {
      database.exec('ROLLBACK')
      throw error
    } finally {
      depth--
    }
  }

  return {
    get: (kind, key) => one(visible, kind, key, [clock().getTime()]),
    latest: (kind, key) => one('body', kind, key, []),
    list: (kind, options) => many(visible, [clock().getTime()], kind, options),
    listLatest: (kind, options) => many('body', [], kind, options),
    put(kind, doc, links = {}) {
      const now = clock().getTime()
      prepare(
        `INSERT INTO documents (kind, key, parent, other, name, body, visible_at, due) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (kind, key) DO UPDATE SET
           previous = CASE WHEN visible_at > ? THEN previous ELSE body END,
           name = excluded.name, body = excluded.body, visible_at = excluded.visible_at,
           parent = coalesce(excluded.parent, parent), other = coalesce(excluded.other, other),
           due = CASE WHEN ? THEN excluded.due ELSE due END`,
      ).run(
        kind,
        links.key ?? doc.id,
        links.parent ?? null,
        links.other ?? null,
        nameOf(doc),
        JSON.stringify(doc),
        delay === 0 ? 0 : now + delay,
        links.due ?? null,
        now,
        links.due === undefined ? 0 : 1,
      )
    },
    remove(kind, key) {
      const now = clock().getTime()
      if (delay === 0) prepare('DELETE FROM documents WHERE kind = ? AND key = ?').run(kind, key)
      else {
        prepare(
          `UPDATE documents SET previous = ${visible}, body = NULL, due = NULL, visible_at = ? WHERE kind = ? AND key = ?`,
        ).run(now, now + delay, kind, key)
      }
    },
    nextDue(now) {
      const row = prepare('SELECT kind, key, due FROM documents WHERE due <= ? ORDER BY due, seq LIMIT 1').get(now)
      return row && { kind: String(row.kind), key: String(row.key), due: Number(row.due) }
    },
    clearDue: (kind, key) => void prepare('UPDATE documents SET due = NULL WHERE kind = ? AND key = ?').run(kind, key),
    transaction,
    withoutDelay(work) {
      const before = delay
      delay = 0
      try {
        return work()
      } finally {
        delay = before
      }
    },
    all: () =>
      prepare('SELECT kind, key, parent, other, body, due FROM documents WHERE body IS NOT NULL ORDER BY seq')
        .all()
        .map(row => ({
          kind: String(row.kind),
          key: String(row.key),
          ...(row.parent === null ? {} : { parent: String(row.parent) }),
          ...(row.other === null ? {} : { other: String(row.other) }),
          ...(row.due === null ? {} : { due: Number(row.due) }),
          body: parse(row.body),
        })),
    clear: () => database.exec('DELETE FROM documents'),
  }
}
