import { expect, it } from 'vitest'
import { em, rehearse, workflow } from './harness.ts'

const ofAssignment = '#microsoft.graph.accessPackageAssignmentWorkflowExtension'

async function catalogued() {
  const tenant = await rehearse()
  const path = `${em}/catalogs/${await tenant.catalog()}/customWorkflowExtensions`
  return { ...tenant, path }
}

it('are answered wrapped, one by one, and listed as they are', async () => {
  const { get, post, send, path } = await catalogued()
  const made = await post(path, workflow())
  expect(made.status).toBe(201)
  expect(made.body.value).toMatchObject({ ...workflow(), clientConfiguration: null, callbackConfiguration: null })
  const { id } = made.body.value
  expect((await get(`${path}/${id}`)).body.value).toEqual(made.body.value)
  expect((await get(path)).body.value).toEqual([made.body.value])
  const put = await send('PUT', `${path}/${id}`, workflow({ description: 'Changed' }))
  expect([put.status, put.body.value.description, put.body.value.id]).toEqual([200, 'Changed', id])
})

it('may be sent wrapped', async () => {
  const { post, path } = await catalogued()
  expect((await post(path, { value: workflow({ '@odata.type': ofAssignment }) })).status).toBe(201)
})

it('have names of their own among those of their type', async () => {
  const { post, path } = await catalogued()
  expect((await post(path, workflow())).status).toBe(201)
  expect((await post(path, workflow({ displayName: 'NOTIFY' }))).status).toBe(409)
  expect((await post(path, workflow({ '@odata.type': ofAssignment }))).status).toBe(201)
})

it('never change their type, and have no PATCH', async () => {
  const { post, send, path } = await catalogued()
  const { id } = (await post(path, workflow())).body.value
  expect((await send('PUT', `${path}/${id}`, workflow({ '@odata.type': ofAssignment }))).status).toBe(400)
  expect((await send('PATCH', `${path}/${id}`, { description: 'x' })).status).toBe(405)
})

it.each([
  ['displayName', { displayName: '' }],
  ['endpointConfiguration', { endpointConfiguration: null }],
  ['authenticationConfiguration', { authenticationConfiguration: null }],
])('need %s', async (name, without) => {
  const { post, path } = await catalogued()
  const { status, body } = await post(path, workflow(without))
  expect([status, body.error.message]).toEqual([400, `The model is invalid. The ${name} field is required.`])
})
