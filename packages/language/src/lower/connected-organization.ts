import type { TenantObject } from '@entitle/graph'
import type { OrganizationElement } from '../resolve/program.ts'
import { calledIn } from './addresses.ts'
import { type Lowering, objectOf } from './lowering.ts'

/** https://learn.microsoft.com/graph/api/resources/connectedorganization */
export const connectedOrganization = (organization: OrganizationElement, lowering: Lowering): TenantObject => {
  const { displayName, description, state, sources, statementRanges } = organization
  return objectOf({
    kind: 'connected-organization',
    name: displayName,
    called: calledIn(organization, lowering),
    from: organization,
    properties: {
      displayName,
      description,
      state,
      identitySources: sources.map(({ value: source }) =>
        source.kind === 'domain'
          ? { '@odata.type': '#microsoft.graph.domainIdentitySource', domainName: source.value }
          : { '@odata.type': '#microsoft.graph.azureActiveDirectoryTenant', tenantId: source.value },
      ),
    },
    range: organization.range,
    ranges: {
      description: statementRanges.Description,
      state: statementRanges.OrganizationState,
      identitySources: sources[0]?.range,
    },
  })
}
