import { type Address, addressOf, type SourceRange } from '@entitle/graph'
import { lower } from '../lower/lower.ts'
import { type Sentence, sentence } from '../printing/source/sentence.ts'
import { lineLiteral } from '../printing/source/text-literal.ts'
import type { Element, Program, WaiverElement } from '../resolve/program.ts'
import { templatesOf } from '../rules/run-rules.ts'
import { liveAddresses } from './live-addresses.ts'
import type { LiveTenant } from './live-tenant.ts'

/** What sources say of live objects beyond what a tenant knows, by live address. */
export interface Claims {
  /** What the sources call it. */
  readonly names: ReadonlyMap<Address, string>
  /** Tags and waivers. */
  readonly also: ReadonlyMap<Address, readonly Sentence[]>
  /** Where it is declared. */
  readonly declared: ReadonlyMap<Address, SourceRange>
}

export const noClaims: Claims = { names: new Map(), also: new Map(), declared: new Map() }

/** Where the settings live that stand for the tenant. */
export const tenantAddress: Address = addressOf('settings', 'settings')

interface Claim {
  readonly element: Element
  readonly also: readonly Sentence[]
}

/** `tenant` names the declared tenant that is audited, where several are declared. */
export const claimsOf = (
  program: Program,
  live: LiveTenant,
  { today, tenant }: { readonly today: string; readonly tenant: string | undefined },
): Claims => {
  const desired = lower(program, { today, ...(tenant === undefined ? {} : { tenant }) })
  const liveAt = liveAddresses(desired.tenant, live)
  const itself = program.tenants.find(({ name }) => name === desired.identity.name)
  const found = [
    ...claims(program).flatMap(claim => {
      const address = liveAt(claim.element)
      return address === undefined ? [] : [[address, claim] as const]
    }),
    ...(itself === undefined ? [] : [[tenantAddress, waiving(itself)] as const]),
  ]
  return {
    names: new Map(found.map(([address, { element }]) => [address, element.name])),
    also: new Map(found.map(([address, { also }]) => [address, also])),
    declared: new Map(found.map(([address, { element }]) => [address, element.nameRange])),
  }
}

const claims = ({ organizations, catalogs, reviews }: Program): readonly Claim[] => [
  ...organizations.map(each => waiving(each)),
  ...reviews.map(each => waiving(each)),
  ...catalogs.flatMap(catalog => [
    waiving(catalog),
    ...catalog.packages.flatMap(each => [
      { element: each, also: [...tagged(each.tags), ...each.waivers.map(waiver)] },
      ...each.policies.map(policy => waiving(policy, ...templatesOf(policy))),
    ]),
  ]),
]

/** An element with its waivers and those of what it builds on. */
const waiving = (element: Element, ...bases: readonly Element[]): Claim => ({
  element,
  also: [element, ...bases].flatMap(({ waivers }) => waivers.map(waiver)),
})

const tagged = (tags: readonly string[]): readonly Sentence[] =>
  tags.length === 0 ? [] : [sentence('tags', tags.join(', '))]

const waiver = ({ rule, until, because }: WaiverElement): Sentence =>
  sentence(
    'waive',
    rule,
    ...(until === undefined ? [] : ['until', until]),
    ...(because === undefined ? [] : ['because', lineLiteral(because)]),
  )
