import { addressOf, type KindName, type Properties, type Ref, type Tenant, type TenantObject } from '@entitle/graph'
import type { DirectorySeed } from '@entitle/sandbox'

/** The directory of the rehearsed tenant. */
export const directory: DirectorySeed = {
  users: [
    { userPrincipalName: 'ada@contoso.com', displayName: 'Ada Lovelace' },
    { userPrincipalName: 'bob@contoso.com', displayName: 'Bob Stone' },
    { userPrincipalName: 'eve@contoso.com', displayName: 'Eve Hall' },
  ],
  groups: [{ displayName: 'Engineering' }, { displayName: 'Approvers' }, { displayName: 'Auditors' }],
  apps: [{ displayName: 'Salesforce', roles: ['Standard User', 'Admin'] }],
  sites: [{ webUrl: 'https://contoso.sharepoint.com/sites/Partners', displayName: 'Partners' }],
}

const user = (name: string): Ref => ({ $ref: 'user', name })
const group = (name: string): Ref => ({ $ref: 'group', name })
const app = (name: string): Ref => ({ $ref: 'servicePrincipal', name })
const site = (name: string): Ref => ({ $ref: 'site', name })
const engineering = group('Engineering')
const partners = site('https://contoso.sharepoint.com/sites/Partners')

const object = (kind: KindName, name: string, properties: Properties, parent?: TenantObject): TenantObject => ({
  kind,
  name,
  address: addressOf(kind, name, parent?.address),
  ...(parent === undefined ? {} : { parent: parent.address }),
  properties,
})

const organization = (name: string, domainName: string, description: string) =>
  object('connected-organization', name, {
    displayName: name,
    description,
    state: 'configured',
    identitySources: [{ '@odata.type': '#microsoft.graph.domainIdentitySource', domainName }],
  })
const sponsor = (parent: TenantObject, principal: Ref) =>
  object('sponsor', `internal ${principal.name}`, { relation: 'internal', principal }, parent)
const catalog = (name: string, description: string) =>
  object('catalog', name, { displayName: name, description, state: 'published', isExternallyVisible: true })
const role = (parent: TenantObject, name: string, principal: Ref) =>
  object('catalog-role', `${name} ${principal.name}`, { role: name, principal }, parent)
const resource = (parent: TenantObject, originSystem: string, what: Ref) =>
  object('catalog-resource', what.name, { originSystem, resource: what }, parent)
const accessPackage = (parent: TenantObject, name: string, description: string) =>
  object('access-package', name, { displayName: name, description, isHidden: false }, parent)
const grant = (parent: TenantObject, name: string, originSystem: string, what: Ref) =>
  object('resource-role-scope', `${name} of ${what.name}`, { role: name, originSystem, resource: what }, parent)
const excludes = (parent: TenantObject, other: TenantObject) =>
  object(
    'incompatible-package',
    other.name,
    { package: { $ref: 'access-package', name: other.name, address: other.address } },
    parent,
  )
const excludesGroup = (parent: TenantObject, other: Ref) =>
  object('incompatible-group', other.name, { group: other }, parent)

const approvedBy = (approver: Ref, duration: string) => ({
  isApprovalRequiredForAdd: true,
  isApprovalRequiredForUpdate: false,
  stages: [
    {
      durationBeforeAutomaticDenial: duration,
      isApproverJustificationRequired: true,
      isEscalationEnabled: false,
      durationBeforeEscalation: 'PT0S',
      primaryApprovers: [{ '@odata.type': '#microsoft.graph.groupMembers', groupId: approver }],
      fallbackPrimaryApprovers: [],
      escalationApprovers: [],
      fallbackEscalationApprovers: [],
    },
  ],
})
const policy = (parent: TenantObject, name: string, days: string) =>
  object(
    'assignment-policy',
    name,
    {
      displayName: name,
      description: 'Declared',
      allowedTargetScope: 'specificDirectoryUsers',
      specificAllowedTargets: [{ '@odata.type': '#microsoft.graph.groupMembers', groupId: engineering }],
      expiration: { type: 'afterDuration', duration: days },
      requestorSettings: { enableTargetsToSelfAddAccess: true, enableTargetsToSelfUpdateAccess: false },
      requestApprovalSettings: approvedBy(group('Approvers'), 'P7D'),
      reviewSettings: null,
    },
    parent,
  )

const assigned = (parent: TenantObject, target: Ref, endDateTime?: string) => {
  const schedule = { expiration: { type: 'afterDateTime', endDateTime: endDateTime ?? '' } }
  return object('assignment', target.name, { target, ...(endDateTime === undefined ? {} : { schedule }) }, parent)
}

const ofRequests = '#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension'
const ofAssignments = '#microsoft.graph.accessPackageAssignmentWorkflowExtension'
const workflow = (parent: TenantObject, name: string, type: string, logicAppWorkflowName: string): TenantObject => ({
  ...object(
    'custom-workflow-extension',
    name,
    {
      '@odata.type': type,
      displayName: name,
      description: '',
      endpointConfiguration: {
        '@odata.type': '#microsoft.graph.logicAppTriggerEndpointConfiguration',
        subscriptionId: '38ab2ccc-3747-4567-b36b-9478f5602f0d',
        resourceGroupName: 'rg-governance',
        logicAppWorkflowName,
      },
    },
    parent,
  ),
  defaults: { authenticationConfiguration: { '@odata.type': '#microsoft.graph.azureAdPopTokenAuthentication' } },
})

/** Where a policy calls a workflow: at a request's creation, or the day before an assignment's end. */
const calls = ({ name, address, properties: { '@odata.type': type = null } }: TenantObject) => ({
  stage: type === ofRequests ? 'assignmentRequestCreated' : 'assignmentOneDayBeforeExpiration',
  customExtension: { '@odata.type': type, id: { $ref: 'custom-workflow-extension' as const, name, address } },
})
const asks = (text: string, isRequired: boolean) => ({
  '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
  text,
  isRequired,
  isAnswerEditable: false,
  localizations: [{ languageCode: 'de-DE', text: `${text} (de)` }],
  isSingleLineQuestion: true,
  regexPattern: null,
})

/** A policy that says all that a policy can say. */
const asking = (parent: TenantObject, name: string, questions: readonly string[], called: readonly TenantObject[]) => {
  const base = policy(parent, name, 'P30D')
  const properties: Properties = {
    ...base.properties,
    questions: questions.map((text, place) => asks(text, place === 0)),
    customExtensionStageSettings: called.map(calls),
    automaticRequestSettings: null,
    notificationSettings: { isAssignmentNotificationDisabled: questions.length > 1 },
  }
  return { ...base, properties }
}
const automatic = (parent: TenantObject, name: string, department: string, grace: string) => {
  const base = policy(parent, name, 'P30D')
  const properties: Properties = {
    ...base.properties,
    specificAllowedTargets: [
      { '@odata.type': '#microsoft.graph.attributeRuleMembers', membershipRule: `user.department -eq "${department}"` },
    ],
    automaticRequestSettings: {
      requestAccessForAllowedTargets: true,
      removeAccessWhenTargetLeavesAllowedTargets: true,
      gracePeriodBeforeAccessRemoval: grace,
    },
    requestorSettings: { enableTargetsToSelfAddAccess: false },
    requestApprovalSettings: { isApprovalRequiredForAdd: false, isApprovalRequiredForUpdate: false, stages: [] },
  }
  return { ...base, properties }
}

/** A review at the tenant's root, of a group, an app, or guests anywhere. */
const review = (name: string, description: string, within: Ref | 'all groups', days: number): TenantObject => ({
  ...object('access-review', name, {
    displayName: name,
    descriptionForAdmins: description,
    scope: { who: 'guests', in: within, inactiveFor: within === 'all groups' ? 'P90D' : null },
    reviewers: within === 'all groups' ? [{ by: 'group owners' }] : [{ by: 'user', of: user('ada@contoso.com') }],
    fallbackReviewers: within === 'all groups' ? [{ by: 'group', of: group('Approvers') }] : [],
    settings: {
      instanceDurationInDays: days,
      autoApplyDecisionsEnabled: true,
      defaultDecisionEnabled: true,
      defaultDecision: 'Deny',
      recommendationsEnabled: true,
      justificationRequiredOnApproval: true,
      recurrence: { pattern: { type: 'absoluteMonthly', interval: 3 }, range: { type: 'noEnd' } },
    },
  }),
  defaults: {
    settings: {
      mailNotificationsEnabled: true,
      reminderNotificationsEnabled: true,
      recurrence: { range: { startDate: '2026-06-01' } },
    },
  },
})

/** The tenant as it was: what {@link declared} keeps, changes, and, with pruning, deletes. */
export function before(): Tenant {
  const fabrikam = organization('Fabrikam', 'fabrikam.com', 'Before')
  const shop = catalog('Partner collaboration', 'Before')
  const alpine = accessPackage(shop, 'Alpine', 'Before')
  const old = accessPackage(shop, 'Old package', 'Goes')
  const badge = workflow(shop, 'Order a badge', ofRequests, 'order-badge')
  const retyped = workflow(shop, 'Tell the desk', ofRequests, 'tell-desk')
  const hook = workflow(shop, 'Old hook', ofAssignments, 'hook')
  const other = catalog('Untouched', 'Nobody declares it')
  const lasting = accessPackage(other, 'Lasting', 'Stays')
  return {
    objects: [
      fabrikam,
      sponsor(fabrikam, user('bob@contoso.com')),
      shop,
      role(shop, 'Catalog reader', user('bob@contoso.com')),
      resource(shop, 'AadGroup', engineering),
      resource(shop, 'AadApplication', app('Salesforce')),
      resource(shop, 'AadGroup', group('Auditors')),
      badge,
      retyped,
      hook,
      alpine,
      grant(alpine, 'Member', 'AadGroup', engineering),
      grant(alpine, 'Owner', 'AadGroup', engineering),
      grant(alpine, 'Member', 'AadGroup', group('Auditors')),
      policy(alpine, 'Suppliers', 'P365D'),
      assigned(policy(alpine, 'Suppliers', 'P365D'), user('bob@contoso.com'), '2037-01-31T23:59:59Z'),
      assigned(policy(alpine, 'Suppliers', 'P365D'), user('eve@contoso.com')),
      policy(alpine, 'Retired', 'P30D'),
      asking(alpine, 'Asking', ['Which order?', 'Which site?'], [badge, retyped, hook]),
      automatic(alpine, 'Sales', 'Sales', 'P7D'),
      excludesGroup(alpine, group('Auditors')),
      old,
      grant(old, 'Admin', 'AadApplication', app('Salesforce')),
      asking(old, 'Everybody', ['Which house?'], [hook]),
      excludes(alpine, old),
      other,
      resource(other, 'AadGroup', engineering),
      lasting,
      grant(lasting, 'Member', 'AadGroup', engineering),
      policy(lasting, 'Staff', 'P90D'),
      review('Guests of engineering', 'Before', engineering, 7),
      review('Reviewed by others', 'Nobody declares it', app('Salesforce'), 7),
    ],
  }
}

/** What a workspace declares: it creates, changes and deletes something of every kind. */
export function declared(): Tenant {
  const fabrikam = organization('Fabrikam', 'fabrikam.com', 'After')
  const litware = organization('Litware', 'litware.com', 'New')
  const shop = catalog('Partner collaboration', 'After')
  const alpine = accessPackage(shop, 'Alpine', 'After')
  const kit = accessPackage(shop, 'Field kit', 'New')
  const badge = workflow(shop, 'Order a badge', ofRequests, 'order-badge-2')
  const retyped = workflow(shop, 'Tell the desk', ofAssignments, 'tell-desk')
  const tools = catalog('Toolbox', 'New')
  const hook = workflow(tools, 'Tell the toolbox', ofAssignments, 'toolbox')
  const shared = accessPackage(tools, 'Shared toolbox', 'New')
  const spare = accessPackage(tools, 'Spare {catalog} parts / 50 %', 'New')
  return {
    objects: [
      object('settings', 'settings', {
        externalUserLifecycleAction: 'blockSignIn',
        durationUntilExternalUserDeletedAfterBlocked: 'P14D',
      }),
      fabrikam,
      litware,
      sponsor(fabrikam, user('ada@contoso.com')),
      sponsor(litware, group('Approvers')),
      shop,
      role(shop, 'Catalog owner', group('Approvers')),
      resource(shop, 'AadGroup', engineering),
      resource(shop, 'SharePointOnline', partners),
      badge,
      retyped,
      alpine,
      grant(alpine, 'Member', 'AadGroup', engineering),
      grant(alpine, 'Partners Visitors', 'SharePointOnline', partners),
      policy(alpine, 'Suppliers', 'P180D'),
      assigned(policy(alpine, 'Suppliers', 'P180D'), user('bob@contoso.com'), '2037-06-30T23:59:59Z'),
      asking(alpine, 'Asking', ['Which site?', 'Which project of yours?', 'Which order?'], [badge, retyped]),
      automatic(alpine, 'Sales', 'Marketing', 'P14D'),
      kit,
      grant(kit, 'Owner', 'AadGroup', engineering),
      policy(kit, 'Field staff', 'P60D'),
      assigned(policy(kit, 'Field staff', 'P60D'), user('ada@contoso.com')),
      excludes(alpine, kit),
      tools,
      role(tools, 'Catalog reader', user('ada@contoso.com')),
      resource(tools, 'AadGroup', engineering),
      resource(tools, 'AadApplication', app('Salesforce')),
      hook,
      shared,
      grant(shared, 'Member', 'AadGroup', engineering),
      grant(shared, 'Admin', 'AadApplication', app('Salesforce')),
      policy(shared, 'Staff', 'P90D'),
      policy(shared, 'Visitors', 'P9D'),
      asking(shared, 'Asked', ['Which drill?'], [hook]),
      automatic(shared, 'Everyone in production', 'Production', 'P1D'),
      excludes(shared, alpine),
      excludesGroup(shared, group('Auditors')),
      spare,
      grant(spare, 'Standard User', 'AadApplication', app('Salesforce')),
      policy(spare, 'Staff', 'P90D'),
      excludes(spare, shared),
      review('Guests of engineering', 'After', engineering, 14),
      review('Guests everywhere', 'New', 'all groups', 14),
      review('Guests of Salesforce', 'New', app('Salesforce'), 5),
    ],
  }
}
