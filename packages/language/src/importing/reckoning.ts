import type { Address, Tenant } from '@entitle/graph'
import type { Unsaid } from '../printing/source/said.ts'
import type { Account } from './account.ts'

/** What became of every object that was read. */
export interface Reckoning {
  readonly count: Count
  /** Objects that no source declares, each with its reason. */
  readonly listed: readonly Unsaid[]
  /** What sources don't say, or don't say exactly, of objects that they declare. */
  readonly parts: readonly Part[]
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

interface Reckoned {
  /** How many objects were read. */
  readonly read: number
  /** Those that could be written down. */
  readonly tenant: Tenant
  readonly leftOut: readonly Unsaid[]
  readonly unsaid: readonly Unsaid[]
}

/** Counts what was read against what the sources say of it. */
export const reckoning = (
  { held, changes }: Pick<Account, 'held' | 'changes'>,
  { read, tenant, leftOut, unsaid }: Reckoned,
): Reckoning => {
  const changed = new Set(changes.flatMap(change => (change.action === 'update' ? [change.live.address] : [])))
  const listed = [...leftOut, ...homeless(tenant, held, unsaid)]
  return {
    count: { read, written: read - listed.length, listed: listed.length },
    listed,
    parts: partsOf(unsaid, held, changed),
  }
}

/** Objects that were read and that nothing declares, with the reason of the nearest that has one. */
const homeless = ({ objects }: Tenant, held: ReadonlySet<Address>, unsaid: readonly Unsaid[]): Unsaid[] => {
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
