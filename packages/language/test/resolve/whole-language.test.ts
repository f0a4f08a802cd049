import { describe, expect, it } from 'vitest'
import { readSources } from '../../src/testing/index.ts'

const programOf = async (text: string) => (await readSources(text)).program
const policyOf = async (statements: string, templates = '') => {
  const { catalogs } = await programOf(`${templates}
catalog c "C" {
  workflow badge "Order a badge" {
    description "Sends a mail."
    logic app "order-badge" resource group "rg" subscription "11111111-1111-1111-1111-111111111111"
    on request
  }
  package p "P" { policy q "Q" ${statements} }
}`)
  const found = catalogs[0]?.packages[0]?.policies[0]
  if (found === undefined) throw new Error('no policy')
  return found
}

describe('questions', () => {
  it('are asked in order, each with its answer and translations', async () => {
    const { terms } = await policyOf(`{
      ask "Number?" required matching "^[0-9]+$" { in "de-DE" "Nummer?" }
      ask "Why?" editable long answer
      ask "Where?" choose "On site", "Remote"
      ask "Which?" choose many "A", "B"
      ask "Who?"
    }`)
    expect(
      terms.questions?.value.map(({ text, required, editable, answer, translations }) => ({
        text,
        required,
        editable,
        answer: answer.kind === 'short' ? { kind: 'short', pattern: answer.pattern } : answer,
        translations: translations.map(({ language, text }) => [language, text]),
      })),
    ).toEqual([
      {
        text: 'Number?',
        required: true,
        editable: false,
        answer: { kind: 'short', pattern: '^[0-9]+$' },
        translations: [['de-DE', 'Nummer?']],
      },
      { text: 'Why?', required: false, editable: true, answer: { kind: 'long' }, translations: [] },
      {
        text: 'Where?',
        required: false,
        editable: false,
        answer: { kind: 'choice', many: false, choices: ['On site', 'Remote'] },
        translations: [],
      },
      {
        text: 'Which?',
        required: false,
        editable: false,
        answer: { kind: 'choice', many: true, choices: ['A', 'B'] },
        translations: [],
      },
      {
        text: 'Who?',
        required: false,
        editable: false,
        answer: { kind: 'short', pattern: undefined },
        translations: [],
      },
    ])
  })

  it("replace all of the template's", async () => {
    const { terms } = await policyOf('from t { ask "Mine?" }', 'policy template t { ask "One?" ask "Two?" }')
    expect(terms.questions?.value.map(({ text }) => text)).toEqual(['Mine?'])
    const taken = await policyOf('from t', 'policy template t { ask "One?" ask "Two?" }')
    expect(taken.terms.questions?.value.map(({ text }) => text)).toEqual(['One?', 'Two?'])
    expect(taken.terms.questions?.template?.name).toBe('t')
  })
})

describe('workflows', () => {
  it('know their catalog, trigger and Logic App, and who calls them when', async () => {
    const { package: of, terms } = await policyOf(`{
      on request created call badge
      on request approved call badge
      on assignment granted call badge
      on assignment removed call badge
      on 14 days before expiry call badge
    }`)
    const [workflow] = of.catalog.workflows
    expect(workflow?.catalog).toBe(of.catalog)
    expect(workflow).toMatchObject({
      displayName: 'Order a badge',
      description: 'Sends a mail.',
      trigger: { value: 'request' },
      logicApp: {
        value: { name: 'order-badge', resourceGroup: 'rg', subscription: '11111111-1111-1111-1111-111111111111' },
      },
    })
    expect(terms.calls?.value.map(({ event }) => event)).toEqual([
      'request created',
      'request approved',
      'assignment granted',
      'assignment removed',
      { daysBeforeExpiry: 14 },
    ])
    expect(terms.calls?.value.every(call => call.workflow === workflow)).toBe(true)
  })
})

describe('the short statements of a policy', () => {
  it('are terms, and a template may say them', async () => {
    const template = 'policy template t { managers may request for their reports requestor may choose dates }'
    const { terms } = await policyOf('from t { notifications off }', template)
    expect([terms.onBehalf?.value, terms.chooseDates?.value]).toEqual([true, true])
    expect(terms.notificationsOff?.value.removalRange).toBeDefined()
    expect(terms.chooseDates?.template?.name).toBe('t')
    expect(terms.notificationsOff?.template).toBeUndefined()
  })

  it('count how long access stays after a rule stops to match', async () => {
    const { terms } = await policyOf('{ assigned automatically where "user.city -eq \\"Ulm\\"", removed after 7 days }')
    expect(terms.automatic?.value).toMatchObject({ rule: 'user.city -eq "Ulm"', removedAfterMinutes: 7 * 1440 })
  })
})

describe('reviews outside packages', () => {
  it('say of whom, where, and how', async () => {
    const { reviews } = await programOf(`review r "R" {
      description "Guests"
      of guests in all groups
      inactive for 90 days
      recurs weekly
      reviewers group owners
      apply decisions manually
    }
    review once "Once" { of everyone in group "Board" }`)
    expect(reviews[0]).toMatchObject({
      displayName: 'R',
      description: 'Guests',
      scope: { value: { who: 'guests', in: 'all groups' } },
      inactiveForDays: { value: 90 },
      recurs: { value: 'weekly' },
      applyAutomatically: false,
      terms: { openForDays: 3, reviewers: [{ subject: 'group owners' }] },
    })
    expect(reviews[1]).toMatchObject({
      scope: { value: { who: 'everyone', in: { object: { displayName: 'Board' } } } },
      applyAutomatically: true,
      terms: { openForDays: 14 },
    })
    expect(reviews[1]?.recurs).toBeUndefined()
  })
})

const world = `organization fabrikam "Fabrikam" { domain "fabrikam.com" }
catalog c "C" {
  package p "P" { policy q "Q" { requestable by users from fabrikam } }
  package other "Other"
}`

describe('assignments', () => {
  it('name a policy of their package, and when', async () => {
    const { assignments } = await programOf(`${world}
assign user "kim@fabrikam.com" to c.p using q from 2027-01-01 until 2027-03-31
assign user "kim@fabrikam.com" to c.p using unknown
assign user "kim@fabrikam.com" to c.unknown using q`)
    expect(assignments).toHaveLength(1)
    expect(assignments[0]).toMatchObject({
      subject: { object: { displayName: 'kim@fabrikam.com' } },
      package: { displayName: 'P' },
      policy: { displayName: 'Q' },
      from: { value: '2027-01-01T00:00:00Z' },
      until: { value: '2027-03-31T23:59:59Z' },
    })
  })
})

describe('scenarios', () => {
  it('say who requests what, and what is expected', async () => {
    const { scenarios } = await programOf(`${world}
scenario "One" {
  requestor external from fabrikam
  requests c.p on 2026-12-01
  expect policy q
  expect approval by internal sponsors or group "G", then manager
  expect access until 2027-06-30
  expect review quarterly
  expect incompatible with c.other
}
scenario "Two" {
  requestor external from "unknown.example"
  requests c.p
  expect denied
}
scenario "Three" {
  requestor member in group "G"
  requests c.p
  expect no approval
  expect access without end
  expect no review
}`)
    const [one, two, three] = scenarios
    expect(one).toMatchObject({
      title: 'One',
      requestor: { value: { requestor: 'external', organization: { displayName: 'Fabrikam' } } },
      requests: { value: { package: { displayName: 'P' }, on: '2026-12-01' } },
      expectations: [
        { value: { expect: 'policy', policy: { displayName: 'Q' } } },
        {
          value: {
            expect: 'approval',
            stages: [[{ subject: 'internal sponsors' }, { subject: 'object' }], [{ subject: 'manager' }]],
          },
        },
        { value: { expect: 'access', until: '2027-06-30T23:59:59Z' } },
        { value: { expect: 'review', frequency: 'quarterly' } },
        { value: { expect: 'incompatible', package: { displayName: 'Other' } } },
      ],
    })
    expect(two).toMatchObject({
      requestor: { value: { requestor: 'external', domain: 'unknown.example' } },
      expectations: [{ value: { expect: 'denied' } }],
    })
    expect(three?.requestor?.value).toMatchObject({ requestor: 'member', groups: [{ object: { displayName: 'G' } }] })
    expect(three?.expectations.map(({ value }) => value)).toEqual([
      { expect: 'approval' },
      { expect: 'access' },
      { expect: 'review' },
    ])
  })
})
