import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const bin = path.resolve(import.meta.dirname, '../src/bin.ts')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entitle-sandbox-'))
const note = path.join(folder, '.entitle/sandbox.db.running.json')

const entitle = (...argv: string[]) => {
  const env = { ...process.env, NO_COLOR: '1', NODE_NO_WARNINGS: '1' }
  const options = { encoding: 'utf8', cwd: folder, env } as const
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, 'sandbox', ...argv], options)
  return { stdout, stderr, status }
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

interface Started {
  readonly url: string
  readonly tenantId: string
  readonly pid: number
}

const start = (): Started => JSON.parse(entitle('start', '--background', '--format', 'json').stdout)

const signIn = async ({ url, tenantId }: Started): Promise<Record<string, string>> => {
  const form = { grant_type: 'client_credentials', client_id: 'x', client_secret: 'sandbox', scope: '.default' }
  const response = await fetch(`${url}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  const { access_token } = (await response.json()) as { access_token: string }
  return { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' }
}

const catalogs = (url: string) => `${url}/v1.0/identityGovernance/entitlementManagement/catalogs`

const names = async (started: Started) => {
  const response = await fetch(catalogs(started.url), { headers: await signIn(started) })
  return ((await response.json()) as { value: { displayName: string }[] }).value.map(each => each.displayName)
}

afterAll(() => {
  entitle('stop')
  fs.rmSync(folder, { recursive: true, force: true })
})

describe('a sandbox in the background', () => {
  it('goes on until it is stopped, loses nothing when it is killed, and is tended while it runs', async () => {
    const first = start()
    expect(isAlive(first.pid)).toBe(true)
    expect(Object.keys(JSON.parse(fs.readFileSync(note, 'utf8'))).sort()).toEqual(['format', 'pid', 'tenantId', 'url'])
    expect(entitle('start', '--background')).toMatchObject({
      status: 3,
      stderr: `✗ This sandbox already runs at ${first.url}. Use it there, or end it with entitle sandbox stop.\n`,
    })
    expect(entitle('start').status).toBe(3)
    const headers = await signIn(first)
    const post = { method: 'POST', headers, body: JSON.stringify({ displayName: 'Kept' }) }
    expect((await fetch(catalogs(first.url), post)).status).toBe(201)

    process.kill(first.pid, 'SIGKILL')
    while (isAlive(first.pid)) await new Promise(resolve => setTimeout(resolve, 5))
    expect(fs.existsSync(note)).toBe(true)
    expect(entitle('stop')).toEqual({ stdout: 'No sandbox runs from .entitle/sandbox.db.\n', stderr: '', status: 0 })

    const second = start()
    expect(second.tenantId).toBe(first.tenantId)
    expect(await names(second)).toEqual(['General', 'Kept'])
    expect(entitle('clock', '+30d').stdout).toContain('30 days ahead of this machine')
    const old = await fetch(catalogs(second.url), { headers: { authorization: String(headers.authorization) } })
    expect(old.status).toBe(401)
    expect(entitle('reset', '--yes').status).toBe(0)
    expect(await names(second)).toEqual(['General'])
    expect(entitle('stop').stdout).toBe(`Stopped the sandbox at ${second.url}. It is kept in .entitle/sandbox.db.\n`)
    expect([isAlive(second.pid), fs.existsSync(note)]).toEqual([false, false])
  }, 60_000)

  it('says why it does not start', () => {
    fs.writeFileSync(path.join(folder, 'notes.txt'), 'Buy milk. '.repeat(400))
    const { stderr, status } = entitle('start', '--background', 'notes.txt')
    expect([status, stderr]).toEqual([3, expect.stringContaining('it is not a sandbox file')])
  })

  it('believes no note that is not of a sandbox', () => {
    for (const text of [
      '',
      '{}',
      '{"url":"http://example.com:80","tenantId":"x","pid":1}',
      `{"url":"http://127.0.0.1:9","tenantId":"x","pid":${process.pid}}`,
    ]) {
      fs.writeFileSync(note, text)
      expect(entitle('stop')).toMatchObject({ stdout: 'No sandbox runs from .entitle/sandbox.db.\n', status: 0 })
    }
    fs.rmSync(note)
  })
})
