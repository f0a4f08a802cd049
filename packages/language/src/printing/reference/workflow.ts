import { guide, type Page, resource } from './entry.ts'

const logicApps = guide('entitlement-management-logic-apps-integration')

export const workflowPage: Page = {
  name: 'workflow',
  title: 'Workflows, and calling them',
  place: 'in a workflow',
  frame: 'file',
  intro: [
    'A workflow is an Azure Logic App that a catalog knows (Microsoft: a custom extension). Policies of the catalog’s packages call it when something happens to a request or an assignment.',
  ],
  example: `group alpine "Project Alpine"

catalog partners "Partner collaboration" {
  resources alpine

  workflow badge "Order a badge" {
    description "Orders a badge at the front desk."
    logic app "order-badge" resource group "rg-governance" subscription "5a1c7c5e-7d1c-4b5c-8f6e-2c9d4f0b7a33"
    on request
  }

  package alpine "Alpine supplier access" {
    grants "Member" of alpine
    policy staff "Employees" {
      requestable by any member
      approval { stage by manager, fallback group "Identity Governance desk" }
      expires after 180 days
      on assignment granted call badge
      on assignment removed call badge
    }
  }
}`,
  entries: [
    {
      title: 'workflow',
      place: 'in a catalog',
      types: ['Workflow'],
      forms: ['workflow NAME "DISPLAY NAME" { … }'],
      meaning: 'A Logic App that requests or assignments call.',
      more: [
        'The Logic App exists already; Entitle tells entitlement management of it. It is signed in to with a proof-of-possession token.',
      ],
      limits: [
        'It needs a `logic app`, and `on request` or `on assignment`.',
        'Custom extensions need a licence of Microsoft Entra ID Governance.',
      ],
      graph: ['customCalloutExtension', 'accessPackageCatalog.customWorkflowExtensions'],
      page: logicApps,
      example: `catalog partners "Partner collaboration" {
  workflow badge "Order a badge" {
    logic app "order-badge" resource group "rg-governance" subscription "5a1c7c5e-7d1c-4b5c-8f6e-2c9d4f0b7a33"
    on request
  }
}`,
      related: ['logic app', 'on', 'call'],
    },
    {
      title: 'logic app',
      types: ['LogicApp'],
      forms: ['logic app "NAME" resource group "NAME" subscription "GUID"'],
      meaning: 'Which Logic App the workflow calls, by its name, its resource group and its Azure subscription.',
      limits: ['The id that Azure builds from the three has at most 150 characters.'],
      graph: [
        'logicAppTriggerEndpointConfiguration.logicAppWorkflowName',
        'logicAppTriggerEndpointConfiguration.resourceGroupName',
        'logicAppTriggerEndpointConfiguration.subscriptionId',
      ],
      page: resource('logicAppTriggerEndpointConfiguration'),
      example: `catalog partners "Partner collaboration" {
  workflow badge "Order a badge" {
    logic app "order-badge" resource group "rg-governance" subscription "5a1c7c5e-7d1c-4b5c-8f6e-2c9d4f0b7a33"
    on assignment
  }
}`,
    },
    {
      title: 'on',
      types: ['WorkflowTrigger'],
      forms: ['on request', 'on assignment'],
      meaning: 'Whether requests or assignments may call the workflow.',
      more: [
        '`on request`: when a request is made or approved, and when the access that it gives is granted or removed. `on assignment`: on the days before access expires.',
      ],
      graph: ['accessPackageAssignmentRequestWorkflowExtension', 'accessPackageAssignmentWorkflowExtension'],
      page: logicApps,
      example: `catalog partners "Partner collaboration" {
  workflow badge "Order a badge" {
    logic app "order-badge" resource group "rg-governance" subscription "5a1c7c5e-7d1c-4b5c-8f6e-2c9d4f0b7a33"
    on request
  }

  workflow reminder "Remind the sponsor" {
    logic app "remind-sponsor" resource group "rg-governance" subscription "5a1c7c5e-7d1c-4b5c-8f6e-2c9d4f0b7a33"
    on assignment
  }
}`,
      related: ['call'],
    },
    {
      title: 'call',
      place: 'in a policy',
      types: ['OnCall'],
      forms: [
        'on request created call WORKFLOW',
        'on request approved call WORKFLOW',
        'on assignment granted call WORKFLOW',
        'on assignment removed call WORKFLOW',
        'on 14 days before expiry call WORKFLOW',
        'on 1 day before expiry call WORKFLOW',
      ],
      meaning: 'Calls a workflow when something happens to a request or an assignment.',
      more: ['A policy may call several workflows. Its calls together replace those of its template.'],
      default: 'nothing is called',
      limits: [
        'Graph knows 14 days and 1 day before expiry, and no other number.',
        'The workflow is one of the package’s catalog, and was declared for such events with `on request` or `on assignment`.',
        'A policy template can’t call: it belongs to no catalog.',
      ],
      graph: ['customExtensionStageSetting.stage', 'accessPackageAssignmentPolicy.customExtensionStageSettings'],
      page: resource('customExtensionStageSetting'),
      frame: 'policy',
      example: `on assignment granted call badge
on 14 days before expiry call reminder`,
      related: ['workflow', 'on'],
    },
  ],
}
