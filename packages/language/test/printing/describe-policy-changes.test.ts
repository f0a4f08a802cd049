import type { KindName, Value } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { type Changed, describeChanges } from '../../src/printing/describe-change.ts'
import { describeProperty } from '../../src/printing/describe-property.ts'

const told = (changes: readonly Changed[], kind: KindName = 'assignment-policy') =>
  describeChanges(kind, changes).map(({ label, before, after }) => `${label}: ${before} → ${after}`)

const manager = (managerLevel: number): Value => ({ '@odata.type': '#microsoft.graph.targetManager', managerLevel })
const settings = (path: string, before: Value | undefined, after: Value): Changed => ({
  path: `requestorSettings/${path}`,
  ...(before === undefined ? {} : { before }),
  after,
})
const rule = (membershipRule: string): Value => [
  { '@odata.type': '#microsoft.graph.attributeRuleMembers', membershipRule },
]
const group: Value = [
  { '@odata.type': '#microsoft.graph.groupMembers', groupId: { $ref: 'group', name: 'Sales', id: 'g1' } },
]
const question = (text: string, more: object = {}): Value => ({
  '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
  text,
  isSingleLineQuestion: true,
  ...more,
})
const call = (stage: string, name: string): Value => ({
  stage,
  customExtension: { id: { $ref: 'custom-workflow-extension', name } },
})

describe('requests for others', () => {
  it('are one line where their three properties say the same', () => {
    expect(
      told([
        settings('enableOnBehalfRequestorsToAddAccess', false, true),
        settings('enableOnBehalfRequestorsToUpdateAccess', false, true),
        settings('onBehalfRequestors', [], [manager(1)]),
        settings('allowCustomAssignmentSchedule', false, true),
      ]),
    ).toEqual(['managers may request for their reports: off → on', 'requestor may choose dates: off → on'])
  })

  it('say who else may', () => {
    const [change] = [settings('onBehalfRequestors', [manager(1), manager(2)], [manager(1)])]
    expect(told([settings('enableOnBehalfRequestorsToAddAccess', true, false), change])).toEqual([
      'managers may request for their reports: on → off',
      'who may request for others: manager, manager level 2 → manager',
    ])
  })

  it('have no line where a new policy has none', () => {
    expect(
      told([
        settings('enableOnBehalfRequestorsToAddAccess', undefined, false),
        settings('enableOnBehalfRequestorsToUpdateAccess', undefined, false),
        settings('onBehalfRequestors', undefined, []),
        settings('allowCustomAssignmentSchedule', undefined, false),
        { path: 'automaticRequestSettings', after: null },
        { path: 'questions', after: [] },
        { path: 'customExtensionStageSettings', after: [] },
        { path: 'notificationSettings', after: { isAssignmentNotificationDisabled: false } },
      ]),
    ).toEqual([])
  })

  it('have lines where a new policy has some', () => {
    expect(
      told([
        settings('enableOnBehalfRequestorsToAddAccess', undefined, true),
        settings('onBehalfRequestors', undefined, [manager(1)]),
        settings('allowCustomAssignmentSchedule', undefined, true),
        { path: 'notificationSettings', after: { isAssignmentNotificationDisabled: true } },
      ]),
    ).toEqual([
      'managers may request for their reports: none → on',
      'requestor may choose dates: none → on',
      'notifications: on → off',
    ])
  })
})

describe('automatic assignment', () => {
  const on = { requestAccessForAllowedTargets: true, removeAccessWhenTargetLeavesAllowedTargets: true }

  it('is a line of its own beside who may request', () => {
    expect(
      told([
        { path: 'specificAllowedTargets', before: group, after: rule('user.city -eq 1') },
        { path: 'automaticRequestSettings', before: null, after: { ...on, gracePeriodBeforeAccessRemoval: 'P7D' } },
      ]),
    ).toEqual([
      'requestable by: Sales → no one',
      'assigned automatically: none → where "user.city -eq 1", removed after 7 days',
    ])
  })

  it('is the only line of a new policy', () => {
    expect(
      told([
        { path: 'allowedTargetScope', after: 'specificDirectoryUsers' },
        { path: 'specificAllowedTargets', after: rule('user.city -eq 1') },
        { path: 'automaticRequestSettings', after: on },
      ]),
    ).toEqual(['assigned automatically: none → where "user.city -eq 1", removed at once'])
  })

  it('says when access goes, where only that changes', () => {
    const kept = { requestAccessForAllowedTargets: true, removeAccessWhenTargetLeavesAllowedTargets: false }
    expect(told([{ path: 'automaticRequestSettings', before: kept, after: on }])).toEqual([
      'assigned automatically: kept when the rule no longer matches → removed at once',
    ])
  })

  it('leaves a change of scope alone that has no rule', () => {
    expect(told([{ path: 'specificAllowedTargets', before: [], after: group }])).toEqual([
      'requestable by: no one → Sales',
    ])
  })
})

describe('questions', () => {
  it('come, go and change, each on a line', () => {
    expect(
      told([
        {
          path: 'questions',
          before: [question('Why?'), question('Which order?'), question('When?')],
          after: [
            question('Which order?', { isRequired: true, regexPattern: '^PO' }),
            question('Why?'),
            question('Where?', {
              isSingleLineQuestion: false,
              isAnswerEditable: true,
              localizations: [{ languageCode: 'de', text: 'Wo?' }],
            }),
          ],
        },
      ]),
    ).toEqual([
      'question “Which order?”: short answer → short answer matching “^PO”, required',
      'question “When?”: short answer → none',
      'question “Where?”: none → long answer, editable, in de “Wo?”',
      'order of questions: “Why?”, “Which order?” → “Which order?”, “Why?”',
    ])
  })

  it('are told on one line, too', () => {
    const choice = { '@odata.type': '#x', text: 'Size?', choices: [{ text: 'S' }, { text: 'M' }] }
    expect(describeProperty('assignment-policy', 'questions', [question('Why?'), choice])).toBe(
      '“Why?” (short answer); “Size?” (one of “S”, “M”)',
    )
    expect(describeProperty('assignment-policy', 'questions', [])).toBe('none')
  })
})

describe('calls', () => {
  it('are told stage by stage', () => {
    expect(
      told([
        {
          path: 'customExtensionStageSettings',
          before: [call('assignmentRequestCreated', 'Badge'), call('assignmentRequestGranted', 'Mail')],
          after: [
            call('assignmentRequestCreated', 'Badge'),
            call('assignmentRequestCreated', 'Mail'),
            call('assignmentOneDayBeforeExpiration', 'Mail'),
          ],
        },
      ]),
    ).toEqual([
      'on request created: call Badge → call Badge and Mail',
      'on assignment granted: call Mail → none',
      'on 1 day before expiry: none → call Mail',
    ])
  })

  it('are told on one line, too, by id where the name is not known', () => {
    const unread = { stage: 'somethingNew', customExtension: { id: 'e1' } }
    expect(
      describeProperty('assignment-policy', 'customExtensionStageSettings', [
        call('assignmentRequestApproved', 'Badge'),
        unread,
      ]),
    ).toBe('on request approved call Badge, on somethingNew call e1')
  })
})

describe('a workflow', () => {
  it('is told by its events and its Logic App', () => {
    const app = (logicAppWorkflowName: string): Value => ({
      logicAppWorkflowName,
      resourceGroupName: 'rg',
      subscriptionId: 's',
    })
    expect(
      told(
        [
          { path: '@odata.type', after: '#microsoft.graph.accessPackageAssignmentWorkflowExtension' },
          { path: 'endpointConfiguration', before: app('a'), after: app('b') },
        ],
        'custom-workflow-extension',
      ),
    ).toEqual([
      'on: none → assignment',
      'logic app: a, resource group rg, subscription s → b, resource group rg, subscription s',
    ])
  })
})
