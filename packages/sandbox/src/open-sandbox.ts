import type { SandboxOptions } from './options.ts'
import { type LocalSandbox, sandboxUpon } from './sandbox.ts'
import { type ServedSandbox, type ServeOptions, serveSandbox } from './server.ts'
import { openDatabase } from './store/database.ts'
import { sqliteDocuments } from './store/sqlite-documents.ts'

/** A tenant to rehearse in, which is kept in a file and can listen. */
export interface Sandbox extends LocalSandbox {
  /** Listens for real HTTP on loopback. Rejects when the port is taken or another host is asked for. */
  serve(options?: ServeOptions): Promise<ServedSandbox>
}

/** Opens a sandbox tenant. Throws when the database file can't be opened. */
export function openSandbox({ database: file, ...options }: SandboxOptions = {}): Sandbox {
  const database = openDatabase(file ?? ':memory:')
  const shelf = {
    documents: (clock: () => Date, readDelayMs: number) => sqliteDocuments(database, clock, readDelayMs),
    close: () => database.close(),
  }
  const { sandbox, transport } = sandboxUpon(shelf, options)
  return { ...sandbox, serve: serveOptions => serveSandbox(transport, serveOptions) }
}
