import {
  addressOf,
  catalogsCalled,
  type HttpRequest,
  type HttpResponse,
  type HttpTransport,
  type Json,
  partOf,
  preparePlan,
  type Ref,
  read,
  scopeOf,
  type Tenant,
  type TenantObject,
} from '@entitle/graph'
import { expect, it } from 'vitest'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'
import { identity, inWorld } from './in-world.ts'

const catalogCalled = (name: string): TenantObject => ({
  kind: 'catalog',
  name,
  address: addressOf('catalog', name),
  properties: { displayName: name, description: '', state: 'published', isExternallyVisible: true },
})
const engineering: Ref = { $ref: 'group', name: 'Engineering' }
const inside = (
  kind: TenantObject['kind'],
  name: string,
  properties: TenantObject['properties'],
  parent: TenantObject,
) => ({
  kind,
  name,
  address: addressOf(kind, name, parent.address),
  parent: parent.address,
  properties,
})

/** One catalog with so many packages, each with a grant and a policy. */
const packages = (count: number, catalog = catalogCalled('Shop')): Tenant => ({
  objects: [
    catalog,
    inside('catalog-resource', 'Engineering', { originSystem: 'AadGroup', resource: engineering }, catalog),
    ...Array.from({ length: count }, (_, at) => {
      const name = `Package ${at}`
      const self = inside('access-package', name, { displayName: name, description: '', isHidden: false }, catalog)
      const granted = { role: 'Member', originSystem: 'AadGroup', resource: engineering }
      return [
        self,
        inside('resource-role-scope', 'Member of Engineering', granted, self),
        inside(
          'assignment-policy',
          'Staff',
          {
            displayName: 'Staff',
            description: '',
            allowedTargetScope: 'specificDirectoryUsers',
            specificAllowedTargets: [{ '@odata.type': '#microsoft.graph.groupMembers', groupId: engineering }],
            expiration: { type: 'noExpiration' },
          },
          self,
        ),
      ]
    }).flat(),
  ],
})

it('plans fifty packages that are as declared in at most ten requests', async () => {
  await inWorld(async world => {
    await world.deploy(packages(50))
    const start = world.sandbox.requests.length
    const { plan, requests } = await world.prepare(packages(50))
    expect(plan.steps).toEqual([])
    expect(plan.unchanged).toBe(152)
    expect(requests).toBeLessThanOrEqual(10)
    expect(world.sandbox.requests.length - start).toBe(requests)
  })
})

/** Many catalogs, as many as a grown tenant has in small. */
const grown = (catalogs: number, each: number): Tenant => ({
  objects: Array.from({ length: catalogs }, (_, at) => packages(each, catalogCalled(`Shop ${at}`)).objects).flat(),
})

it('plans many catalogs in at most one request for fifty packages', async () => {
  await inWorld(async world => {
    await world.deploy(grown(20, 25))
    const { plan, requests } = await world.prepare(grown(20, 25))
    expect(plan.steps).toEqual([])
    expect(requests).toBeLessThanOrEqual((20 * 25) / 50)
  })
})

it('plans one of many catalogs in a few requests, and reads nothing but that one', async () => {
  await inWorld(async world => {
    const desired = grown(20, 25)
    await world.deploy(desired)
    const transport = sandboxTransport(world.sandbox)
    const part = partOf(desired, catalogsCalled(desired, ['Shop 7']))
    const { plan, requests, objects } = await preparePlan({
      transport,
      desired: part,
      identity,
      options: { isPart: true },
    })
    expect(plan.steps).toEqual([])
    expect(plan.unchanged).toBe(part.objects.length)
    // Whoever made the catalog owns it, which nobody declares.
    expect(objects).toBe(part.objects.length + 1)
    expect(requests).toBeLessThanOrEqual(5)
  })
})

/** Graph that knows less: it refuses what matches, or leaves it out of its answers without a word. */
const lacking = (transport: HttpTransport, expand: RegExp, property?: string) => {
  let times = 0
  const without = (value: Json): Json => {
    if (Array.isArray(value)) return (value as readonly Json[]).map(without)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, each]) => (name === property ? [] : [[name, without(each)]])),
    )
  }
  return {
    times: () => times,
    async send(request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse> {
      const asks = expand.test(decodeURIComponent(request.path))
      if (asks) times += 1
      if (asks && property === undefined) return { status: 400, headers: {}, body: { error: { code: 'BadRequest' } } }
      const answer = await transport.send(request, signal)
      return asks && answer.body !== undefined ? { ...answer, body: without(answer.body) } : answer
    },
  }
}

it.each([
  ['catalogs with their resources', /catalogs\?\$expand=resources/],
  ['packages with what they exclude', /\$expand=.*incompatibleGroups/],
  ['packages with their policies', /\$expand=assignmentPolicies/],
  ['roles of all catalogs', /roleAssignments\?\$expand=principal/],
  ['packages with their policies, silently', /\$expand=assignmentPolicies/, 'assignmentPolicies'],
  ['policies in packages with their questions, silently', /\$expand=assignmentPolicies/, 'questions'],
  ['resources of catalogs, silently', /catalogs\?\$expand=resources/, 'resources'],
  ['what packages exclude, silently', /\$expand=.*incompatibleGroups/, 'incompatibleGroups'],
] as const)('reads the same of many catalogs where Graph doesn’t give %s', async (_, expand, property?: string) => {
  await inWorld(async world => {
    const desired = grown(17, 2)
    await world.deploy(desired)
    const inParts = sandboxTransport(world.sandbox)
    const whole = await read(inParts, scopeOf(desired))
    const poor = lacking(inParts, expand, property)
    const pieces: HttpTransport = {
      send: (request, signal) => unbatched(poor, request, signal),
    }
    const poorer = await read(pieces, scopeOf(desired))
    expect(poor.times()).toBeGreaterThan(0)
    expect(poorer.findings).toEqual([])
    expect(poorer.unread).toEqual([])
    expect(poorer.tenant.objects.map(({ raw: _raw, ...object }) => object)).toEqual(
      whole.tenant.objects.map(({ raw: _raw, ...object }) => object),
    )
    expect(poorer.tenant.objects.length).toBeGreaterThan(desired.objects.length)
  })
})

/** Sends the parts of a batch one by one, so that each can be answered by itself. */
async function unbatched(transport: HttpTransport, request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse> {
  if (request.path !== '/$batch') return transport.send(request, signal)
  const { requests } = request.body as unknown as {
    requests: readonly { id: string; method: HttpRequest['method']; url: string; body?: Json }[]
  }
  const responses: Json[] = []
  for (const { id, method, url, body } of requests) {
    const answer = await transport.send({ method, path: url, ...(body === undefined ? {} : { body }) }, signal)
    responses.push({ id, status: answer.status, headers: {}, body: answer.body ?? null })
  }
  return { status: 200, headers: {}, body: { responses } }
}
