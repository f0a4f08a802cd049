import path from 'node:path'
import type { Tenant, TenantIdentity } from '@entitle/graph'
import type { Ports, Target } from '../ports.ts'
import { unusable } from '../refusal.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { titleOf } from './title.ts'

/** Where the sandbox is kept unless a file is named: beside the sources, in a folder that git leaves out. */
export const sandboxFile = path.join('.entitle', 'sandbox.db')

/** What a command wants of a tenant. */
export interface Wanted {
  readonly identity: TenantIdentity
  /** The directory objects that a sandbox must have. */
  readonly seed: Tenant
  /** The folder of the sources. */
  readonly home: string
  readonly permissions: readonly string[]
}

/** The tenant that the options mean, and what to call it. */
export interface Chosen {
  readonly target: Target
  readonly title: string
  readonly isSandbox: boolean
  /** The options that mean it, as they stand behind a command: ` --sandbox`, ` --tenant contoso`, or nothing. */
  readonly where: string
}

/**
 * Which tenant to open. `--sandbox` alone is a file beside the sources, `--sandbox URL` a running `entitle sandbox`,
 * `:memory:` forgets when the command ends.
 * @throws {Refusal} when a URL is not one of this machine.
 */
export const chooseTarget = (
  options: TenantArguments,
  { identity, seed, home, permissions }: Wanted,
  ports: Pick<Ports, 'folder'>,
): Chosen => {
  const { sandbox } = options
  const named = options.tenant === undefined ? '' : ` --tenant ${options.tenant}`
  if (sandbox === undefined)
    return {
      target: { kind: 'tenant', identity, auth: options.auth, permissions },
      title: titleOf(identity),
      isSandbox: false,
      where: named,
    }
  if (typeof sandbox === 'string' && /^https?:/i.test(sandbox)) {
    const url = loopback(sandbox)
    return {
      target: { kind: 'server', url },
      title: `sandbox at ${url}`,
      isSandbox: true,
      where: ` --sandbox ${url}${named}`,
    }
  }
  const file = sandbox === true ? path.join(home, sandboxFile) : inFolder(ports.folder, sandbox)
  const shown = file === ':memory:' ? 'sandbox in memory' : `sandbox ${path.relative(ports.folder, file) || file}`
  return {
    target: { kind: 'sandbox', file, seed, identity },
    title: shown,
    isSandbox: true,
    where: `${sandbox === true ? ' --sandbox' : ` --sandbox=${sandbox}`}${named}`,
  }
}

/** A path as typed, made absolute; `:memory:` stays. */
export const inFolder = (folder: string, file: string): string =>
  file === ':memory:' ? file : path.resolve(folder, file)

const loopback = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname))
    throw unusable(
      `${text} is not a sandbox of this machine. Start one with entitle sandbox and take the address it prints, such as http://127.0.0.1:8765.`,
    )
  return url.origin
}
