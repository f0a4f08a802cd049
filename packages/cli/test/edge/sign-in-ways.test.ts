import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Cloud } from '@entitle/graph'
import { clouds, credentialFor, defaultScope, tokenFacts } from '@entitle/graph/node'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { authorityHosts, microsoft } from './microsoft-here.ts'
import { sourcesFor, tokenOf } from './real-tenants.ts'

const variables = [
  'AZURE_CLIENT_ID',
  'AZURE_CLIENT_SECRET',
  'AZURE_CLIENT_CERTIFICATE_PATH',
  'AZURE_FEDERATED_TOKEN_FILE',
  'AZURE_AUTHORITY_HOST',
  'ACTIONS_ID_TOKEN_REQUEST_URL',
  'AZURESUBSCRIPTION_CLIENT_ID',
]
beforeEach(() => {
  for (const name of variables) vi.stubEnv(name, undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
})

const names = Object.keys(clouds) as Cloud[]
const deviceCode = 'device_code'

describe.each(names)('in the cloud %s, with @azure/identity against the authority of a sandbox', cloud => {
  const domain = `contoso.${cloud}.example`
  const { graph } = clouds[cloud]
  const [page = ''] = authorityHosts(cloud)
  const foreign = (asked: ReturnType<typeof microsoft>['asked']) =>
    asked.filter(({ host }) => !authorityHosts(cloud).includes(host))

  it('an application with a secret plans, deploys and compares', async () => {
    using at = microsoft(cloud, domain, sourcesFor(cloud, domain))
    vi.stubEnv('AZURE_CLIENT_ID', 'pipeline')
    vi.stubEnv('AZURE_CLIENT_SECRET', 'sandbox')
    const codes = [await at.entitle('plan'), await at.entitle('deploy', '--yes'), await at.entitle('drift')]
    expect(at.said.err).toBe('')
    expect(codes).toEqual([2, 0, 0])
    expect(at.said.out).toContain('signed in as Client pipeline')
    expect([...at.graphHosts]).toEqual([graph])
    expect(foreign(at.asked)).toEqual([])
    expect(new Set(at.grants())).toEqual(new Set(['client_credentials']))
    expect(at.asked.find(({ what }) => what === 'client_credentials')?.form.get('scope')).toContain(defaultScope(cloud))
  })

  it('a person with a device code deploys, and the doctor says so', async () => {
    using at = microsoft(cloud, domain, sourcesFor(cloud, domain))
    at.pending(() => void at.signsIn())
    expect(await at.entitle('deploy', '--yes', '--auth', 'device-code')).toBe(0)
    expect(at.said.err).toMatch(/To sign in, use a web browser to open the page .*\/devicelogin and enter the code/)
    expect(at.said.out).toContain(`signed in as anna@${domain}`)
    expect(await at.entitle('doctor', '--auth', 'device-code')).toBe(1)
    expect(at.said.out.replaceAll(/\s+/g, ' ')).toContain(
      `Signed in with device-code as anna@${domain} (a person), tenant`,
    )
    expect(at.said.out).toContain('✗ The token does not carry EntitlementManagement.ReadWrite.All')
    expect([...at.graphHosts].sort()).toEqual([graph, page].sort())
    expect(foreign(at.asked)).toEqual([])
  })
})

const sources = sourcesFor('global', 'contoso.com')
const withReview = `${sources}\nreview guests "Guests" { of guests in all groups recurs quarterly reviewers group owners }`

describe('a pipeline', () => {
  it('signs in with an identity token that a file holds', async () => {
    using at = microsoft('global', 'contoso.com', sources)
    const file = path.join(at.folder, 'token')
    writeFileSync(file, tokenOf({ exp: Math.floor(Date.now() / 1000) + 600, sub: 'pod' }))
    vi.stubEnv('AZURE_CLIENT_ID', 'pipeline')
    vi.stubEnv('AZURE_FEDERATED_TOKEN_FILE', file)
    expect(await at.entitle('plan', '--auth', 'workload-identity')).toBe(2)
    expect(at.asked.at(-1)?.form.get('client_assertion_type')).toContain('jwt-bearer')
  })

  it('is told that its identity token is too old', async () => {
    using at = microsoft('global', 'contoso.com', sources)
    const file = path.join(at.folder, 'token')
    writeFileSync(file, tokenOf({ exp: 1, sub: 'pod' }))
    vi.stubEnv('AZURE_CLIENT_ID', 'pipeline')
    vi.stubEnv('AZURE_FEDERATED_TOKEN_FILE', file)
    expect(await at.entitle('plan', '--auth', 'workload-identity')).toBe(3)
    expect(at.said.err).toContain('(AADSTS700024). Set the clock, have the pipeline ask for a new identity token')
  })

  it('is told that its secret is wrong, and auto names what else was tried', async () => {
    using at = microsoft('global', 'contoso.com', sources)
    vi.stubEnv('AZURE_CLIENT_ID', 'pipeline')
    vi.stubEnv('AZURE_CLIENT_SECRET', 'pl4nted-wrong')
    expect(await at.entitle('plan', '--auth', 'environment')).toBe(3)
    expect(at.said.err).toContain("the application's secret or certificate is not the one that it has (AADSTS7000215)")
    expect(`${at.said.err}${at.said.out}`).not.toContain('pl4nted')
  })
})

describe('a device code', () => {
  it('is waited for until somebody signs in', async () => {
    using at = microsoft('global', 'contoso.com', sources)
    let times = 0
    at.pending(() => {
      times += 1
      if (times === 2) void at.signsIn()
    })
    expect(await at.entitle('plan', '--auth', 'device-code')).toBe(2)
    expect(at.grants()).toEqual(['devicecode', deviceCode, deviceCode, deviceCode])
    const [start] = at.asked.filter(({ what }) => what === 'devicecode')
    expect(start?.form.get('scope')?.split(' ').sort()).toEqual([
      'https://graph.microsoft.com/EntitlementManagement.Read.All',
      'https://graph.microsoft.com/GroupMember.Read.All',
      'offline_access',
      'openid',
      'profile',
    ])
  })

  it.each([
    ['plan', 'AccessReview.Read.All'],
    ['deploy', 'AccessReview.ReadWrite.All'],
  ])('asks for %s also for %s where reviews are declared', async (command, permission) => {
    using at = microsoft('global', 'contoso.com', withReview)
    at.pending(() => void at.signsIn())
    const yes = command === 'deploy' ? ['--yes'] : []
    expect(await at.entitle(command, ...yes, '--auth', 'device-code')).toBe(command === 'deploy' ? 0 : 2)
    const scope = at.asked.find(({ what }) => what === 'devicecode')?.form.get('scope')
    expect(scope?.split(' ')).toContain(`https://graph.microsoft.com/${permission}`)
  })

  it('asks for reviews where a saved plan has them', async () => {
    using at = microsoft('global', 'contoso.com', withReview)
    at.pending(() => void at.signsIn())
    expect(await at.entitle('plan', '--out', 'it.plan', '--auth', 'device-code')).toBe(2)
    at.asked.length = 0
    expect(await at.entitle('deploy', path.join(at.folder, 'it.plan'), '--yes', '--auth', 'device-code')).toBe(0)
    const scope = at.asked.find(({ what }) => what === 'devicecode')?.form.get('scope')
    expect(scope?.split(' ')).toContain('https://graph.microsoft.com/AccessReview.ReadWrite.All')
  })

  it('that is declined is told', async () => {
    using at = microsoft('global', 'contoso.com', sources)
    at.pending(() => void at.declines())
    expect(await at.entitle('plan', '--auth', 'device-code')).toBe(3)
    expect(at.said.err).toContain('nobody typed the code in time, or it was declined')
    expect(at.said.err).toContain('Run the command again and type the new code within 15 minutes.')
  })

  it('that expires is told', async () => {
    using at = microsoft('global', 'contoso.com', sources)
    at.pending(() => void at.sandbox.clock.move(901_000))
    expect(await at.entitle('plan', '--auth', 'device-code')).toBe(3)
    expect(at.said.err).toContain('nobody typed the code in time, or it was declined')
  })

  it('is typed once: a challenge is answered, and a token that runs out replaced, with the refresh token', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    using at = microsoft('global', 'contoso.com', sources)
    at.pending(() => void at.signsIn())
    const options = { tenant: 'contoso.com', cloud: 'global', kind: 'device-code', httpClient: at.httpClient } as const
    const credential = credentialFor({
      ...options,
      permissions: ['EntitlementManagement.Read.All'],
      onDeviceCode: () => {},
    })
    const scope = defaultScope('global')
    const first = await credential.getToken(scope)
    expect((await credential.getToken(scope))?.token).toBe(first?.token)
    expect(at.grants().at(-1)).toBe(deviceCode)
    const before = at.grants().length
    vi.setSystemTime(Date.now() + 2 * 3_600_000)
    const second = await credential.getToken(scope)
    expect(second?.token).not.toBe(first?.token)
    const challenged = await credential.getToken(scope, { claims: '{"access_token":{"acrs":{"value":"c1"}}}' })
    expect(tokenFacts(challenged?.token ?? '')).toMatchObject({
      account: 'anna@contoso.com',
      scopes: ['EntitlementManagement.Read.All'],
    })
    expect(at.grants().slice(before)).toEqual(['refresh_token', 'refresh_token'])
  })

  it('is asked for anew where the refresh token has run out too', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    using at = microsoft('global', 'contoso.com', sources)
    at.pending(() => void at.signsIn())
    const credential = credentialFor({
      tenant: 'contoso.com',
      cloud: 'global',
      kind: 'device-code',
      httpClient: at.httpClient,
      permissions: ['EntitlementManagement.Read.All'],
      onDeviceCode: () => {},
    })
    await credential.getToken(defaultScope('global'))
    vi.setSystemTime(Date.now() + 91 * 86_400_000)
    expect(await credential.getToken(defaultScope('global'))).not.toBeNull()
    expect(at.grants().filter(what => what === 'devicecode')).toHaveLength(2)
  })
})
