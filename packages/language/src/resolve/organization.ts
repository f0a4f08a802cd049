import type * as ast from '../generated/ast.ts'
import { rangeOf } from '../syntax/range.ts'
import type { Directory } from './directory.ts'
import { elementOf, identityOf, statementOf, statementsOf } from './element.ts'
import type { OrganizationElement } from './program.ts'

export const organizationOf = (node: ast.Organization, directory: Directory): OrganizationElement => {
  const sponsors = (side: ast.Sponsors['side']) =>
    directory.uses(
      statementsOf<ast.Sponsors>(node, 'Sponsors').flatMap(statement =>
        statement.side === side ? statement.objects : [],
      ),
    )
  return {
    element: 'organization',
    node,
    ...elementOf(node),
    ...identityOf(node),
    sources: node.statements.flatMap(statement => {
      if ((statement.$type !== 'Domain' && statement.$type !== 'TenantSource') || statement.value === undefined)
        return []
      const kind = statement.$type === 'Domain' ? 'domain' : 'tenant'
      return [{ value: { kind, value: statement.value }, range: rangeOf(statement) }]
    }),
    state: statementOf<ast.OrganizationState>(node, 'OrganizationState')?.value ?? 'configured',
    internalSponsors: sponsors('internal'),
    externalSponsors: sponsors('external'),
  }
}
