import type * as ast from '../generated/ast.ts'
import { rangeOf } from '../syntax/range.ts'
import { elementOf, identityOf, statementOf, statementsOf } from './element.ts'
import type { Names } from './names.ts'
import type { OrganizationElement } from './program.ts'

export const organizationOf = (node: ast.Organization, names: Names): OrganizationElement => {
  const sponsors = (side: ast.Sponsors['side']) =>
    names.directory.uses(
      statementsOf<ast.Sponsors>(node, 'Sponsors').flatMap(statement =>
        statement.side === side ? statement.objects : [],
      ),
    )
  const used = names.memo(() => ({ internal: sponsors('internal'), external: sponsors('external') }))
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
    get internalSponsors() {
      return used().internal
    },
    get externalSponsors() {
      return used().external
    },
  }
}
