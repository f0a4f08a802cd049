import { expect, it } from 'vitest'
import type { JsonObject } from '../../src/model/json.ts'
import type { TenantObject } from '../../src/model/tenant.ts'
import { heldAssignments } from '../../src/read/assignments.ts'

const shop = 'catalog/Shop/access-package/Alpine'
const alpine: TenantObject = { kind: 'access-package', address: shop, name: 'Alpine', id: 'p1', properties: {} }
const staff: TenantObject = {
  kind: 'assignment-policy',
  address: `${shop}/assignment-policy/Staff`,
  parent: shop,
  name: 'Staff',
  id: 'q1',
  properties: {},
}
const grant: TenantObject = { ...staff, kind: 'resource-role-scope', address: `${shop}/resource-role-scope/Member` }

const held = (id: string, policy: string, target: JsonObject, state = 'delivered'): JsonObject => ({
  id,
  state,
  assignmentPolicy: { id: policy, displayName: `Policy ${policy}` },
  target,
})
const ask = async (objects: readonly TenantObject[], value: readonly JsonObject[], status = 200) => {
  const asked: string[] = []
  const transport = {
    async send({ path }: { readonly path: string }) {
      asked.push(decodeURIComponent(path))
      return { status, headers: {}, body: status === 200 ? { value } : { error: { code: 'no', message: 'No.' } } }
    },
  }
  return { ...(await heldAssignments(transport, objects, [alpine, staff])), asked }
}

it('asks nothing where neither a package nor a policy is to go', async () => {
  const { asked, held: found } = await ask([grant], [])
  expect(asked).toEqual([])
  expect(found.size).toBe(0)
})

it('gives those of a package inside their policies, the ended ones left out', async () => {
  const { held: found, asked } = await ask(
    [alpine],
    [
      held('a1', 'q1', { objectId: 'u1', principalName: 'anna@x.test' }),
      held('a2', 'q9', { objectId: 'u2', email: 'ben@x.test' }, 'delivering'),
      held('a3', 'q1', { objectId: 'u3', principalName: 'eve@x.test' }, 'Expired'),
    ],
  )
  expect(asked).toHaveLength(1)
  expect(found.get(shop)?.map(({ address, id }) => [id, address])).toEqual([
    ['a1', `${shop}/assignment-policy/Staff/assignment/anna@x.test`],
    ['a2', `${shop}/assignment-policy/Policy q9/assignment/ben@x.test`],
  ])
})

it('gives only those through a policy, and tells namesakes apart by their ids', async () => {
  const { held: found } = await ask(
    [staff],
    [
      held('a1', 'Q1', { objectId: 'u1', displayName: 'Same Name' }),
      held('a2', 'q1', { objectId: 'u2', displayName: 'Same Name' }),
      held('a3', 'q2', { objectId: 'u3', displayName: 'Other' }),
    ],
  )
  expect(found.get(staff.address)?.map(({ address }) => address)).toEqual([
    `${staff.address}/assignment/Same Name (a1)`,
    `${staff.address}/assignment/Same Name (a2)`,
  ])
})

it('knows nothing where they cannot be read, and says so', async () => {
  const { held: found, findings } = await ask([alpine], [], 403)
  expect(found.has(shop)).toBe(false)
  expect(findings.map(({ rule }) => rule)).toEqual(['not-readable'])
})
