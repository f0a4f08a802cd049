import type { Address, Finding, Survey, TenantIdentity } from '@entitle/graph'
import type { Printed, PrintedFile, PrintOptions } from '../printing/source/print-tenant.ts'
import type { Unsaid } from '../printing/source/said.ts'
import { openWorkspace } from '../workspace/workspace.ts'
import { account } from './account.ts'
import { excused, type Waiver } from './excused.ts'
import { readable } from './left-out.ts'

/** A tenant as sources, with what became of each object that was read. */
export interface Sources {
  readonly files: readonly PrintedFile[]
  readonly count: Count
  /** Objects that no source declares, each with its reason. */
  readonly listed: readonly Unsaid[]
  /** What sources don't say, or don't say exactly, of objects that they declare. */
  readonly parts: readonly Part[]
  /** What breaks a rule, and is excused for a while. */
  readonly waivers: readonly Waiver[]
  /** Errors in what was written: what the tenant has and a check refuses. */
  readonly errors: readonly Finding[]
}

/** Objects read are written or listed. */
export interface Count {
  readonly read: number
  readonly written: number
  readonly listed: number
}

export interface Part extends Unsaid {
  /** Whether deploying the sources as they are would change it in the tenant. */
  readonly changes: boolean
}

export interface ToSources {
  readonly identity: TenantIdentity
  readonly templates: boolean
  /** ISO date, in UTC. */
  readonly today: string
  /** The printer of {@link printTenant}. */
  readonly print: (tenant: Survey['tenant'], options: PrintOptions) => Printed
}

/** Writes a tenant down as sources, reads them again, and says what became of each object. */
export const toSources = async (survey: Survey, { identity, templates, today, print }: ToSources): Promise<Sources> => {
  const { tenant, leftOut } = readable(survey)
  const { files, unsaid } = print(tenant, { identity, templates, directory: { unclear: survey.unclear } })
  const texts = Object.fromEntries(files.map(({ path, text }) => [`/${path}`, text]))
  const workspace = await openWorkspace({ files: texts, today })
  const uris = new Map(workspace.files.map(uri => [decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)), uri]))
  const uriOf = (path: string) => uris.get(path) ?? ''
  const sources = excused(files, { findings: workspace.check(), program: workspace.program, uriOf, today })
  const { held, changes } = account(workspace.desired(), { ...survey, tenant })
  const changed = new Set(changes.flatMap(change => (change.action === 'update' ? [change.live.address] : [])))
  const listed = [...leftOut, ...homeless(tenant, held, unsaid)]
  return {
    files: sources.files,
    count: {
      read: survey.tenant.objects.length,
      written: survey.tenant.objects.length - listed.length,
      listed: listed.length,
    },
    listed,
    parts: partsOf(unsaid, held, changed),
    waivers: sources.waivers,
    errors: sources.left,
  }
}

/** Objects that were read and that nothing declares, with the reason of the nearest that has one. */
const homeless = ({ objects }: Survey['tenant'], held: ReadonlySet<Address>, unsaid: readonly Unsaid[]): Unsaid[] => {
  const reasons = new Map(unsaid.filter(({ path }) => path === '').map(({ address, why }) => [address, why]))
  const parents = new Map(objects.map(({ address, parent }) => [address, parent]))
  const whyOf = (address: Address | undefined): string =>
    address === undefined
      ? 'The language has no declaration for it.'
      : (reasons.get(address) ?? whyOf(parents.get(address)))
  return objects
    .filter(({ address }) => !held.has(address))
    .map(({ address }) => ({ address, path: '', why: whyOf(address) }))
}

const partsOf = (unsaid: readonly Unsaid[], held: ReadonlySet<Address>, changed: ReadonlySet<Address>): Part[] => {
  const told = unsaid.filter(({ address, path }) => path !== '' || held.has(address))
  const silent = [...changed].filter(address => !told.some(each => each.address === address))
  return [
    ...told.map(each => ({ ...each, changes: changed.has(each.address) })),
    ...silent.map(address => ({ address, path: '', why: notExact, changes: true })),
  ]
}

const notExact = 'The language doesn’t say it exactly as it is in the tenant.'
