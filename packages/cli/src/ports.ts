import type {
  Clock,
  FileSystem,
  HttpTransport,
  Knock,
  Tenant,
  TenantIdentity,
  Terminal,
  TokenFacts,
} from '@entitle/graph'
import type { SignInKind } from '@entitle/graph/node'
import type { Cache } from '@entitle/language'
import type { Sandbox } from '@entitle/sandbox'
import type { ServedTool } from './agents/served-tool.ts'

/** Everything through which the command line touches the world. */
export interface Ports {
  readonly terminal: Terminal
  readonly files: FileSystem
  readonly clock: Clock
  /** What checks keep from one run to the next; undefined: nothing. */
  cache?(): Promise<Cache | undefined>
  readonly tenants: Tenants
  readonly sandboxes: Sandboxes
  /** The current folder, an absolute path. */
  readonly folder: string
  /** Aborts when the person presses Ctrl-C. */
  readonly cancelled: AbortSignal
  /** Serves the Language Server Protocol on standard input and output until the client leaves. */
  serveLanguage(): Promise<void>
  /** Serves tools over the Model Context Protocol on standard input and output until the client leaves. */
  serveAgents(tools: readonly ServedTool[]): Promise<void>
}

/** Each of the ways, told here once more so that the help needs none of the code that signs in. */
const ways: { readonly [kind in SignInKind]: true } = {
  auto: true,
  environment: true,
  'workload-identity': true,
  'managed-identity': true,
  'azure-cli': true,
  'device-code': true,
  browser: true,
}
/** How to sign in to a real tenant; see `--auth` in the help. */
export const authKinds = Object.keys(ways) as readonly SignInKind[]

/** Which tenant to open. */
export type Target =
  /** A sandbox kept in a file, or in memory (`:memory:`), in this process. `seed` names the directory objects that it must have. */
  | { readonly kind: 'sandbox'; readonly file: string; readonly seed: Tenant; readonly identity: TenantIdentity }
  /** A sandbox that `entitle sandbox` runs; it has the directory objects that it was started with. */
  | { readonly kind: 'server'; readonly url: string }
  | {
      readonly kind: 'tenant'
      readonly identity: TenantIdentity
      readonly auth: SignInKind
      /** What a person must be allowed to do there, as Graph calls it. */
      readonly permissions: readonly string[]
    }

/** A tenant that one is signed in to. */
export interface OpenTenant {
  readonly transport: HttpTransport
  readonly tenantId: string
  /** Who is signed in, where it is known. */
  readonly account?: string
  /** What the access token says of itself, where it can be read. */
  readonly token?: TokenFacts
  /** How one signed in, where it is known. */
  readonly way?: string
  close(): Promise<void>
}

export interface SandboxOptions {
  readonly file: string
  readonly port: number
  readonly latencyMs: number
  readonly readDelayMs: number
  readonly seed: Tenant
  readonly identity?: TenantIdentity
}

export interface ServedSandbox {
  readonly url: string
  readonly tenantId: string
  close(): Promise<void>
}

/** A sandbox that a process of this machine serves. */
export interface RunningSandbox {
  readonly url: string
  readonly tenantId: string
  readonly pid: number
}

/** The sandboxes that files of this machine keep. */
export interface Sandboxes {
  /**
   * Opens the sandbox that a file keeps, whether or not it is served at the same time.
   * @throws {Refusal} when there is no such file and none is to be made, or when it is something else.
   */
  open(file: string, missing: 'refuse' | 'make'): Promise<Sandbox>
  /** Whoever serves a file's sandbox, if anyone does. */
  running(file: string): Promise<RunningSandbox | undefined>
  /** Serves a file's sandbox in a process that goes on without this one. @throws {Refusal} when it doesn't start. */
  startAside(
    file: string,
    options: Pick<SandboxOptions, 'port' | 'latencyMs' | 'readDelayMs'> & { readonly tenant?: string },
  ): Promise<RunningSandbox>
  /** Ends the process that serves a sandbox, once what it was asked for is done. @throws {Refusal} when it won't. */
  stop(file: string, running: RunningSandbox): Promise<void>
}

export interface Tenants {
  /** @throws {Refusal} when signing in fails or the file is not a sandbox. */
  open(target: Target): Promise<OpenTenant>
  /** Asks each host that a tenant takes whether it answers, without signing in; none for a sandbox in this process. */
  knock(target: Target, signal: AbortSignal): Promise<readonly Knock[]>
  /** @throws {Refusal} when the port is taken or the file is not a sandbox. */
  serve(options: SandboxOptions): Promise<ServedSandbox>
}
