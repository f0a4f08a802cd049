import { describe, expect, it } from 'vitest'
import { match } from '../../src/match/match.ts'
import {
  accessPackage,
  catalog,
  declared,
  grant,
  group,
  lived,
  policy,
  resource,
  role,
  tenant,
  user,
} from '../worlds/tenants.ts'

const shop = catalog('Shop')
const alpine = accessPackage(shop, 'Alpine')
const liveShop = lived(shop, 'c1')
const liveAlpine = lived(alpine, 'p1')
const pairsOf = (matching: ReturnType<typeof match>) =>
  matching.pairs.map(({ desired, live, renamed }) => [desired.address, live.id, renamed])
const rules = (matching: ReturnType<typeof match>) => matching.findings.map(({ rule }) => rule)

describe('matching', () => {
  it('goes by display name inside the matched parent, whatever the case', () => {
    const other = catalog('SHOP')
    const there = accessPackage(other, 'ALPINE')
    const matching = match(tenant(shop, alpine), tenant(lived(other, 'c1'), lived(there, 'p1')))
    expect(pairsOf(matching)).toEqual([
      [shop.address, 'c1', false],
      [alpine.address, 'p1', false],
    ])
    expect(matching.addresses.get(alpine.address)).toBe('catalog/SHOP/access-package/ALPINE')
  })

  it('finds nothing by a name that lives in another catalog', () => {
    const other = catalog('Other')
    const matching = match(
      tenant(shop, alpine),
      tenant(liveShop, lived(other, 'c2'), lived(accessPackage(other, 'Alpine'), 'p2')),
    )
    expect(matching.missing.map(({ address }) => address)).toEqual([alpine.address])
    expect(matching.unmanaged).toEqual([])
  })

  it('lets a pinned id win over the name', () => {
    const twin = accessPackage(shop, 'Alpine')
    const named = { ...lived(twin, 'p2'), address: `${twin.address} (p2)` }
    const pinned = { ...alpine, id: 'P2' }
    expect(pairsOf(match(tenant(shop, pinned), tenant(liveShop, liveAlpine, named)))[1]).toEqual([
      alpine.address,
      'p2',
      false,
    ])
  })

  it('says so where a pinned id is nowhere, or elsewhere', () => {
    const other = catalog('Other')
    const there = lived(accessPackage(other, 'Alpine'), 'p9')
    const matching = match(tenant(shop, { ...alpine, id: 'p9' }), tenant(liveShop, lived(other, 'c2'), there))
    expect(rules(matching)).toEqual(['pinned-id-not-found'])
    expect(matching.findings[0]?.message).toContain('lives elsewhere: catalog/Other/access-package/Alpine')
    expect(matching.findings[0]?.place).toMatchObject({ kind: 'source' })
    expect(rules(match(tenant(shop, { ...alpine, id: 'p8' }), tenant(liveShop)))).toEqual(['pinned-id-not-found'])
  })

  it('renames in place what lives under a former name', () => {
    const renamed = { ...accessPackage(shop, 'Alpine access'), formerly: ['Old', 'alpine'] }
    const matching = match(
      tenant(shop, renamed, policy(renamed, 'All')),
      tenant(liveShop, liveAlpine, lived(policy(alpine, 'All'), 'a1')),
    )
    expect(pairsOf(matching).slice(1)).toEqual([
      [renamed.address, 'p1', true],
      [`${renamed.address}/assignment-policy/All`, 'a1', false],
    ])
  })

  it('prefers the present name to a former one', () => {
    const now = { ...accessPackage(shop, 'New'), formerly: ['Alpine'] }
    const matching = match(tenant(shop, now), tenant(liveShop, liveAlpine, lived(accessPackage(shop, 'New'), 'p2')))
    expect(pairsOf(matching)[1]).toEqual([now.address, 'p2', false])
    expect(matching.unmanaged.map(({ id }) => id)).toEqual(['p1'])
  })

  it('asks where two live objects have the name, and plans nothing below', () => {
    const twin = { ...lived(alpine, 'p2'), address: `${alpine.address} (p2)` }
    const matching = match(tenant(shop, alpine, policy(alpine, 'All')), tenant(liveShop, liveAlpine, twin))
    expect(rules(matching)).toEqual(['ambiguous-name'])
    expect(matching.findings[0]?.message).toContain('p1, p2')
    expect(matching.missing).toEqual([])
    expect(matching.unmanaged).toEqual([])
    expect([...matching.blocked]).toEqual([alpine.address, `${alpine.address}/assignment-policy/All`])
  })

  it('asks where two former names live', () => {
    const now = { ...accessPackage(shop, 'New'), formerly: ['Alpine', 'Beta'] }
    const matching = match(tenant(shop, now), tenant(liveShop, liveAlpine, lived(accessPackage(shop, 'Beta'), 'p2')))
    expect(rules(matching)).toEqual(['ambiguous-name'])
  })

  it('matches links by what they link, whatever it is called', () => {
    const ada = role(shop, 'Catalog owner', user('ada@contoso.com', 'U1'))
    const live = lived(role(shop, 'catalog OWNER', user('Ada', 'u1')), 'r1')
    expect(pairsOf(match(tenant(shop, ada), tenant(liveShop, live)))[1]).toEqual([ada.address, 'r1', false])
    const reader = role(shop, 'Catalog reader', user('ada@contoso.com', 'u1'))
    expect(match(tenant(shop, reader), tenant(liveShop, live)).missing).toHaveLength(1)
  })

  it('tells resources apart by system and id, sites by address without regard to a slash behind it', () => {
    const site = (url: string) =>
      declared(
        'catalog-resource',
        url,
        { originSystem: 'SharePointOnline', resource: { $ref: 'site', name: url, id: url } },
        shop,
      )
    const matching = match(
      tenant(shop, site('https://c.sharepoint.com/sites/A/')),
      tenant(liveShop, lived(site('https://c.sharepoint.com/sites/a'), 'x')),
    )
    expect(matching.pairs).toHaveLength(2)
  })

  it('shows what lives undeclared inside declared parents, and nothing else', () => {
    const elsewhere = catalog('Elsewhere')
    const live = tenant(
      liveShop,
      lived(role(shop, 'Catalog owner', user('x', 'u9')), 'r9'),
      lived(resource(shop, group('G', 'g1')), 'x1'),
      liveAlpine,
      lived(policy(alpine, 'Extra'), 'a1'),
      lived(accessPackage(shop, 'Beta'), 'p2'),
      lived(policy(accessPackage(shop, 'Beta'), 'Hidden'), 'a2'),
      lived(elsewhere, 'c9'),
      lived(accessPackage(elsewhere, 'Gamma'), 'p9'),
    )
    expect(match(tenant(shop, alpine), live).unmanaged.map(({ id }) => id)).toEqual(['r9', 'x1', 'a1', 'p2'])
  })

  it('plans nothing where a list could not be read', () => {
    const unread = [{ kind: 'assignment-policy' as const }]
    const matching = match(tenant(shop, alpine, policy(alpine, 'All')), tenant(liveShop, liveAlpine), unread)
    expect(matching.missing).toEqual([])
    expect([...matching.blocked]).toEqual([`${alpine.address}/assignment-policy/All`])
    const packages = match(tenant(shop, alpine), tenant(liveShop), [{ kind: 'access-package', parent: shop.address }])
    expect(packages.missing).toEqual([])
    const elsewhere = match(tenant(shop, alpine), tenant(liveShop), [
      { kind: 'access-package', parent: 'catalog/Other' },
    ])
    expect(elsewhere.missing).toHaveLength(1)
  })

  it('plans nothing that names what the directory does not have', () => {
    const matching = match(tenant(shop, alpine, grant(alpine, 'Member', group('Ghosts'))), tenant(liveShop, liveAlpine))
    expect(matching.missing).toEqual([])
    expect(matching.blocked.size).toBe(1)
    const nested = policy(alpine, 'All', {
      specificAllowedTargets: [{ '@odata.type': '#microsoft.graph.groupMembers', groupId: group('Ghosts') }],
    })
    expect(match(tenant(shop, alpine, nested), tenant(liveShop, liveAlpine)).blocked.has(nested.address)).toBe(true)
  })

  it('gives references to declared objects the ids and addresses of the live ones', () => {
    const other = declared(
      'incompatible-package',
      'Alpine',
      { package: { $ref: 'access-package', name: 'Alpine', address: alpine.address } },
      accessPackage(shop, 'Beta'),
    )
    const matching = match(tenant(shop, alpine, accessPackage(shop, 'Beta'), other), tenant(liveShop, liveAlpine))
    expect(matching.missing.at(-1)?.properties.package).toMatchObject({ id: 'p1', address: alpine.address })
  })

  it('complains where two declarations mean the same', () => {
    const twice = [grant(alpine, 'Member', group('A', 'g1')), grant(alpine, 'Member', group('Alias of A', 'G1'))]
    const matching = match(tenant(shop, alpine, ...twice), tenant(liveShop, liveAlpine))
    expect(rules(matching)).toEqual(['declared-twice'])
    expect(matching.missing).toHaveLength(1)
  })

  it('takes the settings, which are always there', () => {
    const settings = declared('settings', 'settings', { externalUserLifecycleAction: 'none' })
    expect(match(tenant(settings), tenant(lived(settings, 'singleton'))).pairs).toHaveLength(1)
    expect(match(tenant(settings), tenant(), [{ kind: 'settings' }]).missing).toEqual([])
  })
})
