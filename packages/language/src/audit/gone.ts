import type { Ref, TenantObject, Value } from '@entitle/graph'
import { type FactRule, factsIn, type Notice, refsIn } from './fact-rule.ts'

/** A rule about objects of the directory that are gone, and that entitlement management names still. */
interface GoneRule extends Pick<FactRule, 'name' | 'finds' | 'why' | 'elements'> {
  /** What is so of an object. */
  find(object: TenantObject, isGone: (ref: Ref) => boolean): readonly Notice[]
}

const nouns: { readonly [kind: string]: string } = { user: 'user', group: 'group', servicePrincipal: 'app' }

/** `group Project Alpine`, or its id where nobody knows its name any more. */
const called = ({ $ref, name, id = '' }: Ref): string => `${nouns[$ref] ?? 'site'} ${name === '' ? id : name}`

/** Each gone object of a value, once. */
const goneRefs = (value: Value | undefined, isGone: (ref: Ref) => boolean): readonly Ref[] => [
  ...new Map(refsIn(value).flatMap(ref => (isGone(ref) ? [[`${ref.id}`, ref] as const] : []))).values(),
]

const all: readonly GoneRule[] = [
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

/** What the directory doesn't have any more. */
export const goneRules: readonly FactRule[] = all.map(({ find, ...rule }) => ({
  ...rule,
  needs: ['gone'],
  find({ objects }, facts) {
    const gone = new Set(factsIn(facts.gone))
    return objects.flatMap(object => find(object, ({ id }) => id !== undefined && gone.has(id.toLowerCase())))
  },
}))
