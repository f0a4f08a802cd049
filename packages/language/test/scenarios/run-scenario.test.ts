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
  readonly before?: string
  readonly policies: readonly string[]
}

/** How a scenario with these statements turns out: the verdict, and what is told. */
const run = async (
  { catalog = 'visible to external users', more = '', before = '', policies }: Policies,
  ...lines: string[]
) => {
  const text = `${around}${before}
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

  it('is no guest in a catalog that people from outside don’t see, whatever a policy says', async () => {
    const hidden = { catalog: '', policies: [policy('any user')] }
    const verdictOf = async (requestor: string, policies = hidden.policies) =>
      (await run({ ...hidden, policies }, `requestor ${requestor}`, 'requests c.p', 'expect denied')).verdict
    expect(await verdictOf('guest')).toBe('passed')
    expect(await verdictOf('gast')).toBe('passed')
    expect(await verdictOf('gast', [policy('gast')])).toBe('passed')
    expect(await verdictOf('external from "nowhere.example"')).toBe('passed')
    expect(await verdictOf('member')).toBe('failed')
    expect(await verdictOf('anna')).toBe('failed')
    expect(await verdictOf('stranger')).toBe('undetermined')
  })

  it('is nobody in a group that the package excludes', async () => {
    const excluding = { more: 'incompatible with desk, c.other', policies: [policy('any user')] }
    const denied = (requestor: string) => run(excluding, `requestor ${requestor}`, 'requests c.p', 'expect denied')
    expect(await denied('member in desk')).toEqual(passed)
    expect((await denied('member in staff')).verdict).toBe('failed')
    expect((await denied('member')).verdict).toBe('failed')
    const words = (who: string) =>
      `It can’t be told for policy s: package p excludes who is in desk, and it is not known whether ${who} is.`
    expect(await denied('anna')).toEqual({ verdict: 'undetermined', messages: [words('anna')] })
    expect(await denied('guest')).toEqual({ verdict: 'undetermined', messages: [words('the guest')] })
    expect(await run(excluding, 'requestor member in desk', 'requests c.p', 'expect policy s')).toEqual({
      verdict: 'failed',
      messages: ['Policy s does not admit them: package p excludes who is in desk.'],
    })
  })

  it.each(['users from adatum', 'any connected organization'])(
    'is nobody of a domain that no organization declares, where %s is declared by its tenant',
    async who => {
      const before = 'organization adatum "Adatum" { tenant "0f7b1a52-6f3c-4a1e-9a57-5b1f6f3e2a11" }'
      const asked = { before, policies: [policy(who)] }
      expect(await run(asked, 'requestor external from "x.example"', 'requests c.p', 'expect denied')).toEqual(passed)
      expect(await run(asked, 'requestor external from adatum', 'requests c.p', 'expect policy s')).toEqual(passed)
    },
  )

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

  describe('where it isn’t known whether somebody is admitted', () => {
    const anna = ['requestor anna', 'requests c.p'] as const
    const sure = 'policy sure "Sure" { requestable by any member expires after 30 days }'
    const perhaps = (terms: string) => `policy s "S" { requestable by desk ${terms} expires after 30 days }`
    const doubt = 'It can’t be told for policy s: it is not known whether anna is in desk.'

    it('passes no terms that only a policy in doubt has otherwise', async () => {
      const both = { policies: [sure, perhaps('approval { stage by anna }')] }
      expect(await run(both, ...anna, 'expect no approval')).toEqual({ verdict: 'undetermined', messages: [doubt] })
      expect(await run(both, ...anna, 'expect policy sure', 'expect no approval')).toEqual(passed)
      expect(await run(both, ...anna, 'expect no review')).toEqual(passed)
    })

    it('does not fail the terms of the policy that is expected', async () => {
      const both = { policies: [sure, perhaps('approval { stage by anna }')] }
      expect(await run(both, ...anna, 'expect policy s', 'expect approval by anna')).toEqual({
        verdict: 'undetermined',
        messages: ['Policy s may not admit them: it is not known whether anna is in desk.', doubt],
      })
    })

    it('fails what surely isn’t so, and the terms of a policy that surely doesn’t admit them', async () => {
      const both = { policies: [sure, perhaps('')] }
      expect((await run(both, ...anna, 'expect approval by anna')).verdict).toBe('failed')
      const guests = 'policy guests "Guests" { requestable by any external user expires after 30 days }'
      expect(
        await run({ policies: [guests, perhaps('')] }, ...anna, 'expect policy guests', 'expect no review'),
      ).toEqual({
        verdict: 'failed',
        messages: [
          'Policy guests does not admit them: it lets people from outside request.',
          'The policy that is expected does not admit them.',
        ],
      })
    })
  })

  it('never passes where nothing is expected that could be understood', async () => {
    const text = 'catalog c "C" { package p "P" }\nscenario "S" { requestor member requests c.p }'
    const workspace = await openWorkspace({ files: { '/w/a.entitle': text }, today, rules: false })
    expect(workspace.scenarios()).toMatchObject([{ verdict: 'undetermined', outcomes: [] }])
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
