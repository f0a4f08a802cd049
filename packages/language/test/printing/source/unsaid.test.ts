import type { JsonObject, Properties, TenantObject } from '@entitle/graph'
import { printTenant } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { accessPackage, catalog, group, live, open, policy, tenantOf, user } from './live.ts'

const printed = (...objects: readonly TenantObject[]) => {
  const { files, unsaid } = printTenant(tenantOf(catalog, accessPackage, ...objects))
  return { text: files.map(({ text }) => text).join('\n'), paths: unsaid.map(({ path }) => path), unsaid }
}
const approval = (more: Properties) => ({
  requestApprovalSettings: {
    isApprovalRequiredForAdd: true,
    isApprovalRequiredForUpdate: false,
    isRequestorJustificationRequired: false,
    ...more,
  },
})
const stage = (more: Properties): Properties => ({
  durationBeforeAutomaticDenial: 'P14D',
  isApproverJustificationRequired: true,
  approverInformationVisibility: 'default',
  primaryApprovers: [{ '@odata.type': '#microsoft.graph.internalSponsors' }],
  fallbackPrimaryApprovers: [],
  isEscalationEnabled: false,
  durationBeforeEscalation: 'P0D',
  escalationApprovers: [],
  fallbackEscalationApprovers: [],
  ...more,
})
const review = (more: Properties, schedule: Properties = {}): Properties => ({
  reviewSettings: {
    isEnabled: true,
    expirationBehavior: 'removeAccess',
    isRecommendationEnabled: true,
    isReviewerJustificationRequired: true,
    isSelfReview: true,
    primaryReviewers: [],
    fallbackReviewers: [],
    schedule: {
      startDateTime: '2027-01-04T00:00:00Z',
      expiration: { type: 'afterDuration', duration: 'P14D', endDateTime: null },
      recurrence: {
        pattern: {
          type: 'absoluteMonthly',
          interval: 3,
          month: 0,
          dayOfMonth: 0,
          daysOfWeek: [],
          firstDayOfWeek: 'sunday',
          index: 'first',
        },
        range: {
          type: 'noEnd',
          startDate: '2027-01-04',
          endDate: '0001-01-01',
          numberOfOccurrences: 0,
          recurrenceTimeZone: 'UTC',
        },
      },
      ...schedule,
    },
    ...more,
  },
})
const odd = { '@odata.type': '#microsoft.graph.targetManager', managerLevel: 1 }

describe('of a policy nothing is unsaid', () => {
  it.each<[string, Properties, JsonObject]>([
    [
      'that Graph writes for every policy',
      {},
      {
        questions: [],
        customExtensionStageSettings: [],
        automaticRequestSettings: null,
        notificationSettings: { isAssignmentNotificationDisabled: false },
        createdDateTime: '2026-01-01T00:00:00Z',
        id: 'x',
      },
    ],
    ['with approval', approval({ stages: [stage({})] }), {}],
    ['with reviews', review({}), {}],
    ['with reviews that are switched off', { reviewSettings: { isEnabled: false, isSelfReview: true } }, {}],
  ])('%s', (_, properties, raw) => {
    expect(printed(policy(properties, raw)).unsaid).toEqual([])
  })
})

describe('of a policy is told', () => {
  it.each<[path: string, properties: Properties, says: string]>([
    ['expiration/duration', { expiration: { type: 'afterDuration', duration: 'PT90M' } }, 'expires after 2 hours'],
    ['expiration/duration', { expiration: { type: 'afterDuration', duration: 'P1Y' } }, 'expires after 365 days'],
    [
      'expiration/endDateTime',
      { expiration: { type: 'afterDateTime', endDateTime: '2027-06-30T18:00:30Z' } },
      'expires on 2027-06-30 18:00',
    ],
    ['expiration', { expiration: { type: 'notSpecified' } }, 'policy staff "Staff"'],
    [
      'requestorSettings/enableTargetsToSelfRemoveAccess',
      { requestorSettings: { enableTargetsToSelfAddAccess: true, enableTargetsToSelfRemoveAccess: true } },
      'requestable by any member',
    ],
    [
      'requestorSettings/onBehalfRequestors/0',
      { requestorSettings: { enableTargetsToSelfAddAccess: true, onBehalfRequestors: [odd] } },
      'requestable by any member',
    ],
    ['allowedTargetScope', { requestorSettings: { enableTargetsToSelfAddAccess: false } }, 'requestable by no one'],
    ['allowedTargetScope', { allowedTargetScope: 'unknownFutureValue' }, 'requestable by no one'],
    [
      'requestApprovalSettings/stages',
      { requestApprovalSettings: { isApprovalRequiredForAdd: false, stages: [stage({})] } },
      'approval not required',
    ],
    [
      'requestApprovalSettings/isRequestorJustificationRequired',
      {
        requestApprovalSettings: {
          isApprovalRequiredForAdd: false,
          isRequestorJustificationRequired: true,
          stages: [],
        },
      },
      'approval not required',
    ],
    [
      'requestApprovalSettings/isApprovalRequiredForUpdate',
      { requestApprovalSettings: { isApprovalRequiredForAdd: false, isApprovalRequiredForUpdate: true, stages: [] } },
      'approval not required',
    ],
    [
      'requestApprovalSettings/stages/0/primaryApprovers/1',
      approval({
        stages: [stage({ primaryApprovers: [{ '@odata.type': '#microsoft.graph.requestorManager' }, odd] })],
      }),
      'stage by manager {',
    ],
    [
      'requestApprovalSettings/stages/0/durationBeforeAutomaticDenial',
      approval({ stages: [stage({ durationBeforeAutomaticDenial: 'PT30M' })] }),
      'within 1 hour',
    ],
    [
      'requestApprovalSettings/stages/0/approverInformationVisibility',
      approval({ stages: [stage({ approverInformationVisibility: 'sometimes' })] }),
      'stage by internal sponsors',
    ],
    [
      'requestApprovalSettings/stages/0/escalationApprovers',
      approval({ stages: [stage({ escalationApprovers: [odd] })] }),
      'stage by internal sponsors',
    ],
    [
      'requestApprovalSettings/stages/0/isEscalationEnabled',
      approval({ stages: [stage({ isEscalationEnabled: true, durationBeforeEscalation: '' })] }),
      'stage by internal sponsors',
    ],
    [
      'requestApprovalSettings/stages/0/approverSomething',
      approval({ stages: [stage({ approverSomething: 1 })] }),
      'stage by internal sponsors',
    ],
    [
      'reviewSettings',
      review({}, { recurrence: { pattern: { type: 'daily', interval: 2 }, range: { type: 'noEnd' } } }),
      'never expires',
    ],
    [
      'reviewSettings/schedule/startDateTime',
      review({}, { startDateTime: '2027-01-04T09:13:22Z' }),
      'review quarterly {\n',
    ],
    [
      'reviewSettings/schedule/expiration/duration',
      review({}, { expiration: { type: 'afterDuration', duration: 'PT36H' } }),
      'open for 2 days',
    ],
    ...(
      [
        [{ type: 'noEnd', endDate: 'unknownFutureValue' }, '/endDate'],
        [{ type: 'noEnd', endDate: '2027-02-30' }, '/endDate'],
        [{ type: 'endDate', endDate: '2027-02-30' }, ''],
        [{ type: 'endDate', endDate: '2027-2-3' }, ''],
        [{ type: 'endDate', endDate: '2027-01-04T09:13:22Z' }, ''],
      ] as const
    ).map(([range, inside]): [string, Properties, string] => [
      `reviewSettings/schedule/recurrence/range${inside}`,
      review({}, { recurrence: { pattern: { type: 'weekly', interval: 1 }, range } }),
      'review weekly {\n',
    ]),
    ['automaticRequestSettings', { automaticRequestSettings: ['x'] }, 'requestable by any member'],
    ['reviewSettings/expirationBehavior', review({ expirationBehavior: 'unknownFutureValue' }), 'review quarterly'],
    [
      'reviewSettings/fallbackReviewers',
      review({ isSelfReview: false, fallbackReviewers: [{ '@odata.type': '#microsoft.graph.internalSponsors' }] }),
      'review quarterly',
    ],
    ['reviewSettings/accessReviewTimeoutBehavior', review({ accessReviewTimeoutBehavior: 'x' }), 'review quarterly'],
    ['somethingNew', { somethingNew: { inside: [1] } }, 'requestable by any member'],
  ])('%s %j', (path, properties, says) => {
    const { text, paths } = printed(policy(properties))
    expect(paths).toEqual([path])
    expect(text).toContain(says)
  })

  it('every requestor without words, and nobody requests in place of them', () => {
    const { text, paths } = printed(
      policy({ allowedTargetScope: 'specificDirectoryUsers', specificAllowedTargets: [odd] }),
    )
    expect(paths).toEqual(['allowedTargetScope', 'specificAllowedTargets/0'])
    expect(text).toContain('requestable by no one')
  })

  it('a switch that the tenant leaves out, which is off', () => {
    const { text, paths } = printed(policy({ requestorSettings: null }))
    expect(paths).toEqual(['allowedTargetScope'])
    expect(text).toContain('requestable by no one')
  })

  it('a stage that nobody with a name decides; none is made up', () => {
    const { text, paths } = printed(policy(approval({ stages: [stage({ primaryApprovers: [odd] })] })))
    expect(paths).toEqual(['requestApprovalSettings/stages/0', 'requestApprovalSettings/stages/0/primaryApprovers/0'])
    expect(text).not.toContain('stage by')
    expect(text).not.toContain('approval not required')
  })

  it('what only the answer of the tenant holds', () => {
    const raw = {
      questions: [{ text: 'Why?' }],
      customExtensionStageSettings: [{ stage: 'x' }],
      notificationSettings: { isAssignmentNotificationDisabled: true },
    }
    expect(printed(policy({}, raw)).paths).toEqual([
      'questions',
      'customExtensionStageSettings',
      'notificationSettings',
    ])
  })

  it('in sentences', () => {
    const { unsaid } = printed(policy({}, { questions: [{ text: 'Why?' }] }))
    expect(unsaid).toEqual([
      {
        address: 'catalog/Partners/access-package/Alpine/assignment-policy/Staff',
        path: 'questions',
        why: 'The language has no statement for it. Deploying keeps it as it is in the tenant.',
      },
    ])
  })
})

describe('automatic assignment', () => {
  const targets = {
    allowedTargetScope: 'specificDirectoryUsers',
    specificAllowedTargets: [
      {
        '@odata.type': '#microsoft.graph.attributeRuleMembers',
        description: 'x',
        membershipRule: '(user.department -eq "Sales")',
      },
    ],
    requestorSettings: { enableTargetsToSelfAddAccess: false },
  }

  it('is said with its rule', () => {
    const settings = {
      requestAccessForAllowedTargets: true,
      removeAccessWhenTargetLeavesAllowedTargets: true,
      gracePeriodBeforeAccessRemoval: 'P7D',
    }
    const { text, unsaid } = printed(policy(targets, { automaticRequestSettings: settings }))
    expect(text).toContain('assigned automatically where "(user.department -eq \\"Sales\\")", removed after 7 days')
    expect(text).not.toContain('requestable')
    expect(unsaid).toEqual([])
  })

  it('is told where access stays when the rule stops matching', () => {
    const settings = { requestAccessForAllowedTargets: true, removeAccessWhenTargetLeavesAllowedTargets: false }
    const { paths } = printed(policy(targets, { automaticRequestSettings: settings }))
    expect(paths).toEqual(['automaticRequestSettings/removeAccessWhenTargetLeavesAllowedTargets'])
  })
})

describe('of questions is told', () => {
  const question = (sort: string, more: Properties): Properties => ({
    '@odata.type': `#microsoft.graph.accessPackage${sort}Question`,
    text: 'Why?',
    ...more,
  })
  it.each<[string, string, Properties, string]>([
    [
      'the pattern of a long answer',
      'questions/0/regexPattern',
      question('TextInput', { isSingleLineQuestion: false, regexPattern: 'x' }),
      'ask "Why?" long answer',
    ],
    [
      'another value behind an answer',
      'questions/0/choices/0/actualValue',
      question('MultipleChoice', { choices: [{ text: 'Yes', actualValue: '1' }] }),
      'ask "Why?" choose "Yes"',
    ],
    [
      'the translation of an answer',
      'questions/0/choices/0/localizations',
      question('MultipleChoice', { choices: [{ text: 'Yes', localizations: [{ languageCode: 'de', text: 'Ja' }] }] }),
      'ask "Why?" choose "Yes"',
    ],
    ...[{}, 'x', null, { text: null }].map((localization): [string, string, Properties, string] => [
      `a translation ${JSON.stringify(localization)}`,
      'questions/0/localizations/0',
      question('TextInput', { isSingleLineQuestion: true, localizations: [localization] }),
      'ask "Why?"\n',
    ]),
    ['a question without answers to choose', 'questions/0', question('MultipleChoice', { choices: [] }), 'policy'],
    ['another sort of question', 'questions/0', question('Photo', {}), 'policy'],
  ])('%s', (_, path, asked, says) => {
    const { text, paths } = printed(policy({ questions: [asked] }))
    expect(paths).toEqual([path])
    expect(text).toContain(says)
  })
})

describe('workflows', () => {
  const workflow = live(
    'custom-workflow-extension',
    'Order a badge',
    {
      '@odata.type': '#microsoft.graph.accessPackageAssignmentWorkflowExtension',
      displayName: 'Order a badge',
      description: '',
      endpointConfiguration: {
        '@odata.type': '#microsoft.graph.logicAppTriggerEndpointConfiguration',
        subscriptionId: '11111111-1111-1111-1111-111111111111',
        resourceGroupName: 'rg',
        logicAppWorkflowName: 'order-badge',
      },
    },
    catalog,
  )
  const called = (stage: string, of: TenantObject) => ({
    customExtensionStageSettings: [
      { stage, customExtension: { id: { $ref: of.kind, name: of.name, id: of.id ?? '', address: of.address } } },
    ],
  })

  it('are declared in their catalog and called by their names', () => {
    const { text, unsaid } = printed(workflow, policy(called('assignmentOneDayBeforeExpiration', workflow)))
    expect(text).toContain(`workflow order-a-badge "Order a badge" {
    logic app "order-badge" resource group "rg" subscription "11111111-1111-1111-1111-111111111111"
    on assignment
  }`)
    expect(text).toContain('on 1 day before expiry call order-a-badge')
    expect(unsaid).toEqual([])
  })

  it('of another sort are told, and so are calls of them and at unknown stages', () => {
    const other = { ...workflow, properties: { ...workflow.properties, endpointConfiguration: { url: 'https://x' } } }
    expect(printed(other, policy(called('assignmentRequestGranted', other))).paths).toEqual([
      '',
      'customExtensionStageSettings/0',
    ])
    expect(printed(workflow, policy(called('unknownFutureValue', workflow))).paths).toEqual([
      'customExtensionStageSettings/0',
    ])
  })

  it('that wait for an answer of the Logic App are told', () => {
    const raw = { clientConfiguration: { maximumRetries: 1 }, callbackConfiguration: { timeoutDuration: 'PT1H' } }
    expect(printed({ ...workflow, raw }).paths).toEqual(['clientConfiguration', 'callbackConfiguration'])
  })
})

describe('requests for others', () => {
  const settings = (more: Properties) => ({ requestorSettings: { enableTargetsToSelfAddAccess: true, ...more } })
  const manager = { '@odata.type': '#microsoft.graph.targetManager', managerLevel: 1 }

  it('by managers are said, with dates and without notifications', () => {
    const { text, unsaid } = printed(
      policy({
        ...settings({
          enableOnBehalfRequestorsToAddAccess: true,
          onBehalfRequestors: [manager],
          allowCustomAssignmentSchedule: true,
        }),
        notificationSettings: { isAssignmentNotificationDisabled: true },
      }),
    )
    expect(text).toContain('managers may request for their reports\n')
    expect(text).toContain('requestor may choose dates\n')
    expect(text).toContain('notifications off\n')
    expect(unsaid).toEqual([])
  })

  it('by others, and what managers may besides, are told', () => {
    const on = { enableOnBehalfRequestorsToAddAccess: true }
    const paths = (more: Properties) => printed(policy(settings(more))).paths
    expect(paths({ ...on, onBehalfRequestors: [{ ...manager, managerLevel: 2 }] })).toEqual([
      'requestorSettings/onBehalfRequestors/0',
      'requestorSettings/enableOnBehalfRequestorsToAddAccess',
    ])
    expect(paths(on)).toEqual(['requestorSettings/enableOnBehalfRequestorsToAddAccess'])
    expect(paths({ ...on, onBehalfRequestors: [manager], enableOnBehalfRequestorsToUpdateAccess: true })).toEqual([
      'requestorSettings/enableOnBehalfRequestorsToUpdateAccess',
    ])
  })
})

describe('of other objects is told', () => {
  it.each<[string, TenantObject, string]>([
    [
      'a role that no word is for',
      live('catalog-role', 'Auditor anna', { role: 'Auditor', principal: user('anna') }, catalog),
      'role',
    ],
    [
      'a resource of another system',
      live('catalog-resource', 'x', { originSystem: 'OnPremises', resource: group('x') }, catalog),
      '',
    ],
    [
      'a grant of another system',
      live('resource-role-scope', 'x', { role: 'r', originSystem: 'OnPremises', resource: group('x') }, accessPackage),
      '',
    ],
    [
      'an excluded package that was not read',
      live('incompatible-package', 'x', { package: { $ref: 'access-package', name: 'x', id: 'x' } }, accessPackage),
      '',
    ],
    ['a property that nobody knows', live('catalog', 'New', { displayName: 'New', isPrivate: true }), 'isPrivate'],
    ['settings without a tenant', live('settings', 'settings', { externalUserLifecycleAction: 'none' }), ''],
    [
      'an object whose parent is not there',
      live('access-package', 'Lost', { displayName: 'Lost' }, live('catalog', 'Gone', {})),
      '',
    ],
    [
      'an organization of another sort of source',
      live('connected-organization', 'O', {
        displayName: 'O',
        state: 'configured',
        identitySources: [{ '@odata.type': '#microsoft.graph.socialIdentitySource' }],
      }),
      'identitySources/0',
    ],
    [
      'an unknown state',
      live('connected-organization', 'O', { displayName: 'O', state: 'unknownFutureValue', identitySources: [] }),
      'state',
    ],
    ['half a character', live('catalog', '\ud83d', { displayName: '\ud83d' }), 'displayName'],
  ])('%s', (_, object, path) => {
    expect(printed(object).unsaid.map(each => [each.address, each.path])).toEqual([[object.address, path]])
  })

  it('settings that the language has no words for', () => {
    const identity = { name: 't', displayName: 'T', domain: 't.com', cloud: 'global', protected: false } as const
    const of = (properties: Properties) => printTenant(tenantOf(live('settings', 'settings', properties)), { identity })
    expect(of({ externalUserLifecycleAction: 'new' }).unsaid.map(({ path }) => path)).toEqual([
      'externalUserLifecycleAction',
    ])
    const hours = of({
      externalUserLifecycleAction: 'blockSignInAndDelete',
      durationUntilExternalUserDeletedAfterBlocked: 'PT8H',
    })
    expect(hours.unsaid.map(({ path }) => path)).toEqual(['durationUntilExternalUserDeletedAfterBlocked'])
    expect(hours.files[0]?.text).not.toContain('offboarding')
  })
})

it('an open policy is what the tests take it for', () => {
  expect(printed(policy(open)).text).toContain(
    'policy staff "Staff" {\n      requestable by any member\n      approval not required\n      never expires\n    }',
  )
})
