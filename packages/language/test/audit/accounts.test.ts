import { expect, it } from 'vitest'
import { accessPackage, catalog, group, live, policy, user } from '../printing/source/live.ts'
import { audited, factsOf, notReadable, readOf, ruleIn } from './audited.ts'

const single = (name: string) => ({ '@odata.type': '#microsoft.graph.singleUser', userId: user(name) })
const approvedBy = (...names: readonly string[]) => ({
  requestApprovalSettings: {
    isApprovalRequiredForAdd: true,
    isApprovalRequiredForUpdate: false,
    isRequestorJustificationRequired: false,
    stages: [{ durationBeforeAutomaticDenial: 'P3D', primaryApprovers: names.map(single) }],
  },
})
const organization = live('connected-organization', 'Fabrikam', { displayName: 'Fabrikam', identitySources: [] })
const sponsoredBy = (name: string) =>
  live('sponsor', `internal ${name}`, { relation: 'internal', principal: user(name) }, organization)
const account = (name: string, isEnabled: boolean) => ({
  id: `id of ${name}`.toLowerCase(),
  isEnabled,
  isGuest: false,
  hasSponsor: false,
})
const accounts = (...known: readonly ReturnType<typeof account>[]) => ({ facts: factsOf({ accounts: { known } }) })
const staff = policy(approvedBy('ada@contoso.com', 'Ben@contoso.com'))
const read = readOf([organization, sponsoredBy('cleo@contoso.com'), catalog, accessPackage, staff])

it('passes where every account is enabled, and where nobody knows of one', async () => {
  const enabled = accounts(account('ada@contoso.com', true), account('cleo@contoso.com', true))
  for (const more of [enabled, accounts()]) {
    const audit = await audited(read, more)
    expect(ruleIn(audit, 'disabled-decider').verdict).toBe('pass')
    expect(ruleIn(audit, 'disabled-sponsor').verdict).toBe('pass')
  }
})

it('tells the policy whose approver can’t sign in, whatever the case of the id', async () => {
  const audit = await audited(read, accounts(account('ben@contoso.com', false)))
  expect(ruleIn(audit, 'disabled-decider')).toMatchObject({
    severity: 'warning',
    verdict: 'fail',
    failures: [
      {
        address: staff.address,
        message: 'The account of Ben@contoso.com is disabled, named here to approve requests. Name somebody else.',
      },
    ],
  })
  expect(ruleIn(audit, 'disabled-sponsor').verdict).toBe('pass')
})

it('tells several of one policy at once, and reviewers apart from approvers', async () => {
  const both = policy({
    ...approvedBy('ada@contoso.com', 'Ben@contoso.com'),
    reviewSettings: {
      isEnabled: true,
      expirationBehavior: 'keepAccess',
      isRecommendationEnabled: true,
      isReviewerJustificationRequired: true,
      isSelfReview: false,
      primaryReviewers: [single('ada@contoso.com')],
      fallbackReviewers: [],
      schedule: {
        startDateTime: '2026-01-01T00:00:00Z',
        expiration: { type: 'afterDuration', duration: 'P14D' },
        recurrence: { pattern: { type: 'absoluteMonthly', interval: 3 }, range: { type: 'noEnd' } },
      },
    },
  })
  const more = accounts(account('ada@contoso.com', false), account('ben@contoso.com', false))
  const audit = await audited(readOf([catalog, accessPackage, both]), more)
  expect(ruleIn(audit, 'disabled-decider').failures.map(({ message }) => message)).toEqual([
    'The accounts of 2 people are disabled, Ben@contoso.com, ada@contoso.com, named here to approve requests. Name somebody else.',
    'The account of ada@contoso.com is disabled, named here to review access. Name somebody else.',
  ])
})

it('tells the organization whose sponsor can’t sign in', async () => {
  const audit = await audited(read, accounts(account('cleo@contoso.com', false)))
  expect(ruleIn(audit, 'disabled-sponsor').failures).toMatchObject([
    {
      address: organization.address,
      message: 'The account of cleo@contoso.com is disabled, a sponsor here. Name somebody else.',
    },
  ])
  expect(ruleIn(audit, 'disabled-decider').verdict).toBe('pass')
})

it('doesn’t take a group for an account of the same id', async () => {
  const desk = live('sponsor', 'internal Desk', { relation: 'internal', principal: group('Desk') }, organization)
  const audit = await audited(readOf([organization, desk]), accounts(account('Desk', false)))
  expect(ruleIn(audit, 'disabled-sponsor').verdict).toBe('pass')
})

it('is not determined where accounts can’t be read', async () => {
  const audit = await audited(read, { facts: factsOf({ accounts: { finding: notReadable } }) })
  for (const rule of ['disabled-decider', 'disabled-sponsor', 'guest-without-sponsor'])
    expect(ruleIn(audit, rule)).toMatchObject({
      verdict: 'not determined',
      undetermined: [{ why: 'It can’t be read: Microsoft Graph answers 403. Sign in with another account.' }],
    })
  expect(ruleIn(audit, 'unused-package').verdict).toBe('pass')
})
