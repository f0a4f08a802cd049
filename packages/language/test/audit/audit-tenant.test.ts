import type { Properties, TenantObject } from '@entitle/graph'
import type { Audit } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { accessPackage, catalog, group, live, open, policy, user } from '../printing/source/live.ts'
import { audited, notReadable, readOf, ruleIn, today, tried } from './audited.ts'

const owner = live('catalog-role', 'Catalog owner Desk', { role: 'Catalog owner', principal: group('Desk') }, catalog)
const external: Properties = { allowedTargetScope: 'allExternalUsers' }
const at = policy({}).address
const tenantWith = (properties: Properties, ...more: readonly TenantObject[]) =>
  readOf([catalog, owner, accessPackage, policy(properties), ...more])
const notPassed = ({ rules }: Audit) => rules.flatMap(({ rule, verdict }) => (verdict === 'pass' ? [] : [rule]))
const tenant = 'tenant contoso "Contoso" { domain "contoso.com" }\n'

describe('an audit without sources', () => {
  it('passes what keeps the recommended standard, and counts what it looked at', async () => {
    const audit = await audited(tenantWith({ expiration: { type: 'afterDuration', duration: 'P90D' } }))
    expect(audit).toMatchObject({
      format: 'entitle-audit/1',
      date: today,
      standard: 'recommended',
      tenant: { domain: 'contoso.com', displayName: 'Contoso', cloud: 'global' },
      counts: { organizations: 0, catalogs: 1, packages: 1, policies: 1 },
      unknown: [],
      besides: [],
    })
    expect(audit.counts.declared).toBeUndefined()
    expect(notPassed(audit)).toEqual(['missing-description'])
    expect(ruleIn(audit, 'external-review')).toMatchObject({ element: 'policy', looked: 1, severity: 'error' })
    expect(ruleIn(audit, 'catalog-delegation')).toMatchObject({ element: 'catalog', looked: 1 })
  })

  it('tells of the live object what breaks a rule, with its id and its page', async () => {
    const rule = ruleIn(await audited(tenantWith(external)), 'external-expiration')
    expect(rule).toMatchObject({
      verdict: 'fail',
      failures: [
        {
          address: at,
          id: 'id of Staff',
          severity: 'error',
          message: expect.stringContaining('Policy "Staff" gives people from outside access that never ends.'),
          portal:
            'https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/policies/entitlementId/id%20of%20Alpine',
        },
      ],
    })
    expect(rule.failures[0]).not.toHaveProperty('declared')
  })

  it('links nowhere where there is no admin center', async () => {
    const rule = ruleIn(await audited(tenantWith(external), { portal: false }), 'external-expiration')
    expect(rule.failures[0]).not.toHaveProperty('portal')
  })

  it('takes another of the built-in standards, and names the nearest for one that isn’t there', async () => {
    const strict = await audited(tenantWith(external), { standard: 'strict' })
    expect(strict.standard).toBe('strict')
    expect(ruleIn(strict, 'any-external-user').severity).toBe('error')
    expect(await tried(tenantWith(external), { standard: 'stric' })).toEqual({
      refused: 'unknown-standard',
      name: 'stric',
      known: ['strict'],
    })
    expect(await tried(tenantWith(external), { standard: 'something else' })).toMatchObject({
      known: ['recommended', 'strict', 'zero-trust', 'cis'],
    })
    expect(await tried(tenantWith(external), { standard: 'toString' })).toMatchObject({ refused: 'unknown-standard' })
  })

  it('leaves out what sources alone can tell, with the reason', async () => {
    const { leftOut, rules } = await audited(tenantWith({}))
    expect(leftOut).toContainEqual({
      rule: 'project-end-date',
      why: 'Packages tagged project alone are meant, and tags stand in sources only.',
    })
    expect(leftOut).toContainEqual({ rule: 'unused-waiver', why: 'Sources alone show it, not what a tenant has.' })
    const names = rules.map(({ rule }) => rule)
    expect(leftOut.filter(({ rule }) => names.includes(rule))).toEqual([])
  })

  it('leaves out what the whole tenant shows where some catalogs were read', async () => {
    const audit = await audited(tenantWith({}), { catalogs: ['Partners'] })
    expect(audit.catalogs).toEqual(['Partners'])
    expect(audit.leftOut).toContainEqual({
      rule: 'external-offboarding',
      why: 'The whole tenant shows it, and only some catalogs were read.',
    })
    expect(audit.leftOut.map(({ rule }) => rule)).toContain('guest-self-review')
    expect(ruleIn(audit, 'review-window')).toMatchObject({ element: 'policy', looked: 1 })
  })

  it('sets the catalog of Microsoft’s aside that nobody uses, and none that somebody does', async () => {
    const general = {
      ...live('catalog', 'General', { displayName: 'General' }),
      raw: { catalogType: 'serviceDefault' },
    }
    const idle = await audited(readOf([general]))
    expect(idle.setAside).toEqual(['General'])
    expect(ruleIn(idle, 'catalog-delegation')).toMatchObject({ verdict: 'pass', looked: 0 })
    const unread = await audited(
      readOf([general], [{ kind: 'access-package', parent: general.address, finding: notReadable }]),
    )
    expect(unread.setAside).toEqual([])
    const used = await audited(readOf([general, live('access-package', 'P', { displayName: 'P' }, general)]))
    expect(used.setAside).toEqual([])
    expect(ruleIn(used, 'catalog-delegation').verdict).toBe('fail')
    const declared = await audited(readOf([general]), { sources: `${tenant}catalog general "General" {}` })
    expect(declared.setAside).toEqual([])
  })

  it('tells objects of one name apart', async () => {
    const twins = ['p1', 'p2'].map(id =>
      live('assignment-policy', 'Staff', { ...open, ...(id === 'p1' ? external : {}) }, accessPackage, {
        id,
        address: `${accessPackage.address}/assignment-policy/Staff (${id})`,
      }),
    )
    const audit = await audited(readOf([catalog, owner, accessPackage, ...twins]))
    expect(ruleIn(audit, 'external-expiration').failures.map(({ id }) => id)).toEqual(['p1'])
    expect(ruleIn(audit, 'external-expiration').verdict).toBe('fail')
  })

  it('tells besides what a check refuses and no rule is about', async () => {
    const audit = await audited(
      tenantWith({
        requestApprovalSettings: {
          isApprovalRequiredForAdd: true,
          isApprovalRequiredForUpdate: false,
          isRequestorJustificationRequired: false,
          stages: [],
        },
      }),
    )
    expect(audit.besides).toMatchObject([{ address: at, severity: 'error' }])
    expect(ruleIn(audit, 'external-review').verdict).toBe('pass')
  })
})

describe('what is not determined', () => {
  it('is neither kept nor broken where the language can’t say what a rule looks at', async () => {
    const audit = await audited(
      tenantWith({
        ...external,
        reviewSettings: { isEnabled: true, schedule: { recurrence: { pattern: { type: 'daily' } } } },
      }),
    )
    const review = ruleIn(audit, 'external-review')
    expect(review).toMatchObject({ verdict: 'not determined', failures: [] })
    expect(review.undetermined.map(({ address }) => address)).toContain(at)
    expect(review.undetermined[0]?.property).toMatch(/^reviewSettings/)
    expect(ruleIn(audit, 'external-expiration').verdict).toBe('fail')
    expect(ruleIn(audit, 'any-external-user').verdict).toBe('fail')
    expect(ruleIn(audit, 'catalog-delegation').verdict).toBe('pass')
  })

  it('leaves a failure as it is where only a detail isn’t known', async () => {
    const audit = await audited(
      tenantWith({
        ...external,
        expiration: { type: 'afterDuration', duration: 'P700DT1M' },
      }),
    )
    expect(ruleIn(audit, 'external-expiration')).toMatchObject({ verdict: 'fail', undetermined: [] })
    const short = await audited(tenantWith({ ...external, expiration: { type: 'afterDuration', duration: 'P7DT1M' } }))
    expect(ruleIn(short, 'external-expiration')).toMatchObject({ verdict: 'not determined', failures: [] })
  })

  it('is what a list would show that can’t be read, with the reason and what to do', async () => {
    const read = readOf(
      [catalog, accessPackage, policy({})],
      [{ kind: 'catalog-role', parent: catalog.address, finding: notReadable }],
    )
    const audit = await audited(read)
    expect(ruleIn(audit, 'catalog-delegation')).toMatchObject({
      verdict: 'not determined',
      failures: [],
      undetermined: [
        {
          address: catalog.address,
          property: '',
          why: 'It can’t be read: Microsoft Graph answers 403. Sign in with another account.',
        },
      ],
    })
    expect(ruleIn(audit, 'external-review').verdict).toBe('pass')
  })

  it('is everything about policies where those can’t be read', async () => {
    const audit = await audited(
      readOf([catalog, owner, accessPackage], [{ kind: 'assignment-policy', finding: notReadable }]),
    )
    const open = audit.rules.filter(({ verdict }) => verdict === 'not determined').map(({ rule }) => rule)
    expect(open).toContain('external-review')
    expect(open).toContain('external-offboarding')
    expect(ruleIn(audit, 'external-review').undetermined).toMatchObject([{ address: '' }])
  })

  it('is the tenant’s offboarding where its settings can’t be read and somebody from outside gets in', async () => {
    const read = readOf([catalog, owner, accessPackage, policy(external)], [{ kind: 'settings', finding: notReadable }])
    expect(ruleIn(await audited(read), 'external-offboarding')).toMatchObject({
      verdict: 'not determined',
      failures: [],
    })
  })

  it('leaves a failure of the tenant as it is, whatever else isn’t known', async () => {
    const settings = live('settings', 'settings', { externalUserLifecycleAction: 'none' })
    const puzzling = live(
      'assignment-policy',
      'Puzzling',
      { ...open, displayName: 'Puzzling', allowedTargetScope: 'somethingNew' },
      accessPackage,
    )
    const audit = await audited(
      readOf(
        [settings, catalog, owner, accessPackage, policy(external), puzzling],
        [{ kind: 'assignment-policy', finding: notReadable }],
      ),
    )
    expect(ruleIn(audit, 'external-offboarding')).toMatchObject({ verdict: 'fail', undetermined: [] })
    expect(ruleIn(audit, 'external-expiration')).toMatchObject({ verdict: 'fail', failures: [{ address: at }] })
  })

  it('is whether somebody is a guest whom nobody can look up', async () => {
    const stranger = {
      allowedTargetScope: 'specificDirectoryUsers',
      specificAllowedTargets: [{ '@odata.type': '#microsoft.graph.singleUser', userId: user('0f3c', '0f3c') }],
    }
    const audit = await audited(tenantWith(stranger))
    expect(ruleIn(audit, 'external-expiration')).toMatchObject({
      verdict: 'not determined',
      undetermined: [
        { address: at, property: 'specificAllowedTargets', why: expect.stringContaining('User.ReadBasic.All') },
      ],
    })
    expect(ruleIn(audit, 'expiration-or-review').verdict).toBe('fail')
  })

  it('leaves every rule alone where no rule looks at it', async () => {
    const audit = await audited(
      readOf([
        catalog,
        owner,
        accessPackage,
        live(
          'assignment-policy',
          'Staff',
          { ...open, expiration: { type: 'afterDuration', duration: 'P9D' } },
          accessPackage,
          { raw: { somethingNew: 'on' } },
        ),
      ]),
    )
    expect(audit.unknown).toMatchObject([{ address: at, property: 'somethingNew' }])
    expect(audit.rules.filter(({ verdict }) => verdict === 'not determined')).toEqual([])
  })
})

describe('an audit with sources', () => {
  const declared = (inPackage = '', inPolicy = '', more = '') => `${tenant}${more}
catalog other-name "Partners" {
  package alpine "Alpine" {
    ${inPackage}
    policy staff "Staff" { ${inPolicy} }
  }
}
`

  it('tells where they declare the live object, whatever they call it and ask of it', async () => {
    const audit = await audited(tenantWith(external), { sources: declared('', 'requestable by any member') })
    expect(audit.counts.declared).toBe(3)
    expect(ruleIn(audit, 'external-expiration').failures[0]?.declared).toMatchObject({
      uri: 'file:///w/a.entitle',
      start: { line: 5, character: 11 },
    })
  })

  it('hears their waivers, also those of templates', async () => {
    const waiver = 'waive external-expiration until 2027-01-31 because "Agreed"'
    const direct = await audited(tenantWith(external), { sources: declared('', waiver) })
    expect(ruleIn(direct, 'external-expiration')).toMatchObject({
      verdict: 'pass',
      failures: [],
      excused: [{ address: at, waived: { until: '2027-01-31', because: 'Agreed' } }],
    })
    const template = `policy template usual { ${waiver} }\n`
    const sources = declared('', '', template).replace('"Staff" {', '"Staff" from usual {')
    expect(ruleIn(await audited(tenantWith(external), { sources }), 'external-expiration').verdict).toBe('pass')
    const over = declared('', waiver.replace('2027-01-31', '2026-01-31'))
    expect(ruleIn(await audited(tenantWith(external), { sources: over }), 'external-expiration').verdict).toBe('fail')
  })

  it('hears waivers of a policy that names somebody whom the tenant knows nothing of', async () => {
    const inPolicy =
      'approval { stage by group "Not there" }\nwaive external-expiration until 2027-01-31 because "Agreed"'
    const audit = await audited(tenantWith(external), { sources: declared('', inPolicy) })
    expect(ruleIn(audit, 'external-expiration').excused).toHaveLength(1)
  })

  it('knows their tags', async () => {
    const audit = await audited(tenantWith({}), { sources: declared('tags project') })
    expect(ruleIn(audit, 'project-end-date')).toMatchObject({ verdict: 'fail', severity: 'warning' })
    const standard = 'standard ours extends recommended { rule external-expiration off where tag project }\n'
    const off = await audited(tenantWith(external), { sources: declared('tags project', '', standard) })
    expect(off.standard).toBe('ours')
    expect(ruleIn(off, 'external-expiration').verdict).toBe('pass')
  })

  it('may hold the tenant to another standard than theirs', async () => {
    const standards =
      'standard base extends recommended {}\nstandard ours extends base { rule any-external-user off }\n'
    const ours = await audited(tenantWith(external), { sources: declared('', '', standards) })
    expect(ours.rules.map(({ rule }) => rule)).not.toContain('any-external-user')
    const base = await audited(tenantWith(external), { sources: declared('', '', standards), standard: 'base' })
    expect([base.standard, ruleIn(base, 'any-external-user').verdict]).toEqual(['base', 'fail'])
    const strict = await audited(tenantWith(external), { sources: declared('', '', standards), standard: 'strict' })
    expect(ruleIn(strict, 'any-external-user').severity).toBe('error')
  })

  it('asks their own rules, by what catalogs, packages and directory objects are called there', async () => {
    const standard = `group desk "Desk"
standard ours extends recommended {
  deny requestable by external where in catalog other-name as inside-only
  require approval by desk where in catalog other-name
}
`
    const audit = await audited(tenantWith(external), { sources: declared('', '', standard) })
    expect(ruleIn(audit, 'inside-only')).toMatchObject({ verdict: 'fail', failures: [{ address: at }] })
    expect(ruleIn(audit, 'own-rule')).toMatchObject({ verdict: 'fail', severity: 'error' })
  })

  it('can’t tell rules that name what the tenant doesn’t have', async () => {
    const standard = `catalog hr "Human resources" {}
standard ours extends recommended { deny requestable by external where in catalog hr as not-in-hr }
`
    expect(
      ruleIn(await audited(tenantWith(external), { sources: declared('', '', standard) }), 'not-in-hr'),
    ).toMatchObject({
      verdict: 'not determined',
      undetermined: [{ address: '', why: expect.stringContaining('in catalog hr') }],
    })
  })

  it('keeps their names from meaning something else in the tenant', async () => {
    const namesake = live('catalog', 'Other name', { displayName: 'Other name' })
    const standard =
      'standard ours extends recommended { deny requestable by external where in catalog other-name as x }\n'
    const audit = await audited(readOf([namesake, catalog, owner, accessPackage, policy(external)]), {
      sources: declared('', '', standard),
    })
    expect(ruleIn(audit, 'x').failures.map(({ address }) => address)).toEqual([at])
  })

  it('takes nothing but their standard for another tenant than theirs', async () => {
    const waiver = 'waive external-expiration until 2027-01-31 because "Agreed"'
    const standard = 'standard ours extends recommended {}\n'
    const sources = declared('tags project', waiver, standard)
    const other = await audited(tenantWith(external), { sources, tenant: 'fabrikam' })
    expect([other.standard, other.counts.declared]).toEqual(['ours', 0])
    expect(ruleIn(other, 'external-expiration')).toMatchObject({ verdict: 'fail', excused: [] })
    expect(ruleIn(other, 'external-expiration').failures[0]).not.toHaveProperty('declared')
    const any = await audited(tenantWith(external), { sources: sources.replace(tenant, '') })
    expect(ruleIn(any, 'external-expiration').excused).toHaveLength(1)
  })

  it('says nothing of what they declare and the tenant doesn’t have', async () => {
    const audit = await audited(readOf([]), { sources: declared('', 'requestable by any external user') })
    expect(audit.counts).toMatchObject({ policies: 0, declared: 0 })
    expect(audit.rules.filter(({ verdict }) => verdict !== 'pass')).toEqual([])
  })
})
