import { expect, it } from 'vitest'
import type { Tenant } from '../../src/model/tenant.ts'
import { goneObjects } from '../../src/read/gone-objects.ts'
import { type Answers, answering, list } from '../worlds/answering.ts'
import { accessPackage, catalog, group, policy, resource, tenant, user } from '../worlds/tenants.ts'

const id = (n: number) => `6f3c0000-0000-4000-8000-00000000000${n}`
const shop = catalog('Shop')
const site = { $ref: 'site', name: 'https://contoso.sharepoint.com', id: id(9) } as const
const named: Tenant = tenant(
  shop,
  resource(shop, group('Engineering', id(1).toUpperCase())),
  { ...resource(shop, site), properties: { originSystem: 'SharePointOnline', resource: site } },
  {
    ...resource(shop, group('Data', id(8))),
    properties: { originSystem: 'CustomDataProvidedResource', resource: group('Data', id(8)) },
  },
  policy(accessPackage(shop, 'Alpine'), 'Staff', {
    specificAllowedTargets: [
      { userId: user('ada', id(2)) },
      { userId: user('bob', id(2)) },
      { userId: user('x', 'no id') },
    ],
  }),
)
const asked = '/directoryObjects/getByIds'
const gone = (answers: Answers, of = named) => goneObjects(answering(answers), of)

it('asks for users, groups and apps by id, and tells those that don’t come', async () => {
  const world = answering({ [asked]: list({ id: id(1) }) })
  expect(await goneObjects(world, named)).toEqual({ known: [id(2)] })
  expect(world.sent.map(({ body }) => body)).toEqual([{ ids: [id(1), id(2)] }])
})

it('tells nothing where all are there, and asks nobody where nothing is named', async () => {
  expect(await gone({ [asked]: list({ id: id(1) }, { id: id(2).toUpperCase() }) })).toEqual({ known: [] })
  const world = answering({})
  expect(await goneObjects(world, tenant(shop))).toEqual({ known: [] })
  expect(world.sent).toEqual([])
})

it('takes nobody for gone whom it may not ask for, and says which permissions that takes', async () => {
  expect(await gone({ [asked]: { $status: 403 } })).toMatchObject({
    finding: { rule: 'not-readable', help: expect.stringContaining('GroupMember.Read.All') },
  })
  expect(await gone({ [asked]: { $status: 503 } })).toMatchObject({
    finding: { help: expect.stringContaining('Run the command again') },
  })
})

it('asks for a thousand at a time', async () => {
  const many = Array.from({ length: 2001 }, (_, n) =>
    group(`G${n}`, `6f3c0000-0000-4000-8000-${String(n).padStart(12, '0')}`),
  )
  const of = tenant(shop, ...many.map(each => resource(shop, each)))
  const world = answering({ [asked]: list(...many.slice(0, 2000).map(each => ({ id: each.id ?? '' }))) })
  expect(await goneObjects(world, of)).toEqual({ known: [many[2000]?.id] })
  expect(world.asked.filter(path => path === asked)).toHaveLength(3)
})
