import { apply, type Plan, preparePlan } from '@entitle/graph'
import { systemClock } from '@entitle/graph/node'
import { describeChanges, directorySeed, openWorkspace } from '@entitle/language'
import { openSandbox, type Sandbox } from '@entitle/sandbox'
import { describe, expect, it } from 'vitest'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'
import { loadSchema, validateExchange } from './schema-validator.ts'

const schema = loadSchema()
const subscription = '7f0d6f1e-3f0c-4d4e-9a65-0c6c2f5d8b11'

const workflow = (name: string, text: string, on = 'request', app = 'order-badge') =>
  `workflow ${name} "${text}" { logic app "${app}" resource group "rg" subscription "${subscription}" on ${on} }`

/** A tenant of one policy. */
const sources = (policy: string, inCatalog = '', cloud = '') => `
  tenant t "T" { domain "contoso.com" ${cloud} }
  group leads "Leads"
  catalog c "C" { owners leads resources group "Staff" ${inCatalog}
    package p "P" { grants "Member" of group "Staff"
      policy s "S" { ${policy} } } }`

const planOf = async (sandbox: Sandbox, text: string): Promise<Plan> => {
  const workspace = await openWorkspace({ files: { '/t.entitle': text }, today: '2026-11-22', rules: false })
  const syntax = workspace.check().filter(({ severity }) => severity === 'error')
  expect(syntax.map(({ message }) => message)).toEqual([])
  const { tenant, identity } = workspace.desired()
  sandbox.seed(directorySeed(tenant))
  const { plan } = await preparePlan({
    transport: sandboxTransport(sandbox),
    desired: tenant,
    identity: { ...identity, tenantId: sandbox.tenant.id },
  })
  expect(plan.findings).toEqual([])
  return plan
}

/** Deploys and finds nothing left to do. Gives what a person was told before. */
const deploy = async (sandbox: Sandbox, text: string): Promise<readonly string[]> => {
  const plan = await planOf(sandbox, text)
  const outcome = await apply(plan, { transport: sandboxTransport(sandbox), clock: systemClock })
  expect(outcome.steps.filter(({ failure }) => failure !== undefined)).toEqual([])
  expect((await planOf(sandbox, text)).steps).toEqual([])
  return plan.steps.flatMap(({ kind, changes }) =>
    describeChanges(kind, changes).map(({ label, before, after }) => `${label}: ${before} → ${after}`),
  )
}

/** What the tenant holds of the policy and the workflows, less ids and times. */
const content = (sandbox: Sandbox): readonly string[] =>
  sandbox
    .export()
    .documents.filter(({ kind }) => ['assignmentPolicy', 'workflowExtension', 'stageLink'].includes(kind))
    .map(({ body }) =>
      JSON.stringify(body, (key, value: unknown) =>
        /^(id|.*DateTime|\$extension)$/.test(key) || value === '' ? undefined : value,
      ),
    )
    .sort()

interface Case {
  readonly name: string
  /** The policy's statements, and those of the catalog, one after another; deployed in turn, and the first again at the end. */
  readonly states: readonly (readonly [policy: string, inCatalog?: string])[]
  /** What is told of each change from one to the next. */
  readonly told: readonly (readonly string[])[]
}

const order = 'ask "Which order?"'
const where = (department: string) => `where ${JSON.stringify(`user.department -eq "${department}"`)}`
const automatic = (department: string, rest = '') =>
  `assigned automatically where ${JSON.stringify(`user.department -eq "${department}"`)}${rest}`
const badge = workflow('badge', 'Badge')

const cases: readonly Case[] = [
  {
    name: 'managers may request for their reports',
    states: [
      ['requestable by any member'],
      ['requestable by any member managers may request for their reports'],
      ['requestable by any member managers may request for their reports extension allowed'],
    ],
    told: [
      ['managers may request for their reports: off → on'],
      ['extension: denied → allowed', 'managers may extend for their reports: off → on'],
      ['extension: allowed → denied', 'managers may request for their reports: on → off'],
    ],
  },
  {
    name: 'requestor may choose dates',
    states: [['requestable by any member'], ['requestable by any member requestor may choose dates']],
    told: [['requestor may choose dates: off → on'], ['requestor may choose dates: on → off']],
  },
  {
    name: 'notifications off',
    states: [['requestable by any member'], ['requestable by any member notifications off']],
    told: [['notifications: on → off'], ['notifications: off → on']],
  },
  {
    name: 'assigned automatically',
    states: [
      ['requestable by any member'],
      [automatic('Sales')],
      [automatic('Sales', ', removed after 7 days')],
      [automatic('Marketing', ', removed after 8 hours')],
      ['requestable by leads'],
    ],
    told: [
      [
        'requestable by: any member → no one',
        `assigned automatically: none → ${where('Sales')}, removed at once`,
        'requests: allowed → not allowed',
      ],
      ['access removed: at once → after 7 days'],
      [
        `assigned automatically: ${where('Sales')} → ${where('Marketing')}`,
        'access removed: after 7 days → after 8 hours',
      ],
      [
        'requestable by: no one → Leads',
        `assigned automatically: ${where('Marketing')}, removed after 8 hours → none`,
        'requests: not allowed → allowed',
      ],
      ['requestable by: Leads → any member'],
    ],
  },
  {
    name: 'ask',
    states: [
      ['requestable by any member'],
      [`requestable by any member ${order}`],
      [`requestable by any member ${order} required editable matching "^PO" { in "de-DE" "Welche?" }`],
      [
        `requestable by any member ask "Why?" long answer ${order} required editable matching "^PO" { in "de-DE" "Welche?" }`,
      ],
      [`requestable by any member ${order} choose "A", "B" ask "Why?" long answer`],
      [`requestable by any member ask "Why?" long answer ${order} choose "A", "B"`],
      [`requestable by any member ask "Why?" ${order} choose many "B", "C"`],
    ],
    told: [
      ['question “Which order?”: none → short answer'],
      [
        'question 1 matching: none → ^PO',
        'question 1 required: no → yes',
        'question 1 editable: no → yes',
        'question 1 translations: none → de-DE “Welche?”',
      ],
      ['question “Why?”: none → long answer'],
      [
        'question “Which order?”: short answer matching “^PO”, required, editable, in de-DE “Welche?” → one of “A”, “B”',
        'order of questions: “Why?”, “Which order?” → “Which order?”, “Why?”',
      ],
      ['order of questions: “Which order?”, “Why?” → “Why?”, “Which order?”'],
      [
        'question 1 answer: long → short',
        'question 2 choose many: no → yes',
        'question 2 choices: “A”, “B” → “B”, “C”',
      ],
      ['question “Why?”: short answer → none', 'question “Which order?”: any of “B”, “C” → none'],
    ],
  },
  {
    name: 'on … call',
    states: [
      ['requestable by any member'],
      ['requestable by any member on request created call badge', badge],
      [
        'requestable by any member on request created call badge on assignment granted call badge on 14 days before expiry call late expires after 30 days',
        `${badge} ${workflow('late', 'Late', 'assignment')}`,
      ],
      [
        'requestable by any member on request created call badge on 1 day before expiry call late expires after 30 days',
        `${workflow('badge', 'Badge', 'request', 'other')} ${workflow('late', 'Late', 'assignment')}`,
      ],
    ],
    told: [
      [
        'on: none → request',
        'name: none → Badge',
        'description: none → none',
        `logic app: none → order-badge, resource group rg, subscription ${subscription}`,
        'on request created: none → call Badge',
      ],
      [
        'on: none → assignment',
        'name: none → Late',
        'description: none → none',
        `logic app: none → order-badge, resource group rg, subscription ${subscription}`,
        'expires: never → after 30 days',
        'on assignment granted: none → call Badge',
        'on 14 days before expiry: none → call Late',
      ],
      [
        `logic app: order-badge, resource group rg, subscription ${subscription} → other, resource group rg, subscription ${subscription}`,
        'on assignment granted: call Badge → none',
        'on 14 days before expiry: call Late → none',
        'on 1 day before expiry: none → call Late',
      ],
      [
        'expires: after 30 days → never',
        'on request created: call Badge → none',
        'on 1 day before expiry: call Late → none',
      ],
    ],
  },
  {
    name: 'a workflow of another type',
    states: [
      ['requestable by any member on request created call badge', badge],
      ['requestable by any member on 1 day before expiry call badge', workflow('badge', 'Badge', 'assignment')],
    ],
    told: [],
  },
]

describe.each(cases)('$name', ({ states, told }) => {
  it('is deployed, changed, and taken back when its statement goes', async () => {
    const sandbox = openSandbox()
    const [first = [''], ...rest] = states
    await deploy(sandbox, sources(...first))
    const before = content(sandbox)
    const lines: (readonly string[])[] = []
    for (const state of [...rest, first]) lines.push(await deploy(sandbox, sources(...state)))
    if (told.length > 0) expect(lines).toEqual(told)
    // What nothing declares any more stays until it is pruned.
    const isPolicy = (each: string) => each.includes('"requestorSettings"')
    expect(content(sandbox).filter(isPolicy)).toEqual(before.filter(isPolicy))
    if (schema !== undefined) expect(sandbox.requests.flatMap(record => validateExchange(schema, record))).toEqual([])
    sandbox.close()
  })
})
