import type { Finding } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'
import { blockOf } from '../resolve/block.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { propertyRange, rangeOf } from '../syntax/range.ts'
import { blockFix } from './block-fix.ts'
import { type FileCheck, findingAt } from './check.ts'

/** Characters that the id of a Logic App may have. https://learn.microsoft.com/entra/id-governance/entitlement-management-logic-apps-integration */
const longestId = 150

/** Workflows that don't say which Logic App runs, or when. */
export const workflowParts: FileCheck = ({ documents }) =>
  documents.flatMap(document => nodesOf(document, 'Workflow').flatMap(partsOf))

const partsOf = (workflow: ast.Workflow): Finding[] => {
  const { name, statements } = workflow
  const called = name === undefined ? 'This workflow' : `Workflow ${name}`
  const nameRange = propertyRange(workflow, 'name')
  const block = blockOf(workflow, statements)
  const trigger = statements.some(({ $type }) => $type === 'WorkflowTrigger')
    ? []
    : [
        findingAt(
          'workflow-without-trigger',
          'error',
          nameRange,
          `${called} doesn't say when it runs. Add \`on request\` (requests and the access they give or take) or \`on assignment\` (before access expires).`,
          { fixes: ['on request', 'on assignment'].map(text => blockFix(block, text, `Add \`${text}\``, false)) },
        ),
      ]
  const app = statements.findLast(statement => statement.$type === 'LogicApp')
  const missing =
    app === undefined
      ? [
          findingAt(
            'workflow-without-logic-app',
            'error',
            nameRange,
            `${called} doesn't say which Logic App runs. Add \`logic app "…" resource group "…" subscription "…"\`.`,
          ),
        ]
      : []
  return [...trigger, ...missing, ...(app === undefined ? [] : tooLong(app))]
}

const tooLong = (logicApp: ast.LogicApp): Finding[] => {
  const { app, resourceGroup, subscription } = logicApp
  if (app === undefined || resourceGroup === undefined || subscription === undefined) return []
  const { length } =
    `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.Logic/workflows/${app}`
  return length <= longestId
    ? []
    : [
        findingAt(
          'logic-app-id-length',
          'error',
          rangeOf(logicApp),
          `The id that Azure gives this Logic App has ${length} characters, and Microsoft Entra takes at most ${longestId}. Give the app or its resource group a shorter name.`,
        ),
      ]
}
