import type { SignInKind } from '@entitle/graph/node'

/** What every command takes. */
export interface CommonArguments {
  readonly paths: readonly string[]
  /** Patterns of files and folders that are left out, as lines of `.gitignore`. */
  readonly exclude: readonly string[]
  readonly format: 'human' | 'json'
  readonly verbose: boolean
}

/** Which tenant a command is about. */
export interface TenantArguments extends CommonArguments {
  /** The name of a declared tenant. */
  readonly tenant?: string
  /** True for the usual file, else a file or the URL of a running sandbox; undefined for a real tenant. */
  readonly sandbox?: string | true
  readonly auth: SignInKind
}
