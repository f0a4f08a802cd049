import path from 'node:path'
import vm from 'node:vm'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { openSandbox } from '../src/index.ts'
import { openMemorySandbox } from '../src/memory.ts'
import { approval, countedIds, directory, em, movableClock, type Open, rehearsePeople, stage } from './harness.ts'

/** A tenant with catalogs, approvals and requests, in which time passes and requests fail. Returns all that was answered, and what is left. */
async function story(open: Open) {
  const { sandbox, as, admin, days } = await rehearsePeople({ pageSize: 2 }, open)
  const answers: unknown[] = []
  const note = (answer: { readonly status: number; readonly body: unknown }) =>
    void answers.push([answer.status, answer.body])
  const owner = await admin()
  const catalog = await owner.catalog()
  const pack = await owner.accessPackage(catalog)
  const policy = await owner.policy(pack, {
    requestApprovalSettings: approval(stage()),
    expiration: { type: 'afterDuration', duration: 'P10D' },
  })
  const bob = await as('bob')
  note(
    await bob.post(`${em}/assignmentRequests`, {
      requestType: 'userAdd',
      assignment: { accessPackageId: pack, assignmentPolicyId: policy },
    }),
  )
  for (const name of ['One', 'Two', 'Three']) await owner.accessPackage(catalog, name)
  note(await owner.get(`${em}/accessPackages?$orderby=displayName`))
  note(await owner.get(`${em}/accessPackages?$filter=startswith(displayName,'T')&$expand=catalog`))
  note(await owner.post(`${em}/accessPackages`, { displayName: 'Sales', catalog: { id: catalog } }))
  note(await owner.post(`${em}/catalogs`, { displayName: 5 }))
  note(await owner.send('DELETE', `${em}/catalogs/${catalog}`))
  note(await owner.send('PATCH', `${em}/accessPackages/${pack}`, { description: 'Changed' }))
  const happened = [...days(3), ...days(14)]
  const again = await admin()
  note(await again.get(`${em}/assignmentRequests`))
  note(await again.send('DELETE', `${em}/assignmentPolicies/${policy}`))
  note(await again.get(`${em}/accessPackages/${pack}/assignmentPolicies`))
  return { answers, happened, state: sandbox.export(), sandbox }
}

describe('a sandbox in memory', () => {
  it('answers as one that is kept in SQLite, and is left the same', async () => {
    const [kept, remembered] = [await story(openSandbox), await story(openMemorySandbox)]
    expect(remembered.answers).toEqual(kept.answers)
    expect(remembered.happened).toEqual(kept.happened)
    expect(remembered.state).toEqual(kept.state)
    expect(kept.state.documents.length).toBe(27)
    expect(kept.answers.map(answer => (answer as unknown[])[0])).toEqual([
      201, 200, 200, 409, 400, 400, 204, 200, 204, 405,
    ])
  })

  it('goes on from what was exported, by the name that it had', async () => {
    const { state } = await story(openSandbox)
    const text = JSON.stringify({ ...state, tenant: { ...state.tenant, displayName: 'Fabrikam' } })
    const sandbox = openMemorySandbox({ state: JSON.parse(text), ids: countedIds() })
    expect(sandbox.tenant.displayName).toBe('Fabrikam')
    expect(sandbox.export().documents).toEqual(state.documents)
    expect(openMemorySandbox({ state, tenant: { displayName: 'Mine' } }).tenant.displayName).toBe('Mine')
  })

  it('takes no state of another version', () => {
    const { state } = { state: openMemorySandbox().export() }
    const newer = { ...state, version: 2 } as unknown as typeof state
    expect(() => openMemorySandbox({ state: newer })).toThrow(
      'The state is of version 2; this sandbox reads version 1.',
    )
  })

  it('forgets all when it is reset', async () => {
    const { sandbox } = await story(openMemorySandbox)
    sandbox.reset()
    const fresh = openMemorySandbox({ clock: movableClock().clock }).export()
    expect(sandbox.export().documents.map(({ kind }) => kind)).toEqual(fresh.documents.map(({ kind }) => kind))
  })
})

/** What a worker of a browser has, and nothing of Node. */
const web = () => ({
  ...Object.fromEntries(
    ['Request', 'Response', 'Headers', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'atob', 'btoa', 'crypto']
      .concat(['AbortController', 'AbortSignal', 'setTimeout', 'clearTimeout', 'structuredClone', 'queueMicrotask'])
      .map(name => [name, globalThis[name as keyof typeof globalThis]]),
  ),
})

describe('the bundle for browsers', () => {
  it('asks for nothing of Node, and signs in and answers without it', async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: [path.resolve(import.meta.dirname, '../src/memory.ts')],
      bundle: true,
      platform: 'browser',
      format: 'iife',
      globalName: 'sandboxes',
      write: false,
      metafile: true,
      logLevel: 'silent',
    })
    expect(
      Object.values(metafile.outputs).flatMap(({ imports }) => imports.filter(({ external }) => external)),
    ).toEqual([])
    const context = vm.createContext({ ...web(), directory })
    vm.runInContext(outputFiles[0]?.text ?? '', context)
    const asked = vm.runInContext(
      `(async () => {
        const sandbox = sandboxes.openMemorySandbox()
        sandbox.seed(directory)
        const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'entitle', client_secret: 'sandbox', scope: 'x/.default' })
        const token = await sandbox.fetch(new Request('http://sandbox.invalid/' + sandbox.tenant.id + '/oauth2/v2.0/token', { method: 'POST', body }))
        const headers = { authorization: 'Bearer ' + (await token.json()).access_token }
        const groups = await sandbox.fetch(new Request('http://sandbox.invalid/v1.0/groups?$select=displayName', { headers }))
        const refused = await sandbox.fetch(new Request('http://sandbox.invalid/v1.0/groups', { headers: { authorization: 'Bearer a.b.c' } }))
        return JSON.stringify([groups.status, (await groups.json()).value.length, refused.status, typeof process, typeof Buffer])
      })()`,
      context,
    )
    expect(JSON.parse(await asked)).toEqual([200, directory.groups.length, 401, 'undefined', 'undefined'])
  })
})
