import { describe, expect, it } from 'vitest'
import { match } from '../../src/match/match.ts'
import type { JsonObject } from '../../src/model/json.ts'
import type { Properties, TenantObject, Value } from '../../src/model/tenant.ts'
import { plan } from '../../src/plan/make-plan.ts'
import type { Step } from '../../src/plan/plan.ts'
import { accessPackage, catalog, lived, policy, tenant, workflow } from '../worlds/tenants.ts'

const identity = { name: 'c', displayName: 'C', cloud: 'global', protected: false, tenantId: 't' } as const
const shop = catalog('Shop')
const alpine = accessPackage(shop, 'Alpine')

/** The one step that leads from what was read to what is declared. */
const step = (wanted: Properties, read: JsonObject, inCatalog: readonly TenantObject[] = []): Step | undefined => {
  const desired = tenant(shop, ...inCatalog, alpine, policy(alpine, 'Staff', wanted))
  const live = { ...lived(policy(alpine, 'Staff', read as Properties), 'a1'), raw: { id: 'a1', ...read } }
  const there = tenant(lived(shop, 'c1'), ...inCatalog.map(each => lived(each, 'e1')), lived(alpine, 'p1'), live)
  const { steps, findings } = plan({ desired, live: there, matching: match(desired, there), identity })
  expect(findings).toEqual([])
  expect(steps.length).toBeLessThan(2)
  return steps[0]
}
const sent = (of: Step | undefined) => (of?.request.body ?? {}) as { readonly [name: string]: Value }

const short = (text: string, more: Properties = {}): Properties => ({
  '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
  text,
  isRequired: false,
  isAnswerEditable: true,
  localizations: [],
  isSingleLineQuestion: true,
  regexPattern: null,
  ...more,
})
const choice = (text: string, ...choices: readonly string[]): Properties => ({
  '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion',
  text,
  isMultipleSelectionAllowed: false,
  choices: choices.map(each => ({ text: each })),
})
const read = (question: Properties, id: string, sequence: number): JsonObject =>
  ({ ...question, id, sequence }) as JsonObject

describe('questions', () => {
  it('are the same whatever their numbers, and whatever the portal calls the values of choices', () => {
    const live = {
      ...choice('Where?'),
      choices: [{ text: 'Kenya', actualValue: 'KE', localizations: [{ languageCode: 'de', text: 'Kenia' }] }],
    }
    const questions = [read(short('Why?', { regexPattern: '' }), 'q1', 3), read(live, 'q2', 9)]
    expect(step({ questions: [short('Why?'), choice('Where?', 'Kenya')] }, { questions })).toBeUndefined()
  })

  it('keep their ids, numbers and values where only their terms change', () => {
    const live = { ...choice('Where?'), choices: [{ text: 'Kenya', actualValue: 'KE', localizations: [] }] }
    const found = step(
      { questions: [short('Why?', { isRequired: true }), choice('Where?', 'Guyana', 'Kenya')] },
      { questions: [read(short('Why?'), 'q1', 3), read(live, 'q2', 9)] },
    )
    expect(found?.changes).toEqual([
      { path: 'questions/0/isRequired', before: false, after: true },
      { path: 'questions/1/choices', before: live.choices, after: [{ text: 'Guyana' }, { text: 'Kenya' }] },
    ])
    expect(sent(found).questions).toEqual([
      { ...short('Why?', { isRequired: true }), id: 'q1', sequence: 3 },
      {
        ...choice('Where?'),
        id: 'q2',
        sequence: 9,
        choices: [
          { text: 'Guyana', actualValue: 'Guyana' },
          { text: 'Kenya', actualValue: 'KE', localizations: [] },
        ],
      },
    ])
  })

  it('keep their ids at other places; new ones, and those of another sort or text, have none', () => {
    const found = step(
      { questions: [short('When?'), short('Why?'), choice('Where?', 'Kenya'), short('Who exactly?')] },
      { questions: [read(short('Why?'), 'q1', 1), read(short('Where?'), 'q2', 2), read(short('Who?'), 'q3', 3)] },
    )
    expect(found?.changes.map(({ path }) => path)).toEqual(['questions'])
    const asked = sent(found).questions as readonly { text: string; id?: string; sequence: number }[]
    expect(asked.map(({ text, id, sequence }) => [text, id, sequence])).toEqual([
      ['When?', undefined, 1],
      ['Why?', 'q1', 2],
      ['Where?', undefined, 3],
      ['Who exactly?', undefined, 4],
    ])
  })

  it('of one text are told apart by their places', () => {
    const found = step(
      { questions: [short('Why?', { isRequired: true }), short('Why?'), short('Why?')] },
      { questions: [read(short('Why?'), 'q1', 1), read(short('Why?'), 'q2', 2)] },
    )
    const asked = sent(found).questions as readonly { id?: string }[]
    expect(asked.map(({ id }) => id)).toEqual(['q1', 'q2', undefined])
  })

  it('go where none is declared, and stay where nothing is said of them', () => {
    const questions = [read(short('Why?'), 'q1', 2), read(short('Who?'), 'q2', 2)]
    expect(sent(step({ questions: [] }, { questions })).questions).toEqual([])
    expect(sent(step({ description: 'New' }, { description: 'Old', questions })).questions).toEqual(questions)
  })

  it('have translations in no order, languages in any case', () => {
    const [german, french] = [
      { languageCode: 'de-DE', text: 'Warum?' },
      { languageCode: 'fr-CA', text: 'Pourquoi ?' },
    ]
    const live = [read(short('Why?', { localizations: [{ ...french, languageCode: 'FR-ca' }, german] }), 'q1', 1)]
    const wanted = (...localizations: readonly Properties[]) => ({ questions: [short('Why?', { localizations })] })
    expect(step(wanted(german, french), { questions: live })).toBeUndefined()
    expect(step(wanted(german), { questions: live })?.changes.map(({ path }) => path)).toEqual([
      'questions/0/localizations',
    ])
  })
})

describe('calls of workflows', () => {
  const badge = workflow(shop, 'Badge', 'Request')
  const type = badge.properties['@odata.type'] ?? null
  const called = (stage: string) => ({
    stage,
    customExtension: {
      '@odata.type': type,
      id: { $ref: 'custom-workflow-extension' as const, name: 'Badge', address: badge.address },
    },
  })

  it('name workflows by their ids, in no order', () => {
    const live = (...stages: readonly string[]) => ({
      customExtensionStageSettings: stages.map(stage => ({
        stage,
        customExtension: {
          '@odata.type': type,
          id: { $ref: 'custom-workflow-extension', name: 'Badge', id: 'e1', address: badge.address },
        },
      })),
    })
    const wanted = {
      customExtensionStageSettings: [called('assignmentRequestGranted'), called('assignmentRequestCreated')],
    }
    const both = live('assignmentRequestCreated', 'assignmentRequestGranted') as never
    expect(step(wanted, both, [badge])).toBeUndefined()
    const added = step(wanted, live('assignmentRequestCreated') as never, [badge])
    expect(sent(added).customExtensionStageSettings).toEqual([
      { stage: 'assignmentRequestGranted', customExtension: { '@odata.type': type, id: 'e1' } },
      { stage: 'assignmentRequestCreated', customExtension: { '@odata.type': type, id: 'e1' } },
    ])
    const cleared = step({ customExtensionStageSettings: [] }, both, [badge])
    expect(sent(cleared).customExtensionStageSettings).toEqual([])
  })

  it('wait for a workflow that is made in the same plan', () => {
    const desired = tenant(
      shop,
      badge,
      alpine,
      policy(alpine, 'Staff', { customExtensionStageSettings: [called('assignmentRequestCreated')] }),
    )
    const there = tenant(lived(shop, 'c1'), lived(alpine, 'p1'))
    const { steps } = plan({ desired, live: there, matching: match(desired, there), identity })
    expect(steps.map(({ id, after }) => [id, after])).toEqual([
      [`create ${badge.address}`, []],
      [`create ${alpine.address}/assignment-policy/Staff`, [`create ${badge.address}`]],
    ])
    expect(steps[1]?.request).toMatchObject({
      body: {
        customExtensionStageSettings: [
          {
            stage: 'assignmentRequestCreated',
            customExtension: { '@odata.type': type, id: { $placeholder: 'custom-workflow-extension' } },
          },
        ],
      },
      placeholders: { 'custom-workflow-extension': { object: badge.address } },
    })
  })
})

describe('what a person is told of risk', () => {
  const rule = (membershipRule: string): Properties => ({
    allowedTargetScope: 'specificDirectoryUsers',
    specificAllowedTargets: [{ '@odata.type': '#microsoft.graph.attributeRuleMembers', membershipRule }],
    automaticRequestSettings: {
      requestAccessForAllowedTargets: true,
      removeAccessWhenTargetLeavesAllowedTargets: true,
    },
  })
  const off: Properties = { automaticRequestSettings: null }
  const sales = 'user.department -eq "Sales"'

  it.each<[string, Properties, Properties, string]>([
    ['a rule where there was none', off, rule(sales), 'may-grant-access'],
    ['another rule', rule(sales), rule('user.city -eq "Oslo"'), 'may-end-access'],
    ['no rule any more', rule(sales), off, 'may-end-access'],
    [
      'mails',
      { notificationSettings: null },
      { notificationSettings: { isAssignmentNotificationDisabled: true } },
      'none',
    ],
    ['a question', { questions: [] }, { questions: [short('Why?')] }, 'may-change-access'],
  ])('%s', (_name, before, after, risk) => {
    expect(step(after, before as JsonObject)?.risk).toBe(risk)
  })

  it('says nothing of what is switched off in either form', () => {
    const live = {
      automaticRequestSettings: { requestAccessForAllowedTargets: false },
      notificationSettings: { isAssignmentNotificationDisabled: false },
    }
    expect(step({ ...off, notificationSettings: null }, live)).toBeUndefined()
    expect(step({ ...off, notificationSettings: { isAssignmentNotificationDisabled: false } }, {})).toBeUndefined()
  })

  it('removes the time after which access goes', () => {
    const settings = { requestAccessForAllowedTargets: true, removeAccessWhenTargetLeavesAllowedTargets: true }
    const grace = (gracePeriodBeforeAccessRemoval: string | null) => ({
      ...rule(sales),
      automaticRequestSettings: { ...settings, gracePeriodBeforeAccessRemoval },
    })
    expect(step(grace(null), grace('PT0S') as JsonObject)).toBeUndefined()
    expect(step(grace('P7D'), grace('PT168H') as JsonObject)).toBeUndefined()
    const found = step(grace(null), grace('P7D') as JsonObject)
    expect(found?.changes.map(({ path }) => path)).toEqual(['automaticRequestSettings/gracePeriodBeforeAccessRemoval'])
    expect(sent(found).automaticRequestSettings).toEqual({ ...settings, gracePeriodBeforeAccessRemoval: null })
    expect(sent(found).specificAllowedTargets).toMatchObject([{ membershipRule: sales }])
  })
})
