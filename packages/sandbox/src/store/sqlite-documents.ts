import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { Doc } from '../json.ts'
import { type Documents, type ListOptions, nameOf } from './documents.ts'

const visible = 'CASE WHEN visible_at > ? THEN previous ELSE body END'

/** Keeps documents in SQLite. `readDelayMs` is how long a write stays hidden from readers, in milliseconds of `clock`. */
export function sqliteDocuments(database: DatabaseSync, clock: () => Date, readDelayMs: number): Documents {
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
