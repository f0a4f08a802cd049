import fs from 'node:fs'
import path from 'node:path'
import { apply, limited, preparePlan } from '@entitle/graph'
import { nodeFileSystem, systemClock } from '@entitle/graph/node'
import { directorySeed, openWorkspace } from '@entitle/language'
import { openSandbox, type RequestRecord } from '@entitle/sandbox'
import { describe, expect, it } from 'vitest'
import { rehearse } from '../worlds/rehearsal.ts'
import { sandboxTransport, servedSandboxTransport } from '../worlds/sandbox-transport.ts'
import { loadSchema, validateExchange } from './schema-validator.ts'

const schema = loadSchema()

/** What the published schema has against the exchanges, each sentence once. */
const against = (requests: readonly RequestRecord[]): string[] =>
  schema === undefined ? [] : [...new Set(requests.flatMap(record => validateExchange(schema, record)))]

/** What was sent, the parts of batches one by one: `POST /…/catalogs`. */
const sent = (requests: readonly RequestRecord[]): string[] =>
  requests.flatMap(({ method, path: whole, requestBody }) => {
    const parts = (requestBody as { requests?: readonly { method: string; url: string }[] } | undefined)?.requests
    return /\$batch$/.test(whole) && parts !== undefined
      ? parts.map(part => `${part.method} ${part.url}`)
      : [`${method} ${whole}`]
  })

const examples = path.resolve(import.meta.dirname, '../../examples')

const example = async (name: string) => {
  const folder = path.join(examples, name)
  const workspace = await openWorkspace({ fileSystem: nodeFileSystem, roots: [folder], today: '2026-11-22' })
  expect(workspace.check().filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([])
  const desired = workspace.desired()
  return { seed: directorySeed(desired.tenant), desired }
}

describe.skipIf(!schema)('what Entitle sends (skipped where ../shared/graph is missing)', () => {
  it('is as the published schema has it, for something of every kind created, changed and deleted', async () => {
    const { sandbox, deploy, rewind } = await rehearse()
    rewind()
    const { outcome, plan } = await deploy()
    expect(outcome.status).toBe('done')
    expect(new Set(plan.steps.map(({ action }) => action))).toEqual(new Set(['create', 'update', 'delete']))
    expect(against(sandbox.requests)).toEqual([])
    sandbox.close()
  })

  const ways = ['in process', 'over HTTP']
  const names = fs.readdirSync(examples).sort()
  it.each(names.flatMap(name => ways.map(way => [name, way] as const)))(
    'is so for all of %s, %s',
    async (name, way) => {
      const { seed, desired } = await example(name)
      const sandbox = openSandbox()
      sandbox.seed(seed)
      const server = way === 'over HTTP' ? await sandbox.serve() : undefined
      const raw =
        server === undefined ? sandboxTransport(sandbox) : servedSandboxTransport(server.url, sandbox.tenant.id)
      const transport = limited(raw, systemClock)
      const identity = { ...desired.identity, tenantId: sandbox.tenant.id }
      const { plan } = await preparePlan({ transport, desired: desired.tenant, identity })
      const outcome = await apply(plan, { transport, clock: systemClock })
      expect(outcome.status).toBe('done')
      expect((await preparePlan({ transport, desired: desired.tenant, identity })).plan.steps).toEqual([])
      expect(against(sandbox.requests)).toEqual([])
      await server?.close()
      sandbox.close()
    },
  )
})

describe('policies', () => {
  it('are never patched: Graph has PUT only, and PUT carries what was read', async () => {
    const { sandbox, deploy } = await rehearse()
    await deploy()
    const policies = sent(sandbox.requests).filter(line => /^(PATCH|PUT) .*\/assignmentPolicies\//.test(line))
    expect(policies.length).toBeGreaterThan(0)
    expect(policies.filter(line => line.startsWith('PATCH'))).toEqual([])
    sandbox.close()
  })
})
