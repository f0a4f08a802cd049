import { describe, expect, it } from 'vitest'
import { checkedPlan, checkPlan } from '../../src/checks/check-plan.ts'
import { planChecks } from '../../src/checks/table.ts'
import { match } from '../../src/match/match.ts'
import type { Properties, TenantIdentity, TenantObject } from '../../src/model/tenant.ts'
import { plan } from '../../src/plan/make-plan.ts'
import type { Held } from '../../src/read/assignments.ts'
import {
  accessPackage,
  catalog,
  declared,
  grant,
  group,
  lived,
  organization,
  policy,
  resource,
  role,
  tenant,
  user,
} from '../worlds/tenants.ts'

const identity: TenantIdentity & { tenantId: string } = {
  name: 'c',
  displayName: 'Contoso',
  cloud: 'global',
  protected: false,
  tenantId: 't',
}
const shop = catalog('Shop')
const alpine = accessPackage(shop, 'Alpine')
const team = group('Team', 'g1')

interface More {
  readonly prune?: boolean
  readonly assignments?: Held
  readonly endAssignments?: boolean
  readonly protected?: boolean
}

const checked = (objects: readonly TenantObject[], live: readonly TenantObject[], more: More = {}) => {
  const [desired, found] = [tenant(...objects), tenant(...live)]
  const matching = match(desired, found)
  const made = plan({
    desired,
    live: found,
    matching,
    identity: { ...identity, protected: more.protected === true },
    ...more,
  })
  return { made, found: checkPlan(made, { live: found, pairs: matching.pairs }) }
}
const told = (...given: Parameters<typeof checked>) =>
  checked(...given).found.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`)
const ids = (...objects: readonly TenantObject[]) => objects.map((object, i) => lived(object, `id${i}`))

/** What a change of one policy is told of. */
const change = (before: Properties, after: Properties): readonly string[] =>
  told([shop, alpine, policy(alpine, 'Staff', after)], ids(shop, alpine, policy(alpine, 'Staff', before)))
const ofStaff = 'olicy Staff of package Alpine'

const stage = (...names: readonly string[]) => ({
  durationBeforeAutomaticDenial: 'P14D',
  isApproverJustificationRequired: true,
  primaryApprovers: names.map(name => ({
    '@odata.type': '#microsoft.graph.singleUser',
    userId: user(name, `id-${name}`),
  })),
})
const approved = (stages: readonly Properties[], more: Properties = {}): Properties => ({
  requestApprovalSettings: {
    isApprovalRequiredForAdd: stages.length > 0,
    isApprovalRequiredForUpdate: false,
    isRequestorJustificationRequired: true,
    stages: stages as Properties[],
    ...more,
  },
})
const ends = (duration: string | undefined): Properties => ({
  expiration: duration === undefined ? { type: 'noExpiration' } : { type: 'afterDuration', duration },
})
const endsOn = (date: string): Properties => ({
  expiration: { type: 'afterDateTime', endDateTime: `${date}T23:59:59Z` },
})
const reviewed = (more: Properties = {}, interval = 3): Properties => ({
  reviewSettings: {
    isEnabled: true,
    expirationBehavior: 'removeAccess',
    isSelfReview: false,
    isReviewerJustificationRequired: true,
    primaryReviewers: [{ '@odata.type': '#microsoft.graph.groupMembers', groupId: group('Desk', 'g9') }],
    schedule: { recurrence: { pattern: { type: 'absoluteMonthly', interval }, range: { type: 'noEnd' } } },
    ...more,
  },
})
const targets = (...organizations: readonly string[]): Properties => ({
  allowedTargetScope: 'specificConnectedOrganizationUsers',
  specificAllowedTargets: organizations.map(name => ({
    '@odata.type': '#microsoft.graph.connectedOrganizationMembers',
    connectedOrganizationId: { $ref: 'connected-organization', name, id: `o-${name}` },
  })),
})

describe('a plan that only makes things tells nothing but what is connected', () => {
  it('on an empty tenant', () => {
    const all = [
      shop,
      alpine,
      policy(alpine, 'Staff'),
      resource(shop, team),
      grant(alpine, 'Member', team),
      organization('Fabrikam', 'fabrikam.com'),
    ]
    expect(told(all, [])).toEqual(['info connects-organization: Fabrikam is connected, with fabrikam.com.'])
  })

  it('where nothing changes', () => {
    const all = [shop, alpine, policy(alpine, 'Staff')]
    expect(told(all, ids(...all))).toEqual([])
  })
})

describe('widens-requestors', () => {
  it('tells who may request that could not', () => {
    expect(change({ allowedTargetScope: 'allMemberUsers' }, { allowedTargetScope: 'allDirectoryUsers' })).toEqual([
      `warning widens-requestors: P${ofStaff} lets every guest request, whom it did not admit so far.`,
    ])
    expect(change(targets('Fabrikam'), targets('Fabrikam', 'Litware'))[0]).toContain('lets Litware request')
    expect(change({ allowedTargetScope: 'notSpecified' }, { allowedTargetScope: 'allExternalUsers' })[0]).toContain(
      'people of every connected organization and anybody from outside',
    )
  })

  it('tells of another policy of a package that is there, less gravely for people from inside', () => {
    const [inside] = told([shop, alpine, policy(alpine, 'New')], ids(shop, alpine))
    expect(inside).toBe(
      'info widens-requestors: A new policy New of package Alpine lets every member of the directory request.',
    )
    const [outside] = told([shop, alpine, policy(alpine, 'New', targets('Fabrikam'))], ids(shop, alpine))
    expect(outside).toMatch(/^warning /)
  })

  it('is silent on fewer people, and on people who were among them', () => {
    expect(change({ allowedTargetScope: 'allDirectoryUsers' }, { allowedTargetScope: 'allMemberUsers' })).toEqual([])
    expect(
      change(
        { allowedTargetScope: 'allConfiguredConnectedOrganizationUsers', specificAllowedTargets: [] },
        targets('Fabrikam'),
      ),
    ).toEqual([])
    const one = {
      allowedTargetScope: 'specificDirectoryUsers',
      specificAllowedTargets: [{ '@odata.type': '#microsoft.graph.singleUser', userId: user('a', 'a') }],
    }
    expect(change({ allowedTargetScope: 'allMemberUsers' }, one)).toEqual([])
  })
})

describe('removes-approval-stage and removes-last-approver', () => {
  it('tell of approval that goes, and of fewer stages', () => {
    expect(change(approved([stage('a')]), approved([]))).toContain(
      `warning removes-approval-stage: P${ofStaff} gives access without approval; so far somebody approved.`,
    )
    expect(change(approved([stage('a'), stage('b')]), approved([stage('a')]))[0]).toContain(
      'has 1 stage of approval rather than 2.',
    )
  })

  it('tell of a stage that keeps none of its approvers', () => {
    expect(change(approved([stage('a', 'b')]), approved([stage('c')]))).toEqual([
      `warning removes-last-approver: P${ofStaff} takes every approver from its stage: a and b; now c decides.`,
    ])
    expect(change(approved([stage('a'), stage('b')]), approved([stage('a'), stage()]))[0]).toContain(
      'from stage 2: b; nobody is left.',
    )
  })

  it('are silent on more stages, and where somebody stays', () => {
    expect(change(approved([stage('a')]), approved([stage('a'), stage('b')]))).toEqual([])
    expect(change(approved([stage('a', 'b')]), approved([stage('b', 'c')]))).toEqual([])
    expect(change(approved([]), approved([stage('a')]))).toEqual([])
  })
})

describe('lengthens-expiry and shortens-expiry-of-live-access', () => {
  it.each([
    [ends('P180D'), ends('P365D'), 'after 365 days rather than after 180 days'],
    [ends('P180D'), ends(undefined), 'never rather than after 180 days'],
    [ends('PT8H'), ends('P1D'), 'after 1 day rather than after 8 hours'],
    [endsOn('2027-03-31'), endsOn('2027-12-31'), 'on 2027-12-31 rather than on 2027-03-31'],
  ])('tells of a later end %#', (before, after, words) => {
    expect(change(before, after)).toEqual([`warning lengthens-expiry: Access under p${ofStaff} ends ${words}.`])
  })

  it.each([
    [ends('P365D'), ends('P180D')],
    [ends(undefined), endsOn('2027-03-31')],
  ])('tells of an earlier end, and what becomes of access that people have %#', (before, after) => {
    const [only, ...more] = change(before, after)
    expect(only).toMatch(/^info shortens-expiry-of-live-access: .*; access that people have keeps its end\.$/)
    expect(more).toEqual([])
  })

  it('are silent on the same length in other words, and on what can not be compared', () => {
    expect(change(ends('P14D'), ends('P2W'))).toEqual([])
    expect(change(ends('P14D'), endsOn('2027-03-31'))).toEqual([])
  })
})

describe('weakens-review', () => {
  it.each([
    [reviewed(), { reviewSettings: { isEnabled: false } }, 'is no longer reviewed'],
    [reviewed(), reviewed({}, 12), 'is reviewed every 360 days rather than every 90 days'],
    [
      reviewed(),
      reviewed({ isSelfReview: true, primaryReviewers: [] }),
      'is reviewed by those who have it; so far others did',
    ],
    [
      reviewed(),
      reviewed({ expirationBehavior: 'keepAccess' }),
      'is no longer taken away where nobody answers a review',
    ],
    [reviewed(), reviewed({ isReviewerJustificationRequired: false }), 'is reviewed without a word on why'],
  ])('tells what is weaker %#', (before, after, words) => {
    expect(change(before, after as Properties)).toEqual([`warning weakens-review: Access under p${ofStaff} ${words}.`])
  })

  it('is silent on a new review, a more frequent one, and other reviewers', () => {
    expect(change({ reviewSettings: null }, reviewed())).toEqual([])
    expect(change(reviewed(), reviewed({}, 1))).toEqual([])
    const others = [{ '@odata.type': '#microsoft.graph.groupMembers', groupId: group('Owners', 'g8') }]
    expect(change(reviewed(), reviewed({ primaryReviewers: others }))).toEqual([])
  })
})

describe('what else a policy changes', () => {
  const requesting = (more: Properties): Properties => ({
    requestorSettings: { enableTargetsToSelfAddAccess: true, ...more },
  })

  it('is told', () => {
    const extending = { enableTargetsToSelfUpdateAccess: true }
    expect(change(requesting({}), requesting(extending))[0]).toBe(
      `warning allows-extension: P${ofStaff} lets people extend their access without approval.`,
    )
    const others = {
      enableOnBehalfRequestorsToAddAccess: true,
      onBehalfRequestors: [{ '@odata.type': '#microsoft.graph.targetManager', managerLevel: 1 }],
    }
    expect(change(requesting({}), requesting(others))[0]).toBe(
      `info lets-request-for-others: P${ofStaff} lets managers request access for somebody else.`,
    )
    expect(
      change(approved([stage('a')]), approved([stage('a')], { isRequestorJustificationRequired: false }))[0],
    ).toMatch(/^info drops-justification: .*no longer asks requestors/)
    expect(
      change(approved([stage('a')]), approved([{ ...stage('a'), isApproverJustificationRequired: false }]))[0],
    ).toMatch(/^info drops-justification: .*no longer asks approvers/)
    expect(
      change(approved([{ ...stage('a'), durationBeforeAutomaticDenial: 'P7D' }]), approved([stage('a')]))[0],
    ).toMatch(/^info answers-late: .*open for 14 days rather than 7 days/)
    expect(
      change(
        { notificationSettings: { isAssignmentNotificationDisabled: false } },
        { notificationSettings: { isAssignmentNotificationDisabled: true } },
      )[0],
    ).toMatch(/^info silences-notifications/)
    const rule = (membershipRule: string): Properties => ({
      allowedTargetScope: 'specificDirectoryUsers',
      specificAllowedTargets: [{ '@odata.type': '#microsoft.graph.attributeRuleMembers', membershipRule }],
      automaticRequestSettings: { requestAccessForAllowedTargets: true },
    })
    expect(change(rule('user.city -eq "Ulm"'), rule('user.city -ne "Ulm"'))).toEqual([
      `warning assigns-automatically: P${ofStaff} assigns the package to everybody with user.city -ne "Ulm"; so far with user.city -eq "Ulm".`,
    ])
  })

  it('is not told where it is as it was, or stricter', () => {
    const extending = requesting({ enableTargetsToSelfUpdateAccess: true })
    expect(change(extending, extending)).toEqual([])
    expect(change(extending, requesting({ enableTargetsToSelfUpdateAccess: false }))).toEqual([])
    expect(change(approved([stage('a')]), approved([{ ...stage('a'), durationBeforeAutomaticDenial: 'P7D' }]))).toEqual(
      [],
    )
    expect(change({ displayName: 'Staff', description: 'old' }, { description: 'new' })).toEqual([])
    expect(
      change(
        { notificationSettings: { isAssignmentNotificationDisabled: true } },
        { notificationSettings: { isAssignmentNotificationDisabled: false } },
      ),
    ).toEqual([])
  })
})

describe('packages and what they give', () => {
  const staff = policy(alpine, 'Staff')
  const assigned = lived(declared('assignment', 'anna@x.test', { target: user('anna@x.test', 'u1') }, staff), 'a1')

  it('are told of where people lose them', () => {
    const assignments: Held = new Map([[alpine.address, [assigned]]])
    expect(told([shop], ids(shop, alpine, staff), { prune: true, endAssignments: true, assignments })).toContain(
      'warning deletes-package-with-assignments: Package Alpine is deleted while 1 person has it.',
    )
    const held: Held = new Map([[staff.address, [assigned]]])
    expect(
      told([shop, alpine], ids(shop, alpine, staff), { prune: true, endAssignments: true, assignments: held }),
    ).toEqual([
      'warning ends-access: Policy Staff of package Alpine is deleted while 1 person has the package through it.',
    ])
    const live = ids(shop, alpine, resource(shop, team), grant(alpine, 'Member', team))
    expect(told([shop, alpine, resource(shop, team)], live, { prune: true })).toEqual([
      'warning ends-access: Everybody who has package Alpine loses Member of Team, unless something else gives it to them.',
    ])
  })

  it('are told of where they give more, separate less, or are shown', () => {
    const there = [shop, alpine, resource(shop, team)]
    expect(told([...there, grant(alpine, 'Member', team)], ids(...there))).toEqual([
      'info gives-more: Everybody who has package Alpine gets Member of Team too.',
    ])
    expect(told([...there, grant(alpine, 'Owner', team)], ids(...there))[0]).toMatch(/^warning gives-more/)
    const apart = declared('incompatible-group', 'Auditors', { group: group('Auditors', 'g7') }, alpine)
    expect(told([shop, alpine], ids(shop, alpine, apart), { prune: true })).toEqual([
      'warning drops-separation: Package Alpine is no longer incompatible with group Auditors.',
    ])
    expect(told([shop, alpine], ids(shop, accessPackage(shop, 'Alpine', { isHidden: true })))[0]).toMatch(
      /^info shows-hidden-package/,
    )
  })

  it('are not told of where nobody has them, or where all goes with the package', () => {
    const live = ids(shop, alpine, staff, resource(shop, team), grant(alpine, 'Member', team))
    const none: Held = new Map([
      [alpine.address, []],
      [staff.address, []],
    ])
    expect(told([shop, resource(shop, team)], live, { prune: true, assignments: none })).toEqual([])
    expect(told([shop, accessPackage(shop, 'Alpine', { isHidden: true })], ids(shop, alpine))).toEqual([])
  })
})

describe('catalogs, organizations and the tenant', () => {
  it('are told of', () => {
    expect(told([shop], ids(catalog('Shop', { isExternallyVisible: false })))[0]).toMatch(
      /^warning exposes-catalog: People from outside see catalog Shop/,
    )
    expect(told([shop], ids(catalog('Shop', { state: 'unpublished' })))).toEqual([
      'warning exposes-catalog: Catalog Shop is published: its packages can be requested.',
    ])
    const owner = role(shop, 'Catalog owner', user('ben', 'u2'))
    expect(told([shop, owner], ids(shop))).toEqual([
      'warning gives-catalog-role: ben becomes Catalog owner of catalog Shop.',
    ])
    const reader = role(shop, 'Catalog reader', user('eve', 'u3'))
    expect(told([shop, owner], ids(shop, owner, reader), { prune: true })).toEqual([
      'info takes-catalog-role: eve is no longer Catalog reader of catalog Shop.',
    ])
    const wider = organization('Fabrikam', 'fabrikam.com', 'fabrikam.de')
    expect(told([wider], ids(organization('Fabrikam', 'fabrikam.com')))).toEqual([
      'warning connects-organization: People of fabrikam.de count as Fabrikam too.',
    ])
    const settings = (action: string, days: string) =>
      declared('settings', 'settings', {
        externalUserLifecycleAction: action,
        durationUntilExternalUserDeletedAfterBlocked: days,
      })
    expect(told([settings('none', 'P30D')], ids(settings('blockSignInAndDelete', 'P30D')))[0]).toMatch(
      /^warning keeps-guests: Accounts from outside stay as they are/,
    )
    expect(
      told([settings('blockSignInAndDelete', 'P60D')], ids(settings('blockSignInAndDelete', 'P30D')))[0],
    ).toContain('60 days after they are blocked rather than 30 days')
  })

  it('are not told of where less is open', () => {
    expect(told([catalog('Shop', { isExternallyVisible: false })], ids(shop))).toEqual([])
    const settings = (days: string) =>
      declared('settings', 'settings', {
        externalUserLifecycleAction: 'blockSignInAndDelete',
        durationUntilExternalUserDeletedAfterBlocked: days,
      })
    expect(told([settings('P10D')], ids(settings('P30D')))).toEqual([])
    expect(
      told([organization('Fabrikam', 'fabrikam.com')], ids(organization('Fabrikam', 'fabrikam.com', 'fabrikam.de'))),
    ).toEqual([])
  })

  it('are told of as a whole where the tenant is protected, once, and only where something changes', () => {
    const [whole, ...others] = checked([shop, alpine], ids(shop), { protected: true }).found
    expect(whole).toMatchObject({ rule: 'changes-protected-tenant', place: { address: '' } })
    expect(whole?.message).toBe('Contoso is protected, and this plan changes it with 1 write.')
    expect(others).toEqual([])
    expect(told([shop], ids(shop), { protected: true })).toEqual([])
  })
})

describe('a plan with its checks', () => {
  it('can still be carried out, and says where things are declared', () => {
    const live = ids(shop, alpine, policy(alpine, 'Staff', ends('P30D')))
    const { made, found } = checked([shop, alpine, policy(alpine, 'Staff', ends(undefined))], live)
    expect(found).toMatchObject([
      {
        rule: 'lengthens-expiry',
        place: { kind: 'tenant', address: `${alpine.address}/assignment-policy/Staff` },
        related: [{ place: { kind: 'source' } }],
      },
    ])
    const whole = checkedPlan(made, { live: tenant(...live), pairs: match(tenant(shop), tenant(...live)).pairs })
    expect(whole.steps).toEqual(made.steps)
    expect(whole.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('has checks of different names, each told in a clause', () => {
    const names = planChecks.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { tells, why } of planChecks) {
      expect(tells).toMatch(/^that [^.]+$/)
      expect(why).toMatch(/^[A-Z][^.]+\.$/)
    }
  })
})
