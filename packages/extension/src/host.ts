import type { Connect } from './language/client.ts'
import type { Engine } from './tenant/engine.ts'
import type { SandboxHome } from './tenant/running-sandbox.ts'

/** What differs between VS Code on a machine and VS Code in a browser. */
export interface Host {
  /** Starts the language server. */
  readonly connect: Connect
  /** Loads what reads and writes tenants, the first time that it is called. */
  engine(): Promise<Engine>
  readonly sandbox: SandboxHome
}
