import { apply, preparePlan } from '@entitle/graph'
import { systemClock } from '@entitle/graph/node'
import { directorySeed, openWorkspace } from '@entitle/language'
import { openSandbox } from '@entitle/sandbox'
import { expect, it } from 'vitest'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'

const em = '/identityGovernance/entitlementManagement'

/** A tenant in which an administrator made, in the admin center, two of everything under one name. */
const doubled = async () => {
  const sandbox = openSandbox()
  const transport = sandboxTransport(sandbox)
  const post = async (path: string, body: object): Promise<string> => {
    const answer = await transport.send({ method: 'POST', path, body: body as never })
    expect(answer.status).toBe(201)
    return (answer.body as { id: string }).id
  }
  const catalog = { displayName: 'Shop', description: '', state: 'published', isExternallyVisible: false }
  const catalogs = [await post(`${em}/catalogs`, catalog), await post(`${em}/catalogs`, { ...catalog })]
  const accessPackage = (at: number, displayName: string) =>
    post(`${em}/accessPackages`, { displayName, description: '', isHidden: false, catalog: { id: catalogs[at] ?? '' } })
  const packages = [await accessPackage(0, 'Tools'), await accessPackage(1, 'Tools')]
  const policy = (accessPackageId: string, displayName: string) =>
    post(`${em}/assignmentPolicies`, {
      displayName,
      description: '',
      allowedTargetScope: 'notSpecified',
      specificAllowedTargets: [],
      expiration: { type: 'noExpiration' },
      requestorSettings: {},
      requestApprovalSettings: { isApprovalRequiredForAdd: false, isApprovalRequiredForUpdate: false, stages: [] },
      accessPackage: { id: accessPackageId },
    })
  const policies = [await policy(packages[0] ?? '', 'Staff'), await policy(packages[0] ?? '', 'Other')]
  // Graph makes no two of one name; renames and times of eventual consistency leave some all the same.
  const { documents, ...state } = sandbox.export()
  sandbox.import({
    ...state,
    documents: documents.map(document =>
      JSON.parse(JSON.stringify(document).replace('"displayName":"Other"', '"displayName":"Staff"')),
    ),
  })
  return { sandbox, transport, catalogs, packages, policies }
}

it('tells pinned objects of one display name apart, and what is inside them', async () => {
  const { sandbox, transport, catalogs, packages, policies } = await doubled()
  const pin = (ids: readonly string[], at: number) => `id "${ids[at]}"`
  const source = (second: string) => `
    tenant t "T" { domain "contoso.com" }
    catalog one "Shop" { ${pin(catalogs, 0)}
      package tools "Tools" { ${pin(packages, 0)} incompatible with two.tools
        policy a "Staff" { ${pin(policies, 0)} requestable by no one }
        policy b "Staff" { ${pin(policies, 1)} requestable by no one } } }
    catalog two "Shop" { ${pin(catalogs, 1)} description "${second}"
      package tools "Tools" { ${pin(packages, 1)} policy p "P" { requestable by any member } } }`
  const prepare = async (text: string) => {
    const workspace = await openWorkspace({ files: { '/t.entitle': text }, today: '2026-11-22', rules: false })
    expect(workspace.check().filter(({ severity }) => severity === 'error')).toEqual([])
    const { tenant, identity } = workspace.desired()
    sandbox.seed(directorySeed(tenant))
    return preparePlan({ transport, desired: tenant, identity: { ...identity, tenantId: sandbox.tenant.id } })
  }
  const { plan } = await prepare(source('Second'))
  expect(plan.findings).toEqual([])
  expect(plan.unmanaged.filter(({ kind }) => kind === 'assignment-policy')).toEqual([])
  expect(plan.steps.map(({ action, address }) => `${action} ${address}`).toSorted()).toEqual(
    [
      `update catalog/Shop (${catalogs[1]})`,
      `create catalog/Shop (${catalogs[0]})/access-package/Tools/incompatible-package/Tools`,
      `create catalog/Shop (${catalogs[1]})/access-package/Tools/assignment-policy/P`,
    ].toSorted(),
  )
  expect((await apply(plan, { transport, clock: systemClock })).status).toBe('done')
  expect((await prepare(source('Second'))).plan.steps).toEqual([])
  const changed = (await prepare(source('Changed'))).plan
  expect(changed.steps.map(({ request }) => request.path)).toEqual([`${em}/catalogs/${catalogs[1]}`])
  sandbox.close()
})

it('asks where only one of two is pinned', async () => {
  const { sandbox, transport, policies, catalogs } = await doubled()
  const text = `tenant t "T" { domain "contoso.com" }
    catalog one "Shop" { id "${catalogs[0]}" package tools "Tools" {
      policy a "Staff" { id "${policies[0]}" requestable by any member }
      policy b "Staff" { requestable by no one } } }`
  const workspace = await openWorkspace({ files: { '/t.entitle': text }, today: '2026-11-22', rules: false })
  const rules = workspace.check().map(({ rule }) => rule)
  expect(rules.filter(rule => rule === 'duplicate-display-name')).toHaveLength(2)
  const { tenant, identity } = workspace.desired()
  const prepared = await preparePlan({
    transport,
    desired: tenant,
    identity: { ...identity, tenantId: sandbox.tenant.id },
  })
  expect(prepared.plan.findings.map(({ rule }) => rule)).toEqual(['declared-twice'])
  sandbox.close()
})

it('keeps apart what is granted of two groups of one name', async () => {
  const ids = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
  const text = `tenant t "T" { domain "contoso.com" }
    group a "Team" { id "${ids[0]}" }
    group b "Team" { id "${ids[1]}" }
    catalog c "C" { owners a, b resources a, b, a
      package p "P" { grants "Member" of a grants "Member" of b incompatible with a, b } }`
  const workspace = await openWorkspace({ files: { '/t.entitle': text }, today: '2026-11-22', rules: false })
  const addresses = workspace.desired().tenant.objects.map(({ address }) => address)
  expect(addresses).toEqual([
    'catalog/C',
    ...ids.map(id => `catalog/C/catalog-role/Catalog owner Team (${id})`),
    ...ids.map(id => `catalog/C/catalog-resource/Team (${id})`),
    'catalog/C/access-package/P',
    ...ids.map(id => `catalog/C/access-package/P/resource-role-scope/Member of Team (${id})`),
    ...ids.map(id => `catalog/C/access-package/P/incompatible-group/Team (${id})`),
  ])
})
