import { describe, expect, it } from 'vitest'
import { openWorkspace } from '../../src/workspace/workspace.ts'

const today = '2026-06-01'

const around = `
tenant contoso "Contoso" { domain "contoso.com" }
organization fabrikam "Fabrikam" { domain "fabrikam.com" internal sponsors anna }
organization proposed "Woodgrove" { domain "woodgrove.example" state proposed }
user anna "anna@contoso.com"
user gast "gast_fabrikam.com#EXT#@contoso.onmicrosoft.com"
user stranger "ben@elsewhere.example"
group desk "Desk"
group staff "Staff"
`

interface Policies {
  readonly catalog?: string
  readonly more?: string
  readonly policies: readonly string[]
}

/** How a scenario with these statements turns out: the verdict, and what is told. */
const run = async ({ catalog = 'visible to external users', more = '', policies }: Policies, ...lines: string[]) => {
  const text = `${around}
catalog c "C" {
  ${catalog}
  package other "Other" { policy x "X" { requestable by any member expires after 1 day } }
  package p "P" {
    ${more}
    ${policies.join('\n')}
  }
}
scenario "S" {
  ${lines.join('\n  ')}
}`
  const workspace = await openWorkspace({ files: { '/w/a.entitle': text }, today, rules: false })
  expect(workspace.check().filter(({ severity }) => severity === 'error')).toEqual([])
  const [result] = workspace.scenarios()
  const messages = result?.outcomes.flatMap(({ message }) => (message === '' ? [] : [message])) ?? []
  return { verdict: result?.verdict, messages }
}

const policy = (who: string, ...more: readonly string[]) =>
  `policy s "S" { requestable by ${who} ${more.length === 0 ? 'expires after 30 days' : more.join(' ')} }`
const passed = { verdict: 'passed', messages: [] }

describe('who may request', () => {
  it.each<readonly [requestor: string, who: string, 'yes' | 'no' | 'unknown']>([
    ['member', 'any member', 'yes'],
    ['member', 'any user', 'yes'],
    ['member', 'any external user', 'no'],
    ['member', 'any connected organization', 'no'],
    ['member', 'users from fabrikam', 'no'],
    ['member', 'no one', 'no'],
    ['member', 'any service principal', 'no'],
    ['member', 'desk', 'no'],
    ['member in desk', 'desk', 'yes'],
    ['member in desk, staff', 'staff', 'yes'],
    ['member in staff', 'desk', 'no'],
    ['member in desk', 'group "DESK"', 'yes'],
    ['member', 'anna', 'no'],
    ['guest', 'any member', 'no'],
    ['guest', 'any user', 'yes'],
    ['guest', 'any external user', 'yes'],
    ['guest', 'users from fabrikam', 'unknown'],
    ['guest', 'any connected organization', 'unknown'],
    ['guest', 'desk', 'unknown'],
    ['external from fabrikam', 'users from fabrikam', 'yes'],
    ['external from "FABRIKAM.com"', 'users from fabrikam', 'yes'],
    ['external from proposed', 'users from fabrikam', 'no'],
    ['external from fabrikam', 'any connected organization', 'yes'],
    ['external from proposed', 'any connected organization', 'no'],
    ['external from "nowhere.example"', 'any connected organization', 'no'],
    ['external from "nowhere.example"', 'any external user', 'yes'],
    ['external from "nowhere.example"', 'any member', 'no'],
    ['external from fabrikam', 'any user', 'unknown'],
    ['anna', 'any member', 'yes'],
    ['anna', 'any external user', 'no'],
    ['anna', 'users from fabrikam', 'no'],
    ['anna', 'anna', 'yes'],
    ['anna', 'stranger', 'no'],
    ['anna', 'desk', 'unknown'],
    ['anna', 'any user', 'yes'],
    ['gast', 'any member', 'no'],
    ['gast', 'any external user', 'yes'],
    ['gast', 'any connected organization', 'unknown'],
    ['stranger', 'any member', 'unknown'],
  ])('%s, where it is requestable by %s: %s', async (requestor, who, answer) => {
    const lines = [`requestor ${requestor}`, 'requests c.p']
    const denied = await run({ policies: [policy(who)] }, ...lines, 'expect denied')
    const granted = await run({ policies: [policy(who)] }, ...lines, 'expect policy s')
    const verdicts = { yes: ['failed', 'passed'], no: ['passed', 'failed'], unknown: ['undetermined', 'undetermined'] }
    expect([denied.verdict, granted.verdict]).toEqual(verdicts[answer])
  })

  it('is nobody in a catalog that is unpublished', async () => {
    const unpublished = { catalog: 'unpublished', policies: [policy('any member')] }
    expect(await run(unpublished, 'requestor member', 'requests c.p', 'expect denied')).toEqual(passed)
  })

  it('is nobody from outside in a catalog that they don’t see', async () => {
    const hidden = { catalog: '', policies: [policy('users from fabrikam')] }
    expect(await run(hidden, 'requestor external from fabrikam', 'requests c.p', 'expect no approval')).toEqual({
      verdict: 'failed',
      messages: ['They are denied: of policy s, catalog c is not visible to external users.'],
    })
  })

  it('is nobody once access has ended, or where it is given by a rule', async () => {
    const ended = { policies: [policy('any member', 'expires on 2026-12-31')] }
    const lines = ['requestor member', 'expect denied']
    expect(await run(ended, ...lines, 'requests c.p on 2027-01-01')).toEqual(passed)
    expect((await run(ended, ...lines, 'requests c.p on 2026-12-31')).verdict).toBe('failed')
    const automatic = { policies: ['policy s "S" { assigned automatically where "user.department -eq \\"R\\"" }'] }
    expect(await run(automatic, ...lines, 'requests c.p')).toEqual(passed)
  })
})

describe('what comes of a request', () => {
  const member = ['requestor member', 'requests c.p on 2026-12-01'] as const

  it.each<readonly [terms: string, expected: string, message: string | undefined]>([
    ['approval { stage by anna }', 'expect approval by anna', undefined],
    ['approval { stage by anna, desk }', 'expect approval by desk or anna', undefined],
    ['approval { stage by manager, fallback desk }', 'expect approval by manager', undefined],
    ['approval { stage by anna stage by desk }', 'expect approval by anna, then desk', undefined],
    [
      'approval { stage by desk stage by anna }',
      'expect approval by anna, then desk',
      'Under policy s, approval is by desk, then anna.',
    ],
    ['approval { stage by anna }', 'expect no approval', 'Under policy s, approval is by anna.'],
    ['approval not required', 'expect no approval', undefined],
    ['', 'expect approval by anna', 'Under policy s, no approval is required.'],
    ['expires on 2027-06-30', 'expect access until 2027-06-30', undefined],
    ['expires on 2027-06-30', 'expect access until 2027-07-01', 'Under policy s, access ends on 2027-06-30.'],
    ['expires after 30 days', 'expect access until 2026-12-31', undefined],
    [
      'expires after 31 days',
      'expect access until 2026-12-31',
      'Under policy s, access ends on 2027-01-01, 31 days after the request.',
    ],
    ['never expires', 'expect access without end', undefined],
    [
      'expires after 30 days',
      'expect access without end',
      'Under policy s, access ends on 2026-12-31, 30 days after the request.',
    ],
    ['never expires', 'expect access until 2026-12-31', 'Under policy s, access has no end.'],
    ['review quarterly { reviewers desk }', 'expect review quarterly', undefined],
    ['review monthly { reviewers desk }', 'expect review quarterly', 'Under policy s, access is reviewed monthly.'],
    ['review monthly { reviewers desk }', 'expect no review', 'Under policy s, access is reviewed monthly.'],
    ['', 'expect no review', undefined],
    ['', 'expect review annually', 'Under policy s, nothing is reviewed.'],
  ])('%s: %s', async (terms, expected, message) => {
    expect(await run({ policies: [policy('any member', terms)] }, ...member, expected)).toEqual(
      message === undefined ? passed : { verdict: 'failed', messages: [message] },
    )
  })

  it('excludes who has another package or is in a group, where it says so', async () => {
    const policies = [policy('any member')]
    const more = 'incompatible with c.other, desk'
    expect(
      await run({ more, policies }, ...member, 'expect incompatible with c.other', 'expect incompatible with desk'),
    ).toEqual(passed)
    expect(await run({ more, policies }, ...member, 'expect incompatible with staff')).toEqual({
      verdict: 'failed',
      messages: ['Package p does not exclude who has group staff.'],
    })
  })

  const two = [
    'policy short "Short" { requestable by any member expires after 1 day }',
    'policy long "Long" { requestable by any user expires after 30 days }',
  ]

  it('must be so under each policy that admits them, unless one is named', async () => {
    const until = 'expect access until 2026-12-31'
    expect(await run({ policies: two }, ...member, until)).toEqual({
      verdict: 'failed',
      messages: [
        'Under policy short, access ends on 2026-12-02, 1 day after the request. It is as expected under long: add `expect policy long` if that is meant.',
      ],
    })
    expect(await run({ policies: two }, ...member, 'expect policy long', until)).toEqual(passed)
  })

  it('fails in the worst of its expectations, and tells each', async () => {
    const { verdict, messages } = await run(
      { policies: [policy('desk', 'never expires')] },
      'requestor anna',
      'requests c.p',
      'expect policy s',
      'expect incompatible with desk',
    )
    expect(verdict).toBe('failed')
    expect(messages).toEqual([
      'Policy s may not admit them: it is not known whether anna is in desk.',
      'Package p does not exclude who has group desk.',
    ])
  })

  it('is on the day of the test where no day is said, and never in a year that no calendar has', async () => {
    const days = (count: string) => ({ policies: [policy('any member', `expires after ${count} days`)] })
    expect(await run(days('30'), 'requestor member', 'requests c.p', 'expect access until 2026-07-01')).toEqual(passed)
  })
})
