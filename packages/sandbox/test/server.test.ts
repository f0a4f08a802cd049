import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { openSandbox } from '../src/index.ts'
import { directory, em, rehearse, signIn } from './harness.ts'

const folder = mkdtempSync(join(tmpdir(), 'entitle-sandbox-'))
const closing: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
afterEach(async () => {
  for (const close of closing.splice(1)) await close()
})

async function served(options = {}) {
  const sandbox = openSandbox(options)
  sandbox.seed(directory)
  const server = await sandbox.serve()
  closing.push(server.close)
  const headers = { authorization: `Bearer ${await signIn(sandbox)}`, 'content-type': 'application/json' }
  const create = (displayName: string) =>
    fetch(`${server.url}/v1.0${em}/catalogs`, { method: 'POST', headers, body: JSON.stringify({ displayName }) })
  return { sandbox, server, headers, create }
}

it('speaks HTTP on loopback: signs in, answers, links to itself', async () => {
  const { sandbox, server, create } = await served({ pageSize: 1 })
  const form = { grant_type: 'client_credentials', client_id: 'x', client_secret: 'sandbox', scope: 's' }
  const token = await fetch(`${server.url}/${sandbox.tenant.id}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  const { access_token } = (await token.json()) as { access_token: string }
  expect((await create('One')).status).toBe(201)
  const list = await fetch(`${server.url}/v1.0${em}/catalogs`, { headers: { authorization: `Bearer ${access_token}` } })
  const body = (await list.json()) as { '@odata.nextLink': string }
  expect(body['@odata.nextLink']).toContain(`${server.url}/v1.0${em}/catalogs?`)
  expect((await fetch(body['@odata.nextLink'], { headers: { authorization: `Bearer ${access_token}` } })).status).toBe(
    200,
  )
  const removed = await fetch(`${server.url}/v1.0${em}/settings`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
    body: '{}',
  })
  expect([removed.status, await removed.text()]).toEqual([204, ''])
})

it('cuts real connections, before and after carrying out', async () => {
  const { sandbox, create } = await served()
  sandbox.faults.add({ do: { kind: 'cut' } })
  await expect(create('Lost')).rejects.toThrow('fetch failed')
  sandbox.faults.add({ do: { kind: 'commit-then-cut' } })
  await expect(create('Kept')).rejects.toThrow('fetch failed')
  const names = sandbox
    .export()
    .documents.filter(({ kind }) => kind === 'catalog')
    .map(({ body }) => body.displayName)
  expect(names).toEqual(['General', 'Kept'])
})

it('listens on loopback only and answers to loopback names only', async () => {
  const { sandbox, server } = await served()
  await expect(sandbox.serve({ host: '0.0.0.0' as '127.0.0.1' })).rejects.toThrow('127.0.0.1 only')
  await expect(sandbox.serve({ port: server.port })).rejects.toThrow('EADDRINUSE')
  const status = await new Promise(resolve => {
    const options = {
      port: server.port,
      host: '127.0.0.1',
      path: `/v1.0${em}/settings`,
      headers: { host: 'evil.example' },
    }
    httpRequest(options, response => resolve(response.statusCode)).end()
  })
  expect(status).toBe(421)
})

it('has everything it acknowledged after SIGKILL', async () => {
  const database = join(folder, 'killed.sqlite')
  const program = `
    import { openSandbox } from ${JSON.stringify(new URL('../src/index.ts', import.meta.url).href)}
    const sandbox = openSandbox({ database: ${JSON.stringify(database)}, auth: 'off', tenant: { displayName: 'Fabrikam' } })
    for (let number = 0; ; number++) {
      const body = JSON.stringify({ displayName: 'C' + number })
      const headers = { 'content-type': 'application/json' }
      const answer = await sandbox.fetch(new Request('http://x/v1.0${em}/catalogs', { method: 'POST', headers, body }))
      if (answer.status === 201) console.log((await answer.json()).id)
    }`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program])
  const said: string[] = []
  let errors = ''
  child.stderr.on('data', chunk => {
    errors += String(chunk)
  })
  await new Promise<void>(resolve => {
    child.stdout.on('data', chunk => {
      said.push(
        ...String(chunk)
          .split('\n')
          .filter(line => line.length === 36),
      )
      if (said.length > 40) child.kill('SIGKILL')
    })
    child.on('exit', () => resolve())
  })
  expect(errors).toBe('')
  const reopened = openSandbox({ database })
  const kept = new Set(
    reopened
      .export()
      .documents.filter(({ kind }) => kind === 'catalog')
      .map(({ key }) => key),
  )
  expect(said.filter(id => !kept.has(id))).toEqual([])
  expect(reopened.tenant.displayName).toBe('Fabrikam')
  reopened.close()
})

it('exports, imports and resets a whole tenant', async () => {
  const { sandbox, catalog, accessPackage, policy, get } = await rehearse()
  await policy(await accessPackage(await catalog()))
  const state = JSON.parse(JSON.stringify(sandbox.export()))
  const before = (await get(`${em}/catalogs?$expand=accessPackages`)).body.value
  sandbox.reset()
  expect((await get(`${em}/catalogs`)).body.value).toMatchObject([{ displayName: 'General' }])
  expect(sandbox.requests).toHaveLength(1)
  sandbox.import(state)
  expect((await get(`${em}/catalogs?$expand=accessPackages`)).body.value).toEqual(before)
  expect(sandbox.export()).toEqual(state)
  expect(() => sandbox.import({ ...state, version: 2 })).toThrow(TypeError)
})

it('opens a file of before time passed in it', async () => {
  const database = join(folder, 'old.sqlite')
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite')
  const old = new DatabaseSync(database)
  old.exec(`CREATE TABLE documents (seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, key TEXT NOT NULL, parent TEXT,
    other TEXT, name TEXT, body TEXT, previous TEXT, visible_at INTEGER NOT NULL DEFAULT 0, UNIQUE (kind, key)) STRICT`)
  const body = JSON.stringify({ id: 'a', displayName: 'Old' })
  old.prepare("INSERT INTO documents (kind, key, body) VALUES ('catalog', 'a', ?)").run(body)
  old.close()
  const sandbox = openSandbox({ database })
  expect(sandbox.clock.move(1000)).toEqual([])
  expect(sandbox.export().documents.map(({ body: { displayName } }) => displayName)).toContain('Old')
  sandbox.close()
})

it('has a time of its own, which it shares with whoever opens its file', async () => {
  const database = join(folder, 'moved.sqlite')
  const clock = () => new Date('2026-06-01T08:00:00Z')
  const [here, there] = [openSandbox({ database, clock }), openSandbox({ database, clock })]
  here.clock.move(86_400_000)
  expect([there.clock.now().toISOString(), there.clock.ahead()]).toEqual(['2026-06-02T08:00:00.000Z', 86_400_000])
  expect(() => there.clock.move(-1)).toThrow(RangeError)
  expect(() => there.clock.move(Number.NaN)).toThrow(RangeError)
  const state = there.export()
  here.reset()
  expect(there.clock.ahead()).toBe(0)
  there.import(state)
  expect(here.clock.now().toISOString()).toBe('2026-06-02T08:00:00.000Z')
  here.close()
  there.close()
})

it('seeds idempotently, with ids that follow from the names', async () => {
  const { sandbox, idOf, get } = await rehearse()
  const { sandbox: twin, idOf: idIn } = await rehearse()
  twin.seed(directory)
  for (const [path, name] of [
    ['/users', 'Ada Lovelace'],
    ['/groups', 'Engineering'],
    ['/servicePrincipals', 'Salesforce'],
  ] as const) {
    expect(await idIn(path, name)).toBe(await idOf(path, name))
  }
  sandbox.seed({ groups: [{ displayName: 'Engineering', kind: 'synced' }] })
  expect((await get("/groups?$filter=displayName eq 'Engineering'")).body.value).toMatchObject([
    { onPremisesSyncEnabled: null },
  ])
  expect((await get('/users/bob@contoso.com/manager')).body.displayName).toBe('Ada Lovelace')
})
