import {
  addressOf,
  apply,
  type HttpTransport,
  limited,
  type PrepareInput,
  preparePlan,
  type Tenant,
} from '@entitle/graph'
import { openSandbox, type SandboxOptions } from '@entitle/sandbox'
import { expect } from 'vitest'
import { rehearsalClock } from './rehearsal.ts'
import { sandboxTransport } from './sandbox-transport.ts'

const em = '/identityGovernance/entitlementManagement'
const identity = { name: 'contoso', displayName: 'Contoso', cloud: 'global', protected: false } as const
const catalog = addressOf('catalog', 'Shop')

/** Two packages, of which only one is declared, each held by some people. */
export async function world(people = 3, options: Pick<SandboxOptions, 'readDelayMs'> = {}) {
  const { clock, move } = rehearsalClock()
  const sandbox = openSandbox({ creatorBecomesOwner: false, ...options, clock: () => clock.now() })
  const ids = ['1', '2', '3'].slice(0, people).map(n => `aaaaaaaa-0000-4000-8000-00000000000${n}`)
  const upn = (id: string) => `p${id.at(-1)}@contoso.com`
  sandbox.seed({ users: ids.map(id => ({ id, displayName: 'Same Name', userPrincipalName: upn(id) })) })
  const transport = sandboxTransport(sandbox)
  const post = async (path: string, body: object) => {
    const answer = await transport.send({ method: 'POST', path: `${em}/${path}`, body: { ...body } })
    expect(answer.status).toBe(201)
    move(options.readDelayMs ?? 0)
    return String((answer.body as { id?: unknown }).id)
  }
  const shop = await post('catalogs', { displayName: 'Shop', description: '' })
  for (const name of ['Kept', 'Leaving']) {
    const accessPackage = {
      id: await post('accessPackages', { displayName: name, description: '', catalog: { id: shop } }),
    }
    const policy = { displayName: 'Staff', description: '', allowedTargetScope: 'allMemberUsers', accessPackage }
    const assignmentPolicyId = await post('assignmentPolicies', policy)
    for (const targetId of ids) {
      const assignment = { targetId, assignmentPolicyId, accessPackageId: accessPackage.id }
      await post('assignmentRequests', { requestType: 'adminAdd', assignment })
    }
  }
  move(3_600_000)
  const kept = addressOf('access-package', 'Kept', catalog)
  const declared: Tenant = {
    objects: [
      { kind: 'catalog', address: catalog, name: 'Shop', properties: { displayName: 'Shop' } },
      { kind: 'access-package', address: kept, parent: catalog, name: 'Kept', properties: { displayName: 'Kept' } },
      {
        kind: 'assignment-policy',
        address: addressOf('assignment-policy', 'Staff', kept),
        parent: kept,
        name: 'Staff',
        properties: { displayName: 'Staff' },
      },
    ],
  }
  const planned = async (
    through: HttpTransport,
    desired = declared,
    options: PrepareInput['options'] = { endAssignments: true },
  ) => {
    const prepared = await preparePlan({
      transport: through,
      desired,
      identity: { ...identity, tenantId: sandbox.tenant.id },
      options: { prune: true, ...options },
    })
    return prepared.plan
  }
  const deploy = async (to: HttpTransport, desired = declared, options?: PrepareInput['options']) => {
    const through = limited(to, clock)
    const plan = await planned(through, desired, options)
    return { plan, outcome: await apply(plan, { transport: through, clock }) }
  }
  type Named = { displayName: string; principalName: string }
  type Assignment = Record<'target' | 'accessPackage' | 'assignmentPolicy', Named> & { state: string }
  const lasting = async () => {
    const path = `${em}/assignments?$expand=target,accessPackage,assignmentPolicy`
    const { body } = await transport.send({ method: 'GET', path })
    return (body as unknown as { value: Assignment[] }).value.filter(({ state }) => state !== 'expired')
  }
  const holders = async () =>
    (await lasting()).map(({ target, accessPackage }) => `${accessPackage.displayName} ${target.principalName}`).sort()
  const through = async () =>
    (await lasting())
      .filter(({ accessPackage }) => accessPackage.displayName === 'Kept')
      .map(({ target, assignmentPolicy }) => `${assignmentPolicy.displayName} ${target.principalName}`)
      .sort()
  return { through, sandbox, transport, move, start: sandbox.export(), declared, ids, planned, deploy, holders }
}

/** The declared tenant with its kept package's policy renamed apart, or another one beside it, and people assigned under that one. */
export function movedTo(declared: Tenant, name: string, ids: readonly string[], keep: boolean): Tenant {
  const [shop, kept, staff] = declared.objects
  if (shop === undefined || kept === undefined || staff === undefined) throw new Error('Nothing is declared.')
  const fresh = addressOf('assignment-policy', name, kept.address)
  const properties = { displayName: name, description: '', allowedTargetScope: 'allMemberUsers' }
  const policy = { kind: 'assignment-policy', address: fresh, parent: kept.address, name, properties } as const
  const assigned = ids.map(id => {
    const target = { $ref: 'user', name: `p${id.at(-1)}@contoso.com`, id } as const
    const address = addressOf('assignment', target.name, fresh)
    return { kind: 'assignment', address, parent: fresh, name: target.name, properties: { target } } as const
  })
  return { objects: [shop, kept, ...(keep ? [staff] : []), policy, ...assigned] }
}
