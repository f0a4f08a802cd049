import type { Address, Finding } from '@entitle/graph'
import { elementsAround, waivingElements } from '../resolve/element-around.ts'
import type { Element } from '../resolve/program.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { tenantAddress } from './claims.ts'
import { elementKinds, liveAddresses } from './live-addresses.ts'
import type { LiveTenant } from './live-tenant.ts'

/** A finding about a live object. */
export interface Told {
  readonly finding: Finding
  /** The live object that it is about. */
  readonly address: Address
}

export interface Telling {
  /** What lies elsewhere, in the words for a standard or a directory object, is about no live object. */
  readonly told: readonly Told[]
  /** Live objects for which no words stand in the sources. */
  readonly wordless: readonly Address[]
}

/** What checking finds in the words for a live tenant, of its objects. */
export const telling = (workspace: Workspace, live: LiveTenant): Telling => {
  const { program } = workspace
  const liveAt = liveAddresses(workspace.desired().tenant, live)
  const tenants = new Set<Element>(program.tenants)
  const addressOf = (element: Element) => (tenants.has(element) ? tenantAddress : liveAt(element))
  const all = waivingElements(program)
  const around = elementsAround(all)
  const said = new Set(all.map(addressOf))
  return {
    told: workspace.check().flatMap(finding => {
      if (finding.place.kind !== 'source') return []
      const { uri, start } = finding.place.range
      const element = around(uri, start.line)
      const address = element === undefined ? undefined : addressOf(element)
      return address === undefined ? [] : [{ finding, address }]
    }),
    wordless: live.tenant.objects.flatMap(({ kind, address }) =>
      elementKinds.has(kind) && !said.has(address) ? [address] : [],
    ),
  }
}

/** Whether the words themselves weren't understood, so that nobody knows what else is so. */
export const isMisunderstood = ({ rule }: Pick<Finding, 'rule'>): boolean =>
  rule === 'syntax' || rule === 'unknown-name'
