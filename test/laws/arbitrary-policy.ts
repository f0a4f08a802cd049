import type { Properties, Ref, TenantObject, Value } from '@entitle/graph'
import fc from 'fast-check'
import { app, few, group, user } from './arbitrary-directory.ts'

const days = (from: number, to: number) => fc.integer({ min: from, max: to }).map(count => `P${count}D`)

const singleUser = user.map((userId): Value => ({ '@odata.type': '#microsoft.graph.singleUser', userId }))
const members = group.map((groupId): Value => ({ '@odata.type': '#microsoft.graph.groupMembers', groupId }))
const manager = fc
  .integer({ min: 1, max: 2 })
  .map((managerLevel): Value => ({ '@odata.type': '#microsoft.graph.requestorManager', managerLevel }))

const some = (subject: fc.Arbitrary<Value>, least: number) =>
  fc.uniqueArray(subject, { minLength: least, maxLength: 3, selector: value => JSON.stringify(value) })

const people = fc.oneof(singleUser, members)

const scopes = (organizations: readonly Ref[]): fc.Arbitrary<Properties> =>
  fc.oneof(
    fc
      .constantFrom('notSpecified', 'allMemberUsers', 'allDirectoryUsers', 'allExternalUsers')
      .map((allowedTargetScope): Properties => ({ allowedTargetScope, specificAllowedTargets: [] })),
    some(people, 1).map(
      (specificAllowedTargets): Properties => ({
        allowedTargetScope: 'specificDirectoryUsers',
        specificAllowedTargets,
      }),
    ),
    some(
      app.map(
        (servicePrincipalId): Value => ({
          '@odata.type': '#microsoft.graph.singleServicePrincipal',
          servicePrincipalId,
        }),
      ),
      1,
    ).map(
      (specificAllowedTargets): Properties => ({
        allowedTargetScope: 'specificDirectoryServicePrincipals',
        specificAllowedTargets,
      }),
    ),
    ...(organizations.length === 0
      ? []
      : [
          fc.subarray([...organizations], { minLength: 1 }).map(
            (chosen): Properties => ({
              allowedTargetScope: 'specificConnectedOrganizationUsers',
              specificAllowedTargets: chosen.map(connectedOrganizationId => ({
                '@odata.type': '#microsoft.graph.connectedOrganizationMembers',
                connectedOrganizationId,
              })),
            }),
          ),
        ]),
  )

const stage: fc.Arbitrary<Value> = fc
  .record({
    isApproverJustificationRequired: fc.boolean(),
    approverInformationVisibility: fc.constantFrom('default', 'visible', 'notVisible'),
    primaryApprovers: some(fc.oneof(people, manager), 0),
    fallbackPrimaryApprovers: some(people, 1),
    escalated: fc.boolean(),
    alternates: some(people, 1),
    within: fc.integer({ min: 4, max: 14 }),
  })
  .map(({ escalated, alternates, within, ...said }) => ({
    ...said,
    durationBeforeAutomaticDenial: `P${within}D`,
    isEscalationEnabled: escalated,
    durationBeforeEscalation: escalated ? `P${Math.floor(within / 2) + 1}D` : 'PT0S',
    escalationApprovers: escalated ? alternates : [],
    fallbackEscalationApprovers: [],
  }))

const approval: fc.Arbitrary<Value> = fc
  .record({
    stages: fc.array(stage, { maxLength: 2 }),
    forUpdate: fc.boolean(),
    isRequestorJustificationRequired: fc.boolean(),
  })
  .map(({ stages, forUpdate, ...rest }) => ({
    ...rest,
    stages,
    isApprovalRequiredForAdd: stages.length > 0,
    isApprovalRequiredForUpdate: stages.length > 0 && forUpdate,
  }))

const expiration: fc.Arbitrary<Value> = fc.oneof(
  fc.constant<Value>({ type: 'noExpiration' }),
  days(1, 3660).map((duration): Value => ({ type: 'afterDuration', duration })),
  fc.integer({ min: 1, max: 100 }).map((hours): Value => ({ type: 'afterDuration', duration: `PT${hours}H` })),
  fc.constantFrom('2027-06-30T23:59:59Z', '2031-01-01T00:00:00Z').map(
    (endDateTime): Value => ({
      type: 'afterDateTime',
      endDateTime,
    }),
  ),
)

const recurrence: fc.Arbitrary<Value> = fc.record({
  pattern: fc.constantFrom<Value>(
    { type: 'weekly', interval: 1 },
    { type: 'absoluteMonthly', interval: 3 },
    { type: 'absoluteMonthly', interval: 12 },
  ),
  range: fc.constantFrom<Value>(
    { type: 'noEnd' },
    { type: 'endDate', endDate: '2030-12-31' },
    { type: 'numbered', numberOfOccurrences: 4 },
  ),
})

const review: fc.Arbitrary<Value> = fc
  .record({
    expirationBehavior: fc.constantFrom('removeAccess', 'keepAccess', 'acceptAccessRecommendation'),
    isRecommendationEnabled: fc.boolean(),
    isReviewerJustificationRequired: fc.boolean(),
    isSelfReview: fc.boolean(),
    primaryReviewers: some(people, 1),
    fallbackReviewers: some(people, 0),
    open: days(3, 30),
    recurrence,
    starting: fc.option(fc.constant('2027-01-01T00:00:00Z'), { nil: undefined }),
  })
  .map(({ open, recurrence: how, starting, ...rest }) => ({
    ...rest,
    isEnabled: true,
    schedule: {
      ...(starting === undefined ? {} : { startDateTime: starting }),
      expiration: { type: 'afterDuration', duration: open },
      recurrence: how,
    },
  }))

const texts = fc.constantFrom(
  'Which project?',
  'Why?',
  'Wofür “genau”?\nIn einem Satz.',
  '$filter=(x)',
  'İstanbul / 50 %',
)

const answer: fc.Arbitrary<Properties> = fc.oneof(
  fc
    .record({ isSingleLineQuestion: fc.boolean(), regexPattern: fc.constantFrom(null, '^PO-[0-9]{6}$') })
    .map((said): Properties => ({ '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion', ...said })),
  fc
    .record({
      isMultipleSelectionAllowed: fc.boolean(),
      choices: fc.shuffledSubarray(['Kenya', 'Guyana', 'Ελλάδα'], { minLength: 1 }),
    })
    .map(
      ({ choices, ...said }): Properties => ({
        '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion',
        ...said,
        choices: choices.map(text => ({ text })),
      }),
    ),
)

const question = fc
  .record({
    answer,
    text: texts,
    isRequired: fc.boolean(),
    isAnswerEditable: fc.boolean(),
    localizations: fc.subarray([
      { languageCode: 'de-DE', text: 'Welches Projekt?' },
      { languageCode: 'fr-CA', text: 'Quel projet ?' },
    ]),
  })
  .map(({ answer: how, ...said }): Value => ({ ...how, ...said }))

const requestStages = [
  'assignmentRequestCreated',
  'assignmentRequestApproved',
  'assignmentRequestGranted',
  'assignmentRequestRemoved',
]
const assignmentStages = ['assignmentFourteenDaysBeforeExpiration', 'assignmentOneDayBeforeExpiration']

const calls = (workflows: readonly TenantObject[]): fc.Arbitrary<Value[]> =>
  few(
    workflows.flatMap(({ name, address, properties }): Value[] => {
      const type = properties['@odata.type'] ?? null
      const stages = String(type).includes('RequestWorkflow') ? requestStages : assignmentStages
      return stages.map(stage => ({
        stage,
        customExtension: { '@odata.type': type, id: { $ref: 'custom-workflow-extension', name, address } },
      }))
    }),
    3,
  )

const rules = fc.constantFrom(
  'user.department -eq "Sales"',
  '(user.department -eq "Ventes / Été") and (user.accountEnabled -eq true)',
)

const automatic: fc.Arbitrary<Properties> = fc
  .record({ rule: rules, grace: fc.constantFrom(null, 'P7D', 'PT12H') })
  .map(({ rule, grace }) => ({
    allowedTargetScope: 'specificDirectoryUsers',
    specificAllowedTargets: [{ '@odata.type': '#microsoft.graph.attributeRuleMembers', membershipRule: rule }],
    automaticRequestSettings: {
      requestAccessForAllowedTargets: true,
      removeAccessWhenTargetLeavesAllowedTargets: true,
      gracePeriodBeforeAccessRemoval: grace,
    },
  }))

/** What a policy says besides its names. */
export const arbitraryTerms = (
  organizations: readonly Ref[],
  workflows: readonly TenantObject[],
): fc.Arbitrary<Properties> =>
  fc
    .record({
      who: fc.oneof<fc.WeightedArbitrary<Properties>[]>(
        { weight: 4, arbitrary: scopes(organizations).map(who => ({ ...who, automaticRequestSettings: null })) },
        { weight: 1, arbitrary: automatic },
      ),
      expiration,
      requestApprovalSettings: approval,
      reviewSettings: fc.option(review, { nil: null }),
      update: fc.boolean(),
      onBehalf: fc.boolean(),
      dates: fc.boolean(),
      quiet: fc.boolean(),
      questions: fc.array(question, { maxLength: 3 }),
      customExtensionStageSettings: calls(workflows),
    })
    .map(({ who, update, onBehalf, dates, quiet, ...rest }) => ({
      ...rest,
      ...who,
      requestorSettings: {
        enableTargetsToSelfAddAccess:
          who.allowedTargetScope !== 'notSpecified' && who.automaticRequestSettings === null,
        enableTargetsToSelfUpdateAccess: update,
        enableOnBehalfRequestorsToAddAccess: onBehalf,
        enableOnBehalfRequestorsToUpdateAccess: onBehalf && update,
        onBehalfRequestors: onBehalf ? [{ '@odata.type': '#microsoft.graph.targetManager', managerLevel: 1 }] : [],
        allowCustomAssignmentSchedule: dates,
      },
      notificationSettings: { isAssignmentNotificationDisabled: quiet },
    }))

/** What lowering adds to a policy with a review whose start the sources leave open. */
export const defaultsFor = ({ reviewSettings }: Properties): Properties | undefined =>
  reviewSettings === null ? undefined : { reviewSettings: { schedule: { startDateTime: '2026-11-01T00:00:00Z' } } }
