import type * as ast from '../generated/ast.ts'
import { rangeOf } from '../syntax/range.ts'
import { elementOf, identityOf, statementOf } from './element.ts'
import type { CatalogElement, WorkflowElement } from './program.ts'

/** A workflow of `catalog`. */
export const workflowOf = (node: ast.Workflow, catalog: CatalogElement): WorkflowElement => {
  const { displayName, description } = identityOf(node)
  const trigger = statementOf<ast.WorkflowTrigger>(node, 'WorkflowTrigger')
  const logicApp = statementOf<ast.LogicApp>(node, 'LogicApp')
  return {
    element: 'workflow',
    node,
    catalog,
    ...elementOf(node),
    displayName,
    description,
    ...(trigger?.value === undefined ? {} : { trigger: { value: trigger.value, range: rangeOf(trigger) } }),
    ...(logicApp?.app === undefined
      ? {}
      : {
          logicApp: {
            value: {
              name: logicApp.app,
              resourceGroup: logicApp.resourceGroup ?? '',
              subscription: logicApp.subscription ?? '',
            },
            range: rangeOf(logicApp),
          },
        }),
  }
}
