import type * as ast from '../generated/ast.ts'
import type { Directory } from './directory.ts'
import { elementOf, identityOf, statementOf, statementsOf } from './element.ts'
import type { CatalogElement, PackageElement, WorkflowElement } from './program.ts'
import { workflowOf } from './workflow.ts'

/** A catalog with `packages` to be filled: packages and their catalog know each other. */
export const catalogOf = (
  node: ast.Catalog,
  directory: Directory,
  packages: readonly PackageElement[],
): CatalogElement => {
  const holders = (role: ast.CatalogRole) =>
    directory.uses(
      statementsOf<ast.RoleHolders>(node, 'RoleHolders').flatMap(statement =>
        statement.role === role ? statement.objects : [],
      ),
    )
  const workflows: WorkflowElement[] = []
  const element: CatalogElement = {
    element: 'catalog',
    node,
    ...elementOf(node),
    ...identityOf(node),
    published: statementOf<ast.Unpublished>(node, 'Unpublished') === undefined,
    visibleToExternal: statementOf<ast.Visible>(node, 'Visible') !== undefined,
    owners: holders('owners'),
    readers: holders('readers'),
    packageManagers: holders('package'),
    assignmentManagers: holders('assignment'),
    resources: directory.uses(statementsOf<ast.Resources>(node, 'Resources').flatMap(statement => statement.objects)),
    workflows,
    packages,
  }
  for (const workflow of statementsOf<ast.Workflow>(node, 'Workflow')) workflows.push(workflowOf(workflow, element))
  return element
}
