import { type Address, type Gone, isRef, type Ref, type TenantObject, type Value } from '@entitle/graph'
import type { AskedRule } from './asked-rules.ts'
import type { LeftOut, OpenQuestion } from './audit.ts'
import type { LiveTenant } from './live-tenant.ts'
import type { Told } from './telling.ts'
import { whyUnread } from './unreadable.ts'

/** A rule about what only a tenant shows: objects of the directory that are gone, and that entitlement management names still. */
interface GoneRule extends Omit<AskedRule, 'severity'> {
  readonly why: string
  /** What is so of an object, each with the object that it is told of. */
  find(
    object: TenantObject,
    isGone: (ref: Ref) => boolean,
  ): readonly { readonly address: Address; readonly message: string }[]
}

const nouns: { readonly [kind: string]: string } = { user: 'user', group: 'group', servicePrincipal: 'app' }

/** `group Project Alpine`, or its id where nobody knows its name any more. */
const called = ({ $ref, name, id = '' }: Ref): string => `${nouns[$ref] ?? 'site'} ${name === '' ? id : name}`

const refsIn = (value: Value | undefined): readonly Ref[] => {
  if (isRef(value)) return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(refsIn) : []
}

/** Each gone object of a value, once. */
const goneRefs = (value: Value | undefined, isGone: (ref: Ref) => boolean): readonly Ref[] => [
  ...new Map(refsIn(value).flatMap(ref => (isGone(ref) ? [[`${ref.id}`, ref] as const] : []))).values(),
]

const goneRules: readonly GoneRule[] = [
  {
    name: 'gone-resource',
    finds: 'a catalog with a resource whose group or app the directory doesn’t have any more',
    why: 'Packages that grant it fail for whoever requests them.',
    elements: ['catalog'],
    find: ({ kind, parent = '', properties }, isGone) =>
      kind !== 'catalog-resource'
        ? []
        : goneRefs(properties.resource, isGone).map(ref => ({
            address: parent,
            message: `The directory has no ${called(ref)} any more, and it is a resource here. Remove the resource, or restore the object.`,
          })),
  },
  {
    name: 'gone-decider',
    finds: 'a policy that names an approver or a reviewer whom the directory doesn’t have any more',
    why: 'Requests and reviews wait for somebody who never answers.',
    elements: ['policy'],
    find: ({ kind, address, properties }, isGone) =>
      kind !== 'assignment-policy'
        ? []
        : (['requestApprovalSettings', 'reviewSettings'] as const).flatMap(property =>
            goneRefs(properties[property], isGone).map(ref => ({
              address,
              message: `The directory has no ${called(ref)} any more, named here to ${property === 'reviewSettings' ? 'review access' : 'approve requests'}. Name somebody else.`,
            })),
          ),
  },
  {
    name: 'gone-sponsor',
    finds: 'an organization with a sponsor whom the directory doesn’t have any more',
    why: 'Requests that sponsors approve wait for somebody who never answers.',
    elements: ['organization'],
    find: ({ kind, parent = '', properties }, isGone) =>
      kind !== 'sponsor'
        ? []
        : goneRefs(properties.principal, isGone).map(ref => ({
            address: parent,
            message: `The directory has no ${called(ref)} any more, a sponsor here. Name somebody else.`,
          })),
  },
  {
    name: 'gone-requestors',
    finds: 'a policy of which every requestor is gone from the directory',
    why: 'Nobody can request the package by it.',
    elements: ['policy'],
    find: ({ kind, address, properties: { specificAllowedTargets } }, isGone) => {
      const named = kind === 'assignment-policy' ? refsIn(specificAllowedTargets) : []
      return named.length === 0 || !named.every(isGone)
        ? []
        : [{ address, message: 'Everybody whom it names as a requestor is gone. Name others, or remove the policy.' }]
    },
  },
]

interface GoneFindings {
  readonly asked: readonly AskedRule[]
  readonly told: readonly Told[]
  /** Why none of them can be told, by rule. */
  readonly open: ReadonlyMap<string, readonly OpenQuestion[]>
  readonly leftOut: readonly LeftOut[]
}

/** What the directory doesn't have any more, as rules that hold whatever the standard: none can set them. */
export const goneIn = ({ tenant }: LiveTenant, gone: Gone | undefined): GoneFindings => {
  const asked = goneRules.map(
    ({ name, finds, elements }): AskedRule => ({ name, finds, elements, severity: 'warning' }),
  )
  if (gone === undefined)
    return {
      asked: [],
      told: [],
      open: new Map(),
      leftOut: asked.map(({ name }) => ({ rule: name, why: 'The directory was not asked.' })),
    }
  if ('finding' in gone) {
    const question = { address: '', property: '', why: whyUnread(gone.finding) }
    return { asked, told: [], open: new Map(asked.map(({ name }) => [name, [question]])), leftOut: [] }
  }
  const isGone = ({ id }: Ref): boolean => id !== undefined && gone.ids.has(id.toLowerCase())
  const told = goneRules.flatMap(({ name, why, find }) =>
    tenant.objects.flatMap(object =>
      find(object, isGone).map(
        ({ address, message }): Told => ({
          finding: { rule: name, severity: 'warning', message, why, place: { kind: 'tenant', address } },
          address,
        }),
      ),
    ),
  )
  return { asked, told, open: new Map(), leftOut: [] }
}
