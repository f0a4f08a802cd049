import type { DatabaseSync } from 'node:sqlite'

const tables = `
  CREATE TABLE IF NOT EXISTS documents (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    parent TEXT,
    other TEXT,
    name TEXT,
    body TEXT,
    previous TEXT,
    visible_at INTEGER NOT NULL DEFAULT 0,
    due INTEGER,
    UNIQUE (kind, key)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS documents_by_parent ON documents (kind, parent, seq);
  CREATE INDEX IF NOT EXISTS documents_by_other ON documents (kind, other, seq);
  CREATE INDEX IF NOT EXISTS documents_by_name ON documents (kind, parent, name);
  CREATE INDEX IF NOT EXISTS documents_by_kind ON documents (kind, seq);
`

/** A file of an earlier sandbox gets what it lacks. */
function bringUpToDate(database: DatabaseSync): void {
  const columns = database.prepare("SELECT name FROM pragma_table_info('documents')").all()
  if (!columns.some(column => column.name === 'due')) database.exec('ALTER TABLE documents ADD COLUMN due INTEGER')
  database.exec('CREATE INDEX IF NOT EXISTS documents_by_due ON documents (due) WHERE due IS NOT NULL')
}

/**
 * Opens the sandbox's SQLite file, creating it when absent. Whatever a transaction committed survives SIGKILL and power
 * loss: write-ahead log with full synchronisation.
 */
export function openDatabase(path: string): DatabaseSync {
  const { DatabaseSync } = loadSqlite()
  const database = new DatabaseSync(path)
  if (path !== ':memory:')
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;')
  database.exec(tables)
  bringUpToDate(database)
  return database
}

/** Loads node:sqlite without the warning that it is experimental, which says nothing to a user of the sandbox. */
function loadSqlite(): typeof import('node:sqlite') {
  const emitWarning = process.emitWarning
  process.emitWarning = ((warning: string | Error, ...rest: unknown[]) => {
    if (!String(warning).includes('SQLite')) Reflect.apply(emitWarning, process, [warning, ...rest])
  }) as typeof process.emitWarning
  try {
    return process.getBuiltinModule('node:sqlite')
  } finally {
    process.emitWarning = emitWarning
  }
}
