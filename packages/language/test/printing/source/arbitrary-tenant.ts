import {
  addressOf,
  fold,
  type KindName,
  type Properties,
  type Ref,
  type Tenant,
  type TenantObject,
  type Value,
} from '@entitle/graph'
import fc from 'fast-check'

/** Names that try to be something else: another token, another name, the end of a text. */
export const hostile = [
  '',
  ' ',
  'Sales',
  'sales',
  'SALES',
  'Sálès',
  '"',
  '""',
  '"""',
  '\\',
  '\\"',
  '\\u{22}',
  '" } catalog evil "Evil" { owners user "mallory@evil.example" } //',
  '*/ /* //',
  'first\nsecond',
  '\n',
  'a\r\nb\rc',
  '  indented\n    more\n\nlast  ',
  '\t\ttabs\nof\tall sorts',
  '\u202Ertl\u202C \u2066isolate\u2069',
  '\u200Bhidden\uFEFF',
  '\u2028line\u2029',
  '\u0000\u0007\u001b[31m',
  '👩‍👩‍👧 family',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'Проект Альпы',
  'हिन्दी',
  '２０２７ ﬁnance',
  'İstanbul',
  '2027 Budget',
  '-',
  'manager',
  'self',
  'user',
  'group',
  'any',
  'no',
  'users',
  'fallback',
  'template',
  'policy',
  'package',
  'from',
  'in',
  'directory',
  'tenant',
  'con',
  'internal sponsors',
  '__proto__',
  'constructor',
  'x'.repeat(300),
]

export const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostile) },
  { weight: 2, arbitrary: fc.constantFrom('Alpine', 'Alpine supplier', 'Partners', 'Governance desk', 'Wiki') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
)

const id = fc.constantFrom('8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11', '11111111-2222-3333-4444-555555555555')
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 6 })

const ref = (...kinds: readonly Ref['$ref'][]): fc.Arbitrary<Ref> =>
  fc
    .record({ $ref: fc.constantFrom(...kinds), name, id: rarely(id) })
    .map(({ id, ...rest }) => (id === undefined ? rest : { ...rest, id }))

const days = (most: number) => fc.integer({ min: 1, max: most }).map(count => `P${count}D`)
const duration = fc.oneof(days(400), fc.constantFrom('PT1H', 'PT8H', 'P1DT12H'))
const day = fc.constantFrom('2027-01-04', '2028-02-29', '2030-12-31')

const subject: fc.Arbitrary<Value> = fc.oneof(
  ref('user').map(userId => ({ '@odata.type': '#microsoft.graph.singleUser', userId })),
  ref('group').map(groupId => ({ '@odata.type': '#microsoft.graph.groupMembers', groupId })),
  fc
    .integer({ min: 1, max: 3 })
    .map(managerLevel => ({ '@odata.type': '#microsoft.graph.requestorManager', managerLevel })),
  fc
    .constantFrom('internalSponsors', 'externalSponsors', 'targetUserSponsors')
    .map(sort => ({ '@odata.type': `#microsoft.graph.${sort}` })),
)
const subjects = (least: number) => fc.array(subject, { minLength: least, maxLength: 3 })

const stage: fc.Arbitrary<Value> = fc
  .record({
    durationBeforeAutomaticDenial: days(14),
    isApproverJustificationRequired: fc.boolean(),
    approverInformationVisibility: fc.constantFrom('default', 'visible', 'notVisible'),
    primaryApprovers: subjects(1),
    fallbackPrimaryApprovers: subjects(0),
    escalation: fc.option(fc.record({ after: duration, approvers: subjects(1), fallback: subjects(0) }), {
      nil: undefined,
    }),
  })
  .map(({ escalation, ...rest }) => ({
    ...rest,
    isEscalationEnabled: escalation !== undefined,
    durationBeforeEscalation: escalation?.after ?? 'PT0S',
    escalationApprovers: escalation?.approvers ?? [],
    fallbackEscalationApprovers: escalation?.fallback ?? [],
  }))

const review = (today: string): fc.Arbitrary<{ readonly settings: Value; readonly defaults?: Properties }> =>
  fc
    .record({
      expirationBehavior: fc.constantFrom('removeAccess', 'keepAccess', 'acceptAccessRecommendation'),
      isRecommendationEnabled: fc.boolean(),
      isReviewerJustificationRequired: fc.boolean(),
      isSelfReview: fc.boolean(),
      reviewers: fc.option(fc.record({ primary: subjects(1), fallback: subjects(0) }), { nil: undefined }),
      starting: fc.option(day, { nil: undefined }),
      open: days(20),
      pattern: fc.constantFrom<readonly [string, number]>(
        ['weekly', 1],
        ['absoluteMonthly', 1],
        ['absoluteMonthly', 3],
        ['absoluteMonthly', 6],
        ['absoluteMonthly', 12],
      ),
      range: fc.oneof<fc.Arbitrary<Value>[]>(
        fc.constant({ type: 'noEnd' }),
        day.map(endDate => ({ type: 'endDate', endDate })),
        fc.integer({ min: 1, max: 9 }).map(numberOfOccurrences => ({ type: 'numbered', numberOfOccurrences })),
      ),
    })
    .map(({ reviewers, starting, open, pattern: [type, interval], range, ...rest }) => ({
      settings: {
        isEnabled: true,
        ...rest,
        primaryReviewers: reviewers?.primary ?? [],
        fallbackReviewers: reviewers?.fallback ?? [],
        schedule: {
          ...(starting === undefined ? {} : { startDateTime: `${starting}T00:00:00Z` }),
          expiration: { type: 'afterDuration', duration: open },
          recurrence: { pattern: { type, interval }, range },
        },
      },
      ...(starting === undefined
        ? { defaults: { reviewSettings: { schedule: { startDateTime: `${today}T00:00:00Z` } } } }
        : {}),
    }))

const who = (organizations: readonly TenantObject[]): fc.Arbitrary<readonly [string, readonly Value[]]> =>
  fc.oneof(
    fc
      .constantFrom(
        'notSpecified',
        'allMemberUsers',
        'allDirectoryUsers',
        'allConfiguredConnectedOrganizationUsers',
        'allExternalUsers',
        'allDirectoryServicePrincipals',
        'allDirectoryAgentIdentities',
      )
      .map(scope => [scope, []] as const),
    fc
      .array(
        fc.oneof(
          ref('user').map((userId): Value => ({ '@odata.type': '#microsoft.graph.singleUser', userId })),
          ref('group').map((groupId): Value => ({ '@odata.type': '#microsoft.graph.groupMembers', groupId })),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map(targets => ['specificDirectoryUsers', targets] as const),
    fc
      .array(
        ref('servicePrincipal').map(
          (servicePrincipalId): Value => ({
            '@odata.type': '#microsoft.graph.singleServicePrincipal',
            servicePrincipalId,
          }),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map(targets => ['specificDirectoryServicePrincipals', targets] as const),
    ...(organizations.length === 0
      ? []
      : [
          fc.subarray([...organizations], { minLength: 1 }).map(
            some =>
              [
                'specificConnectedOrganizationUsers',
                some.map(
                  ({ name, address }): Value => ({
                    '@odata.type': '#microsoft.graph.connectedOrganizationMembers',
                    connectedOrganizationId: { $ref: 'connected-organization', name, address },
                  }),
                ),
              ] as const,
          ),
        ]),
  )

const object = (
  kind: KindName,
  name: string,
  properties: Properties,
  parent?: TenantObject,
  more: Partial<TenantObject> = {},
): TenantObject => ({
  kind,
  address: addressOf(kind, name, parent?.address),
  ...(parent === undefined ? {} : { parent: parent.address }),
  name,
  properties,
  ...more,
})

/** Objects of one kind in one parent, told apart by their names, whatever the case of these. */
const several = (arbitrary: fc.Arbitrary<TenantObject>, most: number, least = 0): fc.Arbitrary<TenantObject[]> =>
  fc.uniqueArray(arbitrary, {
    minLength: least,
    maxLength: most,
    selector: ({ address }) => fold(address),
  })

const declared = (
  kind: KindName,
  parent: TenantObject | undefined,
  rest: fc.Arbitrary<Properties>,
): fc.Arbitrary<TenantObject> =>
  fc
    .record({
      name,
      description: fc.oneof(fc.constant(''), name),
      rest,
      id: rarely(id),
      formerly: rarely(fc.array(name, { minLength: 1, maxLength: 2 })),
    })
    .map(({ name, description, rest, id, formerly }) =>
      object(kind, name, { displayName: name, description, ...rest }, parent, {
        ...(id === undefined ? {} : { id }),
        ...(formerly === undefined ? {} : { formerly }),
      }),
    )

const organization = declared(
  'connected-organization',
  undefined,
  fc.record({
    state: fc.constantFrom('configured', 'proposed'),
    identitySources: fc.array(
      fc.oneof<fc.Arbitrary<Value>[]>(
        name.map(domainName => ({ '@odata.type': '#microsoft.graph.domainIdentitySource', domainName })),
        id.map(tenantId => ({ '@odata.type': '#microsoft.graph.azureActiveDirectoryTenant', tenantId })),
      ),
      { maxLength: 2 },
    ),
  }),
)

const sponsor = (parent: TenantObject) =>
  fc
    .record({ relation: fc.constantFrom('internal', 'external'), principal: ref('user', 'group') })
    .map(({ relation, principal }) =>
      object('sponsor', `${relation} ${principal.name}`, { relation, principal }, parent),
    )

const catalog = declared(
  'catalog',
  undefined,
  fc.record({ state: fc.constantFrom('published', 'unpublished'), isExternallyVisible: fc.boolean() }),
)

const role = (parent: TenantObject) =>
  fc
    .record({
      role: fc.constantFrom(
        'Catalog owner',
        'Catalog reader',
        'Access package manager',
        'Access package assignment manager',
      ),
      principal: ref('user', 'group', 'servicePrincipal'),
    })
    .map(({ role, principal }) => object('catalog-role', `${role} ${principal.name}`, { role, principal }, parent))

const origin: { readonly [kind: string]: string } = {
  group: 'AadGroup',
  servicePrincipal: 'AadApplication',
  site: 'SharePointOnline',
}

const resource = (parent: TenantObject) =>
  ref('group', 'servicePrincipal', 'site').map(resource =>
    object('catalog-resource', resource.name, { originSystem: origin[resource.$ref] ?? '', resource }, parent),
  )

const workflow = (parent: TenantObject) =>
  fc
    .record({
      name,
      description: fc.oneof(fc.constant(''), name),
      type: fc.constantFrom('Request', ''),
      app: name,
      resourceGroup: name,
      subscription: id,
    })
    .map(({ name, description, type, app, resourceGroup, subscription }) =>
      object(
        'custom-workflow-extension',
        name,
        {
          '@odata.type': `#microsoft.graph.accessPackageAssignment${type}WorkflowExtension`,
          displayName: name,
          description,
          endpointConfiguration: {
            '@odata.type': '#microsoft.graph.logicAppTriggerEndpointConfiguration',
            subscriptionId: subscription,
            resourceGroupName: resourceGroup,
            logicAppWorkflowName: app,
          },
        },
        parent,
        {
          defaults: {
            authenticationConfiguration: { '@odata.type': '#microsoft.graph.azureAdPopTokenAuthentication' },
          },
        },
      ),
    )

const question: fc.Arbitrary<Value> = fc
  .record({
    text: name,
    isRequired: fc.boolean(),
    isAnswerEditable: fc.boolean(),
    localizations: fc.array(fc.record({ languageCode: fc.constantFrom('de-DE', 'fr', 'pt-BR'), text: name }), {
      maxLength: 2,
    }),
    answer: fc.oneof<fc.Arbitrary<Properties>[]>(
      fc.option(fc.constantFrom('^PO-[0-9]{6}$', '"\\\\"', ' '), { nil: null }).map(regexPattern => ({
        '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
        isSingleLineQuestion: true,
        regexPattern,
      })),
      fc.constant({
        '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
        isSingleLineQuestion: false,
        regexPattern: null,
      }),
      fc
        .record({ many: fc.boolean(), choices: fc.array(name, { minLength: 1, maxLength: 3 }) })
        .map(({ many, choices }) => ({
          '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion',
          isMultipleSelectionAllowed: many,
          choices: choices.map(text => ({ text })),
        })),
    ),
  })
  .map(({ answer, ...rest }) => ({ ...answer, ...rest }))

const call = (workflows: readonly TenantObject[]): fc.Arbitrary<Value> =>
  fc
    .record({
      stage: fc.constantFrom(
        'assignmentRequestCreated',
        'assignmentRequestApproved',
        'assignmentRequestGranted',
        'assignmentRequestRemoved',
        'assignmentFourteenDaysBeforeExpiration',
        'assignmentOneDayBeforeExpiration',
      ),
      workflow: fc.constantFrom(...workflows),
    })
    .map(({ stage, workflow: { kind, name, address, properties } }) => ({
      stage,
      customExtension: { '@odata.type': properties['@odata.type'] ?? null, id: { $ref: kind, name, address } },
    }))

const automatic: fc.Arbitrary<{ readonly rule: string; readonly grace: string | null }> = fc.record({
  rule: name,
  grace: fc.option(duration, { nil: null }),
})

const grant = (parent: TenantObject) =>
  fc
    .record({ role: name, resource: ref('group', 'servicePrincipal', 'site') })
    .map(({ role, resource }) =>
      object(
        'resource-role-scope',
        `${role} ${resource.$ref === 'group' ? 'of' : 'in'} ${resource.name}`,
        { role, resource, originSystem: origin[resource.$ref] ?? '' },
        parent,
      ),
    )

const byRule = (membershipRule: string): readonly [string, readonly Value[]] => [
  'specificDirectoryUsers',
  [{ '@odata.type': '#microsoft.graph.attributeRuleMembers', membershipRule }],
]

const policy = (
  parent: TenantObject,
  organizations: readonly TenantObject[],
  workflows: readonly TenantObject[],
  today: string,
): fc.Arbitrary<TenantObject> =>
  fc
    .record({
      base: declared('assignment-policy', parent, fc.constant({})),
      who: who(organizations),
      expiration: fc.oneof<fc.Arbitrary<Value>[]>(
        fc.constant({ type: 'noExpiration' }),
        duration.map(duration => ({ type: 'afterDuration', duration })),
        fc
          .constantFrom('2027-06-30T23:59:59Z', '2027-06-30T18:00:00Z')
          .map(endDateTime => ({ type: 'afterDateTime', endDateTime })),
      ),
      stages: fc.option(fc.array(stage, { maxLength: 3 }), { nil: undefined }),
      justification: fc.boolean(),
      extension: fc.constantFrom('denied', 'allowed', 'with approval'),
      review: fc.option(review(today), { nil: undefined }),
      automatic: rarely(automatic),
      onBehalf: fc.boolean(),
      chooseDates: fc.boolean(),
      quiet: fc.boolean(),
      questions: fc.array(question, { maxLength: 3 }),
      calls: workflows.length === 0 ? fc.constant([]) : fc.array(call(workflows), { maxLength: 3 }),
    })
    .map(({ base, who, expiration, stages, justification, extension, review, automatic, ...more }) => ({
      who: automatic === undefined ? who : byRule(automatic.rule),
      ...{ base, expiration, stages, justification, extension, review, automatic, ...more },
    }))
    .map(
      ({ base, who: [scope, targets], expiration, stages, justification, extension, review, automatic, ...more }) => ({
        ...base,
        properties: {
          ...base.properties,
          allowedTargetScope: scope,
          specificAllowedTargets: targets,
          requestorSettings: {
            enableTargetsToSelfAddAccess: automatic === undefined && scope !== 'notSpecified',
            enableTargetsToSelfUpdateAccess: extension !== 'denied',
            enableOnBehalfRequestorsToAddAccess: more.onBehalf,
            enableOnBehalfRequestorsToUpdateAccess: more.onBehalf && extension !== 'denied',
            onBehalfRequestors: more.onBehalf
              ? [{ '@odata.type': '#microsoft.graph.targetManager', managerLevel: 1 }]
              : [],
            allowCustomAssignmentSchedule: more.chooseDates,
          },
          automaticRequestSettings:
            automatic === undefined
              ? null
              : {
                  requestAccessForAllowedTargets: true,
                  removeAccessWhenTargetLeavesAllowedTargets: true,
                  gracePeriodBeforeAccessRemoval: automatic.grace,
                },
          questions: more.questions,
          customExtensionStageSettings: more.calls,
          notificationSettings: { isAssignmentNotificationDisabled: more.quiet },
          expiration,
          requestApprovalSettings: {
            isApprovalRequiredForAdd: stages !== undefined,
            isApprovalRequiredForUpdate: extension === 'with approval',
            isRequestorJustificationRequired: stages !== undefined && justification,
            stages: stages ?? [],
          },
          reviewSettings: review?.settings ?? null,
        },
        ...(review?.defaults === undefined ? {} : { defaults: review.defaults }),
      }),
    )

const exclusions = (of: TenantObject, packages: readonly TenantObject[]): fc.Arbitrary<TenantObject[]> => {
  const excluded = several(
    packages.length === 0
      ? fc.constant(of)
      : fc
          .constantFrom(...packages)
          .map(({ name, address }) =>
            object('incompatible-package', name, { package: { $ref: 'access-package', name, address } }, of),
          ),
    2,
  )
  const groups = several(
    ref('group').map(group => object('incompatible-group', group.name, { group }, of)),
    2,
  )
  return fc.tuple(excluded, groups).map(all => all.flat())
}

const assignment = (of: TenantObject) =>
  fc
    .record({
      target: ref('user'),
      start: fc.constantFrom(undefined, '2027-02-01T00:00:00Z', '2027-02-01T08:30:00Z'),
      end: fc.constantFrom(undefined, '2027-03-31T23:59:59Z', '2027-03-31T18:00:00Z'),
    })
    .map(({ target, start, end }) => {
      const schedule = {
        ...(start === undefined ? {} : { startDateTime: start }),
        ...(end === undefined ? {} : { expiration: { type: 'afterDateTime', endDateTime: end } }),
      }
      const said = start === undefined && end === undefined ? {} : { schedule }
      return object('assignment', target.name, { target, ...said }, of)
    })

const workflowsBeside = (of: TenantObject, objects: readonly TenantObject[]) =>
  objects.filter(({ kind, parent }) => kind === 'custom-workflow-extension' && parent === of.parent)

const all = (arbitraries: readonly fc.Arbitrary<TenantObject[]>[]): fc.Arbitrary<TenantObject[]> =>
  fc.tuple(...arbitraries).map(each => each.flat())

const settings: fc.Arbitrary<TenantObject[]> = fc
  .constantFrom<Properties>(
    { externalUserLifecycleAction: 'none' },
    { externalUserLifecycleAction: 'blockSignIn' },
    { externalUserLifecycleAction: 'blockSignInAndDelete', durationUntilExternalUserDeletedAfterBlocked: 'P30D' },
  )
  .chain(properties => fc.constantFrom([], [object('settings', 'settings', properties)]))

const reviewer = fc.oneof<fc.Arbitrary<Value>[]>(
  fc.constant({ by: 'manager' }),
  fc.constant({ by: 'group owners' }),
  name.map(user => ({ by: 'user', of: { $ref: 'user', name: user } })),
  name.map(group => ({ by: 'group', of: { $ref: 'group', name: group } })),
)
const cadence = fc.constantFrom<readonly [string, number]>(
  ['weekly', 1],
  ['absoluteMonthly', 1],
  ['absoluteMonthly', 12],
)
const until = fc.oneof<fc.Arbitrary<Properties>[]>(
  fc.constant({ type: 'noEnd' }),
  day.map(endDate => ({ type: 'endDate', endDate })),
  fc.integer({ min: 1, max: 9 }).map(numberOfOccurrences => ({ type: 'numbered', numberOfOccurrences })),
)

const standaloneReview = (today: string): fc.Arbitrary<TenantObject> =>
  fc
    .record({
      name,
      id: rarely(id),
      descriptionForAdmins: fc.oneof(fc.constant(''), name),
      who: fc.constantFrom('guests', 'members', 'everyone'),
      within: fc.oneof<fc.Arbitrary<Value>[]>(
        fc.constant('all groups'),
        name.map(group => ({ $ref: 'group', name: group })),
        name.map(app => ({ $ref: 'servicePrincipal', name: app })),
      ),
      inactiveFor: fc.option(days(99), { nil: null }),
      reviewers: fc.array(reviewer, { maxLength: 2 }),
      fallbackReviewers: fc.array(reviewer, { maxLength: 2 }),
      open: fc.integer({ min: 1, max: 27 }),
      applies: fc.boolean(),
      outcome: fc.constantFrom<readonly [boolean, string]>([true, 'Deny'], [false, 'None'], [true, 'Recommendation']),
      recommends: fc.boolean(),
      justified: fc.boolean(),
      recurs: fc.option(fc.tuple(cadence, until), { nil: undefined }),
      starting: fc.option(day, { nil: undefined }),
    })
    .map(({ name, id, descriptionForAdmins, who, within, inactiveFor, reviewers, fallbackReviewers, ...how }) => {
      const { open, applies, outcome, recommends, justified, recurs, starting } = how
      const start = starting === undefined ? {} : { startDate: starting }
      const settings = {
        instanceDurationInDays: open,
        autoApplyDecisionsEnabled: applies,
        defaultDecisionEnabled: outcome[0],
        defaultDecision: outcome[1],
        recommendationsEnabled: recommends,
        justificationRequiredOnApproval: justified,
        recurrence:
          recurs === undefined
            ? { pattern: null, range: start }
            : { pattern: { type: recurs[0][0], interval: recurs[0][1] }, range: { ...recurs[1], ...start } },
      }
      const scope = { who, in: within, inactiveFor }
      const properties = { displayName: name, descriptionForAdmins, scope, reviewers, fallbackReviewers, settings }
      const defaults = {
        settings: {
          mailNotificationsEnabled: true,
          reminderNotificationsEnabled: true,
          recurrence: { range: { startDate: starting ?? today } },
        },
      }
      return object('access-review', name, properties, undefined, { ...(id === undefined ? {} : { id }), defaults })
    })

/** A tenant as lowering gives one, with every kind of object; `today` is the day on which reviews start that don't say when. */
export const arbitraryTenant = (today: string): fc.Arbitrary<Tenant> =>
  fc
    .tuple(settings, several(organization, 2), several(catalog, 2), several(standaloneReview(today), 2))
    .chain(([settings, organizations, catalogs, reviews]) =>
      all([
        fc.constant([...settings, ...organizations, ...catalogs, ...reviews]),
        ...organizations.map(of => several(sponsor(of), 3)),
        ...catalogs.flatMap(of => [several(role(of), 3), several(resource(of), 4), several(workflow(of), 2)]),
      ]).chain(most =>
        all(
          catalogs.map(of => several(declared('access-package', of, fc.record({ isHidden: fc.boolean() })), 2)),
        ).chain(packages =>
          all([
            fc.constant([...most, ...packages]),
            ...packages.flatMap(of => [
              several(grant(of), 3),
              several(policy(of, organizations, workflowsBeside(of, most), today), 3),
              exclusions(of, packages),
            ]),
          ]).chain(whole =>
            all([
              fc.constant(whole),
              ...whole.filter(({ kind }) => kind === 'assignment-policy').map(of => several(assignment(of), 2)),
            ]),
          ),
        ),
      ),
    )
    .map(objects => ({ objects }))
