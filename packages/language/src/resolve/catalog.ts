import type * as ast from '../generated/ast.ts'
import { elementOf, identityOf, removalOf, statementOf, statementsOf } from './element.ts'
import type { Names } from './names.ts'
import type { CatalogElement } from './program.ts'

export const catalogOf = (node: ast.Catalog, names: Names): CatalogElement => {
  const holders = (role: ast.CatalogRole) =>
    names.directory.uses(
      statementsOf<ast.RoleHolders>(node, 'RoleHolders').flatMap(statement =>
        statement.role === role ? statement.objects : [],
      ),
    )
  const used = names.memo(() => ({
    owners: holders('owners'),
    readers: holders('readers'),
    packageManagers: holders('package'),
    assignmentManagers: holders('assignment'),
    resources: names.directory.uses(
      statementsOf<ast.Resources>(node, 'Resources').flatMap(statement => statement.objects),
    ),
  }))
  return {
    element: 'catalog',
    node,
    ...elementOf(node),
    ...identityOf(node),
    published: statementOf<ast.Unpublished>(node, 'Unpublished') === undefined,
    visibleToExternal: statementOf<ast.Visible>(node, 'Visible') !== undefined,
    get visibleRemoval() {
      const visible = statementOf<ast.Visible>(node, 'Visible')
      return visible && removalOf(visible)
    },
    get owners() {
      return used().owners
    },
    get readers() {
      return used().readers
    },
    get packageManagers() {
      return used().packageManagers
    },
    get assignmentManagers() {
      return used().assignmentManagers
    },
    get resources() {
      return used().resources
    },
    get workflows() {
      return statementsOf<ast.Workflow>(node, 'Workflow').flatMap(workflow => names.workflowOf(workflow) ?? [])
    },
    get packages() {
      return names.packagesIn(node)
    },
  }
}
