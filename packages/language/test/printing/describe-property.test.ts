import { kindNames, type Ref, type Value } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { describeProperty, propertyLabel } from '../../src/printing/describe-property.ts'
import { propertyWords } from '../../src/printing/property-words.ts'

const ref = (kind: Ref['$ref'], name: string, id?: string): Ref => ({
  $ref: kind,
  name,
  ...(id === undefined ? {} : { id }),
})
const group = (name: string): Value => ({ '@odata.type': '#microsoft.graph.groupMembers', groupId: ref('group', name) })
const user = (name: string): Value => ({ '@odata.type': '#microsoft.graph.singleUser', userId: ref('user', name) })
const organization = (name: string): Value => ({
  '@odata.type': '#microsoft.graph.connectedOrganizationMembers',
  connectedOrganizationId: ref('connected-organization', name),
})
const sponsors = { '@odata.type': '#microsoft.graph.internalSponsors' }
const policy = (path: string, value: Value | undefined) => describeProperty('assignment-policy', path, value)

describe('expiration', () => {
  it.each([
    [{ type: 'noExpiration' }, 'never'],
    [{ type: 'afterDuration', duration: 'P180D' }, 'after 180 days'],
    [{ type: 'afterDuration', duration: 'PT8H' }, 'after 8 hours'],
    [{ type: 'afterDuration', duration: 'P1D' }, 'after 1 day'],
    [{ type: 'afterDateTime', endDateTime: '2027-06-30T23:59:59Z' }, '2027-06-30'],
    [{ type: 'afterDateTime', endDateTime: '2027-06-30T18:00:00Z' }, '2027-06-30 18:00'],
    [{ type: 'notSpecified' }, 'not said'],
    [{}, 'not said'],
  ])('%j is told as %s', (value, words) => {
    expect(policy('expiration', value)).toBe(words)
  })

  it('keeps a duration that the language has no words for', () => {
    expect(policy('expiration', { type: 'afterDuration', duration: 'P1Y' })).toBe('after P1Y')
  })
})

describe('review', () => {
  const quarterly = { pattern: { type: 'absoluteMonthly', interval: 3 }, range: { type: 'noEnd' } }
  const schedule = { recurrence: quarterly, expiration: { type: 'afterDuration', duration: 'P14D' } }

  it('none', () => {
    expect(policy('reviewSettings', null)).toBe('none')
    expect(policy('reviewSettings', undefined)).toBe('none')
    expect(policy('reviewSettings', { isEnabled: false, schedule })).toBe('none')
  })

  it('names the frequency, the reviewers and how long it is open', () => {
    const value = { isEnabled: true, schedule, primaryReviewers: [group('Partner programme managers')] }
    expect(policy('reviewSettings', value)).toBe('quarterly by Partner programme managers, open 14 days')
  })

  it('names everything that differs from the usual', () => {
    const value = {
      isEnabled: true,
      isSelfReview: true,
      fallbackReviewers: [group('Desk')],
      expirationBehavior: 'removeAccess',
      isRecommendationEnabled: true,
      isReviewerJustificationRequired: true,
      schedule: {
        startDateTime: '2027-01-04T00:00:00Z',
        recurrence: { pattern: { type: 'weekly', interval: 1 }, range: { type: 'numbered', numberOfOccurrences: 4 } },
      },
    }
    expect(policy('reviewSettings', value)).toBe(
      'weekly by self, fallback Desk, starting 2027-01-04, ending after 4 times, no response removes access, recommendations shown, justification required',
    )
  })

  it.each([
    [1, 'monthly'],
    [3, 'quarterly'],
    [6, 'biannually'],
    [12, 'annually'],
    [2, 'every 2 months'],
  ])('every %i months is %s', (interval, words) => {
    const value = { recurrence: { pattern: { type: 'absoluteMonthly', interval } } }
    expect(policy('reviewSettings/schedule', value)).toBe(words)
  })
})

describe('approval', () => {
  it('counts the stages and names who decides', () => {
    const value = {
      isApprovalRequiredForAdd: true,
      stages: [
        { primaryApprovers: [sponsors], durationBeforeAutomaticDenial: 'P7D' },
        { primaryApprovers: [group('Identity Governance desk')], durationBeforeAutomaticDenial: 'P14D' },
      ],
    }
    expect(policy('requestApprovalSettings', value)).toBe(
      '2 stages: internal sponsors (7 days), then Identity Governance desk',
    )
  })

  it('says who stands in, who is escalated to, and what is hidden', () => {
    const value = {
      isApprovalRequiredForAdd: true,
      isApprovalRequiredForUpdate: true,
      isRequestorJustificationRequired: true,
      stages: [
        {
          primaryApprovers: [{ '@odata.type': '#microsoft.graph.requestorManager', managerLevel: 2 }],
          fallbackPrimaryApprovers: [group('Desk')],
          isEscalationEnabled: true,
          escalationApprovers: [user('anna@contoso.com')],
          durationBeforeEscalation: 'P9D',
          approverInformationVisibility: 'notVisible',
          isApproverJustificationRequired: false,
        },
      ],
    }
    expect(policy('requestApprovalSettings', value)).toBe(
      '1 stage: manager level 2 (fallback Desk; escalates to anna@contoso.com after 9 days; approvers hidden; no reason needed); justification required; extensions too',
    )
  })

  it('not required', () => {
    expect(policy('requestApprovalSettings', { isApprovalRequiredForAdd: false, stages: [] })).toBe('not required')
  })

  it('of a stage that nobody is in', () => {
    expect(policy('requestApprovalSettings/stages', [{ primaryApprovers: [] }])).toBe('1 stage: no one')
  })
})

describe('requestors', () => {
  it('are told as the language writes them', () => {
    expect(policy('specificAllowedTargets', [organization('Fabrikam'), organization('Litware')])).toBe(
      'users from Fabrikam, Litware',
    )
    expect(policy('specificAllowedTargets', [user('anna@contoso.com'), group('Sales')])).toBe('anna@contoso.com, Sales')
    expect(policy('specificAllowedTargets', [])).toBe('no one')
    expect(policy('allowedTargetScope', 'allConfiguredConnectedOrganizationUsers')).toBe('any connected organization')
    expect(policy('allowedTargetScope', 'notSpecified')).toBe('no one')
    expect(policy('allowedTargetScope', 'someFutureScope')).toBe('someFutureScope')
  })

  it('are told by id where no name was read', () => {
    const bare = { '@odata.type': '#microsoft.graph.groupMembers', groupId: ref('group', '', '0f3c') }
    expect(policy('specificAllowedTargets', [bare])).toBe('0f3c')
    const unread = { '@odata.type': '#microsoft.graph.singleUser', userId: '0f3c', description: 'Anna' }
    expect(policy('specificAllowedTargets', [unread])).toBe('Anna')
  })
})

describe('other values', () => {
  it.each([
    ['access-package', 'isHidden', true, 'yes'],
    ['catalog', 'isExternallyVisible', false, 'no'],
    ['catalog', 'description', '', 'none'],
    ['catalog', 'description', undefined, 'none'],
    ['settings', 'externalUserLifecycleAction', 'blockSignInAndDelete', 'block sign-in, then delete'],
    ['settings', 'durationUntilExternalUserDeletedAfterBlocked', 'P30D', '30 days'],
    ['catalog-resource', 'originSystem', 'SharePointOnline', 'site'],
    ['access-package', 'somethingNew', { a: [1] }, '{"a":[1]}'],
  ] as const)('%s %s %j is %s', (kind, path, value, words) => {
    expect(describeProperty(kind, path, value)).toBe(words)
  })

  it('a reference is told by its name', () => {
    expect(describeProperty('resource-role-scope', 'resource', ref('site', 'https://x', '1'))).toBe('https://x')
  })

  it('identity sources name the domain or the tenant', () => {
    const sources = [
      { '@odata.type': '#microsoft.graph.domainIdentitySource', domainName: 'fabrikam.com', displayName: 'x' },
      { '@odata.type': '#microsoft.graph.azureActiveDirectoryTenant', tenantId: '8c1b' },
    ]
    expect(describeProperty('connected-organization', 'identitySources', sources)).toBe('fabrikam.com, tenant 8c1b')
    expect(describeProperty('connected-organization', 'identitySources', [])).toBe('none')
  })
})

describe('labels', () => {
  it.each([
    ['assignment-policy', 'expiration', 'expires'],
    ['assignment-policy', 'reviewSettings', 'review'],
    ['assignment-policy', 'requestApprovalSettings', 'approval'],
    ['assignment-policy', 'allowedTargetScope', 'requestable by'],
    ['assignment-policy', 'requestApprovalSettings/stages/1/primaryApprovers', 'stage 2 by'],
    ['assignment-policy', 'requestApprovalSettings/stages[0]/primaryApprovers', 'stage 1 by'],
    ['access-package', 'someNewProperty', 'some new property'],
  ] as const)('%s %s is called %s', (kind, path, words) => {
    expect(propertyLabel(kind, path)).toBe(words)
  })

  it('every property has words that no value breaks', () => {
    const values: Value[] = [
      null,
      true,
      false,
      0,
      7,
      '',
      'word',
      [],
      ['a'],
      {},
      { a: 1 },
      [{}],
      [[]],
      ref('user', 'anna'),
    ]
    for (const kind of kindNames)
      for (const path of Object.keys(propertyWords[kind]))
        for (const value of values)
          expect(describeProperty(kind, path, value), `${kind} ${path}`).toEqual(expect.any(String))
  })
})
