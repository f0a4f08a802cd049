import type { Properties, Ref, Tenant, TenantObject } from '@entitle/graph'
import fc from 'fast-check'
import { arbitraryTerms, defaultsFor } from './arbitrary-policy.ts'
import { arbitraryTenant, workflowTypes } from './arbitrary-tenant.ts'

/** A tenant, and the same objects as somebody else might have declared them: policies with other terms, workflows of other types. */
export const arbitraryVersions: fc.Arbitrary<readonly [Tenant, Tenant]> = arbitraryTenant
  .filter(({ objects }) => objects.some(({ kind }) => kind === 'assignment-policy'))
  .chain(tenant => otherVersion(tenant).map(other => [tenant, other] as const))

const otherVersion = ({ objects }: Tenant): fc.Arbitrary<Tenant> =>
  fc
    .tuple(
      ...objects.map(object => (object.kind === 'custom-workflow-extension' ? retyped(object) : fc.constant(object))),
    )
    .chain(changed => {
      const organizations = changed
        .filter(({ kind }) => kind === 'connected-organization')
        .map(({ name, address }): Ref => ({ $ref: 'connected-organization', name, address }))
      const inCatalog = (address: string) =>
        changed.filter(
          ({ kind, parent }) => kind === 'custom-workflow-extension' && address.startsWith(`${parent ?? ''}/`),
        )
      const policies = changed.map(object =>
        object.kind === 'assignment-policy'
          ? arbitraryTerms(organizations, inCatalog(object.address)).map(terms => withTerms(object, terms))
          : fc.constant(object),
      )
      return fc.tuple(...policies).map(all => ({ objects: all }))
    })

const retyped = (workflow: TenantObject): fc.Arbitrary<TenantObject> =>
  fc
    .constantFrom(...workflowTypes)
    .map(type => ({ ...workflow, properties: { ...workflow.properties, '@odata.type': type } }))

const withTerms = ({ defaults: _defaults, ...policy }: TenantObject, terms: Properties): TenantObject => {
  const defaults = defaultsFor(terms)
  const properties = { ...policy.properties, ...terms }
  return { ...policy, properties, ...(defaults === undefined ? {} : { defaults }) }
}
