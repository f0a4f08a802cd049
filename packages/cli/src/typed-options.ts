import path from 'node:path'
import type { SignInKind } from '@entitle/graph/node'
import type { Ports } from './ports.ts'
import type { Pruning } from './pruning.ts'
import { unusable } from './refusal.ts'
import type { CommonArguments, TenantArguments } from './tenant-arguments.ts'
import type { ReportFormat } from './views/reports/report.ts'

/** Options as Commander hands them over. */
export interface Typed {
  readonly format?: 'human' | 'json' | ReportFormat
  readonly verbose?: boolean
  readonly exclude?: readonly string[]
  readonly fix?: boolean
  readonly fixUnsafe?: boolean
  readonly baseline?: string
  readonly writeBaseline?: string
  readonly cache?: boolean
  readonly maxWarnings?: number
  readonly check?: boolean
  readonly tenant?: string
  readonly allTenants?: boolean
  readonly sandbox?: string | true
  readonly auth?: SignInKind
  readonly out?: string
  readonly prune?: boolean
  readonly endAssignments?: boolean
  readonly reassignTo?: string
  readonly undoOut?: string
  readonly yes?: boolean
  readonly confirm?: readonly string[]
  readonly catalog?: readonly string[]
  readonly templates?: boolean
  readonly update?: boolean
  readonly of?: string
  readonly limit?: number
  readonly port?: number
  readonly latency?: number
  readonly readDelay?: number
  readonly background?: boolean
  readonly from?: string
  readonly only?: string
}

export const commonOf = (paths: readonly string[], typed: Typed): CommonArguments => ({
  paths,
  exclude: typed.exclude ?? [],
  format: typed.format === 'json' ? 'json' : 'human',
  verbose: typed.verbose === true,
})

/** What may be deleted. */
export const pruningOf = ({ prune = false, endAssignments = false, reassignTo }: Typed): Pruning => ({
  prune,
  endAssignments,
  ...(reassignTo === undefined ? {} : { reassignTo }),
})

/**
 * Which tenant is meant. `--sandbox folder` takes the folder as where the sources are, not as the sandbox's file: a path behind
 * `--sandbox` that is a folder, a source, a saved plan or an undo file can't be a sandbox.
 */
export const tenantOf = async (
  paths: readonly string[],
  typed: Typed,
  { files, folder }: Pick<Ports, 'files' | 'folder'>,
): Promise<TenantArguments> => {
  const tenant = typed.tenant === undefined ? {} : { tenant: typed.tenant }
  if (typed.allTenants === true && typed.tenant !== undefined)
    throw unusable('--tenant names one tenant and --all-tenants means every one: give one of them.')
  const auth = typed.auth ?? 'auto'
  const { sandbox } = typed
  if (sandbox === undefined) return { ...commonOf(paths, typed), ...tenant, auth }
  const isPath =
    typeof sandbox === 'string' &&
    (/\.(entitle|plan|undo)$/.test(sandbox) || (await files.kindOf(path.resolve(folder, sandbox))) === 'folder')
  if (isPath) return { ...commonOf([sandbox, ...paths], typed), ...tenant, auth, sandbox: true }
  return { ...commonOf(paths, typed), ...tenant, auth, sandbox }
}
