import type { TenantObject } from '@entitle/graph'
import type { ObjectReference, OrganizationElement } from '../resolve/program.ts'
import { type Lowering, objectOf, refTo } from './lowering.ts'

/** Who answers for a connected organization, from inside and from outside. */
export const sponsors = (
  { internalSponsors, externalSponsors }: OrganizationElement,
  parent: TenantObject,
  lowering: Lowering,
): TenantObject[] => {
  const of = (relation: 'internal' | 'external', references: readonly ObjectReference[]) =>
    references
      .filter(({ object }) => object.kind === 'user' || object.kind === 'group')
      .map(({ object, range }) => {
        const principal = refTo(object, lowering)
        return objectOf({
          kind: 'sponsor',
          parent,
          name: `${relation} ${principal.name}`,
          properties: { relation, principal },
          range,
        })
      })
  return [...of('internal', internalSponsors), ...of('external', externalSponsors)]
}
