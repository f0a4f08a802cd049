/** What a statement of the language means, where Graph keeps it, and where Microsoft explains it. */
export interface Word {
  readonly meaning: string
  /** The property or type of Microsoft Graph behind the word. */
  readonly graph?: string
  readonly page?: string
}

const resource = (name: string) => `https://learn.microsoft.com/graph/api/resources/${name}`
const guide = (name: string) => `https://learn.microsoft.com/entra/id-governance/${name}`

const policy = resource('accesspackageassignmentpolicy')
const stage = resource('accesspackageapprovalstage')
const reviews = resource('accesspackageassignmentreviewsettings')
const requestors = guide('entitlement-management-access-package-request-policy')
const schedules = resource('accessreviewscheduledefinition')

/** By the type of the tree's node that a word opens: the texts of hovers and of completion, written once. */
export const words: { readonly [type: string]: Word } = {
  Tenant: { meaning: 'A Microsoft Entra tenant that this workspace deploys to.' },
  Pin: { meaning: 'Pins the object by its id, where a name is not enough to find it.', graph: 'id' },
  Domain: {
    meaning: 'A domain name: of the tenant, or of the people who belong to the organization.',
    graph: 'domainIdentitySource.domainName',
    page: resource('domainidentitysource'),
  },
  CloudStatement: {
    meaning: 'The cloud that the tenant lives in; it decides where to sign in and which Graph to call.',
  },
  Protected: { meaning: 'Deploying to this tenant asks to type its name first.' },
  Offboarding: {
    meaning: 'What happens to the account of a guest when their last assignment ends.',
    graph: 'entitlementManagementSettings.externalUserLifecycleAction',
    page: resource('entitlementmanagementsettings'),
  },
  Organization: {
    meaning: 'A connected organization: partners whose people may request access.',
    graph: 'connectedOrganization',
    page: resource('connectedorganization'),
  },
  Description: { meaning: 'What requestors, approvers and administrators read about it.', graph: 'description' },
  Formerly: { meaning: 'Display names that it had before: an object that still has one is renamed, not made anew.' },
  TenantSource: {
    meaning: 'The organization’s people are those of this Microsoft Entra tenant.',
    graph: 'azureActiveDirectoryTenant.tenantId',
    page: resource('azureactivedirectorytenant'),
  },
  OrganizationState: {
    meaning: '`configured` organizations count for `any connected organization`; `proposed` ones do not.',
    graph: 'connectedOrganization.state',
    page: resource('connectedorganization'),
  },
  Sponsors: {
    meaning:
      'Who vouches for the organization’s people; they can approve as `internal sponsors` or `external sponsors`.',
    graph: 'connectedOrganization.internalSponsors, externalSponsors',
    page: resource('connectedorganization'),
  },
  DirectoryObject: {
    meaning:
      'A user, group, app or site that exists in the directory. Entitle refers to it and never creates or deletes it.',
  },
  InTenant: { meaning: 'What the object is called in another tenant.' },
  ObjectUse: { meaning: 'A directory object, by its declared name or written in place.' },
  Catalog: {
    meaning: 'Holds resources and the packages made of them; its owners administer both.',
    graph: 'accessPackageCatalog',
    page: resource('accesspackagecatalog'),
  },
  Unpublished: {
    meaning: 'Packages of this catalog cannot be requested for now.',
    graph: 'accessPackageCatalog.state',
    page: resource('accesspackagecatalog'),
  },
  Visible: {
    meaning: 'External users may see and request the catalog’s packages, as far as policies let them.',
    graph: 'accessPackageCatalog.isExternallyVisible',
    page: resource('accesspackagecatalog'),
  },
  RoleHolders: {
    meaning: 'Who administers the catalog: owners, readers, package managers, assignment managers.',
    graph: 'unifiedRoleAssignment',
    page: guide('entitlement-management-delegate'),
  },
  Resources: {
    meaning: 'Groups, apps and sites of which the catalog’s packages may grant roles.',
    graph: 'accessPackageResource',
    page: resource('accesspackageresource'),
  },
  Workflow: {
    meaning: 'A Logic App that requests or assignments call.',
    graph: 'customCalloutExtension',
    page: guide('entitlement-management-logic-apps-integration'),
  },
  LogicApp: {
    meaning: 'Which Logic App the workflow calls.',
    graph: 'logicAppTriggerEndpointConfiguration',
    page: resource('logicapptriggerendpointconfiguration'),
  },
  WorkflowTrigger: {
    meaning: 'Whether requests or assignments may call the workflow.',
    page: guide('entitlement-management-logic-apps-integration'),
  },
  Package: {
    meaning: 'A bundle of roles that people request and get as one.',
    graph: 'accessPackage',
    page: resource('accesspackage'),
  },
  Hidden: {
    meaning: 'Only who has the package’s link can find it.',
    graph: 'accessPackage.isHidden',
    page: resource('accesspackage'),
  },
  Tags: {
    meaning:
      'Words for the rules; they stay in the sources. `project`, `multi-year`, `compliance` and `low-sensitivity` carry meaning for the recommended standard.',
  },
  Grant: {
    meaning: 'A role of a resource that everyone who holds the package gets.',
    graph: 'accessPackageResourceRoleScope',
    page: resource('accesspackageresourcerolescope'),
  },
  Incompatible: {
    meaning: 'Who holds one of these may not request this package. Graph checks this direction only.',
    graph: 'incompatibleAccessPackages, incompatibleGroups',
    page: guide('entitlement-management-access-package-incompatible'),
  },
  PolicyTemplate: {
    meaning:
      'Statements that policies take over with `from`; a policy’s own statement of the same kind replaces the template’s.',
  },
  Policy: {
    meaning: 'Who may get the package, who approves, how long it lasts, who reviews it.',
    graph: 'accessPackageAssignmentPolicy',
    page: policy,
  },
  Requestable: {
    meaning: 'Who may request the package.',
    graph: 'allowedTargetScope, specificAllowedTargets',
    page: requestors,
  },
  NoOne: {
    meaning: 'Nobody requests; administrators assign directly.',
    graph: 'allowedTargetScope: notSpecified',
    page: requestors,
  },
  AnyMember: {
    meaning: 'Every member of the tenant, no guests.',
    graph: 'allowedTargetScope: allMemberUsers',
    page: requestors,
  },
  AnyUser: {
    meaning: 'Every member and every guest of the tenant.',
    graph: 'allowedTargetScope: allDirectoryUsers',
    page: requestors,
  },
  AnyConnectedOrganization: {
    meaning: 'Everyone from a configured connected organization.',
    graph: 'allowedTargetScope: allConfiguredConnectedOrganizationUsers',
    page: requestors,
  },
  AnyExternalUser: {
    meaning: 'Everyone from anywhere outside, also from companies that nobody configured.',
    graph: 'allowedTargetScope: allExternalUsers',
    page: requestors,
  },
  AnyServicePrincipal: {
    meaning: 'Every service principal of the tenant.',
    graph: 'allowedTargetScope: allDirectoryServicePrincipals',
    page: requestors,
  },
  AnyAgentIdentity: {
    meaning: 'Every agent identity of the tenant.',
    graph: 'allowedTargetScope: allDirectoryAgentIdentities',
    page: requestors,
  },
  UsersFrom: {
    meaning: 'Everyone from these connected organizations.',
    graph: 'allowedTargetScope: specificConnectedOrganizationUsers',
    page: requestors,
  },
  TheseApps: {
    meaning: 'These apps’ service principals.',
    graph: 'allowedTargetScope: specificDirectoryServicePrincipals',
    page: requestors,
  },
  TheseObjects: {
    meaning: 'These users, and the members of these groups.',
    graph: 'allowedTargetScope: specificDirectoryUsers',
    page: requestors,
  },
  AssignedAutomatically: {
    meaning: 'Everyone whom the rule matches holds the package, without a request.',
    graph: 'automaticRequestSettings, attributeRuleMembers',
    page: guide('entitlement-management-access-package-auto-assignment-policy'),
  },
  OnBehalf: {
    meaning: 'Managers may request the package for the people who report to them.',
    graph: 'requestorSettings.onBehalfRequestors',
    page: resource('accesspackageassignmentrequestorsettings'),
  },
  ChooseDates: {
    meaning: 'Requestors may choose when their access starts and ends.',
    graph: 'requestorSettings.allowCustomAssignmentSchedule',
    page: resource('accesspackageassignmentrequestorsettings'),
  },
  Notifications: {
    meaning: 'Nobody gets mail about assignments of this policy.',
    graph: 'notificationSettings.isAssignmentNotificationDisabled',
    page: policy,
  },
  NoApproval: {
    meaning: 'Requests are granted at once.',
    graph: 'requestApprovalSettings.isApprovalRequiredForAdd',
    page: resource('accesspackageassignmentapprovalsettings'),
  },
  Approval: {
    meaning: 'Requests wait for people to approve them, in up to three stages.',
    graph: 'requestApprovalSettings',
    page: resource('accesspackageassignmentapprovalsettings'),
  },
  Justification: {
    meaning:
      'Whether one must give a reason: the requestor in `approval`, the approver in a `stage`, the reviewer in a `review`.',
    graph: 'isRequestorJustificationRequired, isApproverJustificationRequired, isReviewerJustificationRequired',
    page: stage,
  },
  Stage: {
    meaning: 'One of these people decides; then the next stage begins.',
    graph: 'accessPackageApprovalStage',
    page: stage,
  },
  Within: {
    meaning: 'A request that nobody decided after this long is denied; 14 days where nothing is said.',
    graph: 'durationBeforeAutomaticDenial',
    page: stage,
  },
  ApproverVisibility: {
    meaning: 'Whether requestors see who decides.',
    graph: 'approverInformationVisibility',
    page: stage,
  },
  Escalation: {
    meaning: 'Who may decide too, once the approvers have let this long pass.',
    graph: 'escalationApprovers, durationBeforeEscalation',
    page: stage,
  },
  Expiration: {
    meaning: 'When an assignment ends: some time after it began, on a date, or never.',
    graph: 'expiration',
    page: resource('expirationpattern'),
  },
  Extension: {
    meaning: 'Whether people may extend their access before it ends, and whether that takes approval.',
    graph: 'requestorSettings.enableTargetsToSelfUpdateAccess',
    page: resource('accesspackageassignmentrequestorsettings'),
  },
  Manager: {
    meaning: 'The manager of who requests; guests rarely have one, so name a fallback.',
    graph: 'requestorManager',
    page: resource('requestormanager'),
  },
  SponsorsOf: {
    meaning: 'The sponsors of the requestor’s connected organization.',
    graph: 'internalSponsors, externalSponsors',
    page: resource('internalsponsors'),
  },
  UserSponsors: { meaning: 'The sponsors of the user.', graph: 'targetUserSponsors', page: resource('subjectset') },
  Self: { meaning: 'People review their own access.', graph: 'isSelfReview', page: reviews },
  GroupOwners: { meaning: 'The owners of the group under review.', page: schedules },
  PolicyReview: {
    meaning: 'People look again, at regular times, at who holds the package.',
    graph: 'reviewSettings',
    page: reviews,
  },
  Starting: { meaning: 'When the first review starts.', graph: 'schedule.startDateTime', page: reviews },
  Ending: { meaning: 'When reviews stop; without it they go on.', graph: 'schedule.recurrence.range', page: reviews },
  OpenFor: { meaning: 'How long reviewers have to decide.', graph: 'schedule.expiration.duration', page: reviews },
  Reviewers: {
    meaning: 'Who reviews, and who stands in where there is no such person.',
    graph: 'primaryReviewers, fallbackReviewers',
    page: reviews,
  },
  NoResponse: {
    meaning: 'What happens to access that nobody reviewed in time.',
    graph: 'expirationBehavior',
    page: reviews,
  },
  Recommendations: {
    meaning: 'Whether reviewers see Microsoft’s recommendations.',
    graph: 'isRecommendationEnabled',
    page: reviews,
  },
  StandaloneReview: {
    meaning: 'An access review of groups or apps, for access that packages don’t cover.',
    graph: 'accessReviewScheduleDefinition',
    page: schedules,
  },
  ReviewScope: { meaning: 'Whose access to what is reviewed.', graph: 'scope', page: schedules },
  Inactive: {
    meaning: 'Only people who have not signed in for this long are reviewed.',
    graph: 'accessReviewInactiveUsersQueryScope',
    page: resource('accessreviewinactiveusersqueryscope'),
  },
  Recurs: { meaning: 'How often the review happens.', graph: 'settings.recurrence', page: schedules },
  ApplyDecisions: {
    meaning: 'Whether decisions take effect by themselves when the review ends.',
    graph: 'settings.autoApplyDecisionsEnabled',
    page: schedules,
  },
  Ask: { meaning: 'A question that requestors answer.', graph: 'questions', page: resource('accesspackagequestion') },
  Translation: {
    meaning: 'The question in another language.',
    graph: 'localizations',
    page: resource('accesspackagelocalizedtext'),
  },
  OnCall: {
    meaning: 'Calls a workflow when something happens to a request or an assignment.',
    graph: 'customExtensionStageSettings',
    page: guide('entitlement-management-logic-apps-integration'),
  },
  Assign: {
    meaning: 'An administrator’s direct assignment.',
    graph: 'accessPackageAssignmentRequest: adminAdd',
    page: resource('accesspackageassignmentrequest'),
  },
  Waiver: { meaning: 'Excuses this element from a rule until a day, for a reason. Afterwards the findings are back.' },
  Standard: { meaning: 'Which rules hold in this workspace, and how strictly. Without one, `recommended` holds.' },
  RuleSetting: { meaning: 'How grave a rule’s findings are, and what it allows.' },
  BoundOption: { meaning: 'The most or the least that the rule allows.' },
  TagOption: { meaning: 'The rule looks only at packages with one of these tags.' },
  PatternOption: { meaning: 'What the rule looks for, as a regular expression.' },
  Scenario: { meaning: 'A test of the policies against the sources alone.' },
  Requestor: { meaning: 'Who requests in this scenario.' },
  RequestsPackage: { meaning: 'What the scenario’s requestor asks for, and on which day.' },
  ExpectPolicy: { meaning: 'Which policy must take the request.' },
  ExpectDenied: { meaning: 'No policy may take the request.' },
  ExpectApproval: { meaning: 'Who must approve, stage by stage; or that nobody must.' },
  ExpectAccess: { meaning: 'How long access must last.' },
  ExpectReview: { meaning: 'How often access must be reviewed; or that it is not.' },
  ExpectIncompatible: { meaning: 'What the requestor must not hold.' },
}

/** A word's explanation as Markdown: its meaning, Graph's property, Microsoft's page. */
export const wordMarkdown = (type: string): string | undefined => {
  const word = words[type]
  if (word === undefined) return undefined
  const graph =
    word.graph === undefined
      ? ''
      : `Microsoft Graph: ${word.graph
          .split(', ')
          .map(name => `\`${name}\``)
          .join(', ')}`
  const page = word.page === undefined ? '' : `[Microsoft’s documentation](${word.page})`
  const links = [graph, page].filter(part => part !== '').join(' · ')
  return links === '' ? word.meaning : `${word.meaning}\n\n${links}`
}
