import type { TenantObject } from '@entitle/graph'
import type { CatalogElement, WorkflowElement } from '../resolve/program.ts'
import { objectOf } from './lowering.ts'

const types = {
  request: '#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension',
  assignment: '#microsoft.graph.accessPackageAssignmentWorkflowExtension',
} as const

/** A workflow's type in Graph; undefined where the sources don't say when it is called, or which Logic App it is (findings). */
export const extensionType = ({ trigger, logicApp }: WorkflowElement): string | undefined =>
  trigger === undefined || logicApp === undefined ? undefined : types[trigger.value]

/** https://learn.microsoft.com/graph/api/resources/customcalloutextension */
export const customWorkflowExtensions = (element: CatalogElement, parent: TenantObject): TenantObject[] =>
  element.workflows.flatMap(workflow => {
    const { displayName, description, trigger, logicApp, range, statementRanges } = workflow
    const type = extensionType(workflow)
    if (type === undefined || logicApp === undefined) return []
    return [
      objectOf({
        kind: 'custom-workflow-extension',
        parent,
        name: displayName,
        properties: {
          '@odata.type': type,
          displayName,
          description,
          endpointConfiguration: {
            '@odata.type': '#microsoft.graph.logicAppTriggerEndpointConfiguration',
            subscriptionId: logicApp.value.subscription,
            resourceGroupName: logicApp.value.resourceGroup,
            logicAppWorkflowName: logicApp.value.name,
          },
        },
        // How Graph signs in to the Logic App: https://learn.microsoft.com/entra/id-governance/entitlement-management-logic-apps-integration
        defaults: { authenticationConfiguration: { '@odata.type': '#microsoft.graph.azureAdPopTokenAuthentication' } },
        range,
        ranges: {
          '@odata.type': trigger?.range,
          description: statementRanges.Description,
          endpointConfiguration: logicApp.range,
        },
      }),
    ]
  })
