import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { NotSentError } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { cloudHere, desk, type Incoming, type Reply, sourcesFor, tenantId, tokenOf } from './real-tenants.ts'

const planted = 'pl4nted'
const token = tokenOf({ tid: tenantId, idtyp: 'app', app_displayname: 'pipeline', marker: planted })
const secrets = [token, token.split('.')[1] ?? '', planted]
const domain = 'contoso.com'

/** Every text that a run left behind: what was printed, and every file in its folder. */
const leftBehind = ({ folder, said }: ReturnType<typeof desk>): string => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return [said.out, said.err, ...files.map(file => readFileSync(path.join(file.parentPath, file.name), 'latin1'))].join(
    '\n',
  )
}

const expectNoSecretIn = (text: string) => {
  for (const secret of secrets) expect(text).not.toContain(secret)
}

/** A server that tells in its error whatever it was sent. */
const echoing =
  (status: number, from: number, only: (request: Incoming) => boolean = () => true) =>
  (request: Incoming): Reply | undefined => {
    if (request.number < from || !only(request)) return undefined
    const message = `You sent Authorization: ${request.headers.authorization} and client_secret=${planted}-secret to ${request.url}`
    return {
      status,
      headers: { 'request-id': 'r' },
      body: { error: { code: 'Refused', message, innerError: { headers: request.headers, token } } },
    }
  }

const commands = [
  ['plan', '--verbose', '--out', 'kept.plan'],
  ['plan', '--format', 'json'],
  ['deploy', '--yes', '--verbose'],
  ['deploy', '--yes', '--format', 'json'],
  ['drift', '--verbose'],
  ['drift', '--format', 'json', '--all-tenants'],
  ['audit', '--verbose'],
  ['import', '--tenant', 'contoso.com', '--out', 'imported', '--verbose'],
  ['doctor', '--verbose'],
  ['doctor', '--format', 'json'],
] as const

describe('a token', () => {
  it('is in nothing that is printed or kept where all goes well', async () => {
    await using cloud = await cloudHere(token, domain)
    using at = desk(
      sourcesFor('global', domain),
      async () => token,
      () => cloud.url,
    )
    const codes = []
    for (const command of commands) codes.push(await at.entitle(...command))
    // What the doctor finds is that this token carries no permission.
    expect(codes).toEqual([2, 2, 0, 0, 0, 0, 0, 0, 1, 1])
    const signed = cloud.received.filter(({ headers }) => headers.authorization !== undefined)
    expect(signed.every(({ headers }) => headers.authorization === `Bearer ${token}`)).toBe(true)
    // The doctor asks each host whether it is there, twice, without signing in.
    expect(cloud.received.length - signed.length).toBe(4)
    expect(readFileSync(path.join(at.folder, 'kept.plan'), 'utf8')).toContain('entitle-plan/1')
    expectNoSecretIn(leftBehind(at))
  })

  it.each([400, 401, 403, 404, 409, 429, 500])('is in nothing where a server says it back with %d', async status => {
    for (const from of [1, 4]) {
      await using cloud = await cloudHere(token, domain, echoing(status, from))
      using at = desk(
        sourcesFor('global', domain),
        async () => token,
        () => cloud.url,
      )
      for (const command of commands) expect(await at.entitle(...command)).not.toBe(0)
      expectNoSecretIn(leftBehind(at))
    }
  })

  it('is in nothing where a write is refused with it', async () => {
    const write = ({ method, url, body }: Incoming) =>
      method === 'POST' && (url.endsWith('/catalogs') || body.includes('"POST"'))
    await using cloud = await cloudHere(token, domain, echoing(400, 1, write))
    using at = desk(
      sourcesFor('global', domain),
      async () => token,
      () => cloud.url,
    )
    expect(await at.entitle('deploy', '--yes', '--verbose')).not.toBe(0)
    expect(await at.entitle('deploy', '--yes', '--format', 'json')).not.toBe(0)
    expect(at.said.out).toContain('You sent Authorization: Bearer …')
    expectNoSecretIn(leftBehind(at))
  })

  it('is in nothing where an error that nobody expects holds it, or its causes do', async () => {
    const deep = new Error(`Bearer ${token}`, { cause: new Error(`client_secret=${planted}`, { cause: { token } }) })
    using at = desk(
      sourcesFor('global', domain),
      () => Promise.reject(Object.assign(deep, { headers: { authorization: token } })),
      () => 'http://127.0.0.1:9',
    )
    for (const command of commands) expect(await at.entitle(...command)).not.toBe(0)
    expect(at.said.err).toContain('Entitle itself failed: Bearer …')
    expectNoSecretIn(leftBehind(at))
  })

  it('of another tenant is not used', async () => {
    await using cloud = await cloudHere(token, 'fabrikam.com')
    using at = desk(
      sourcesFor('global', domain),
      async () => token,
      () => cloud.url,
    )
    expect(await at.entitle('deploy', '--yes')).toBe(3)
    expect(at.said.err).toContain(
      'This is not contoso.com: you are signed in to a tenant with the domains fabrikam.com.',
    )
    expect(cloud.received.map(({ method }) => method)).toEqual(['GET'])
  })

  it('that a wrong clock makes useless is said to be that', async () => {
    const later = Math.floor(Date.now() / 1000) + 3600
    using at = desk(
      sourcesFor('global', domain),
      async () => tokenOf({ tid: tenantId, iat: later, exp: later + 3600 }),
      () => 'http://127.0.0.1:9',
    )
    expect(await at.entitle('plan')).toBe(3)
    expect(at.said.err).toMatch(
      /The clock of this machine says .* behind Entra's, .* Set the clock\. Nothing was changed\./,
    )
  })

  it('that is not given says why', async () => {
    using at = desk(
      sourcesFor('global', domain),
      () => Promise.reject(new NotSentError('Signing in to contoso.com with environment did not work: because.')),
      () => 'http://127.0.0.1:9',
    )
    expect(await at.entitle('plan')).toBe(3)
    expect(at.said.err).toContain('did not work: because. Nothing was changed.')
  })
})
