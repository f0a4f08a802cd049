import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { NotSentError } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { contoso, scopes } from './people-here.ts'
import { cloudHere, desk, sourcesFor, tenantId, tokenOf } from './real-tenants.ts'

const sources = sourcesFor('global', 'contoso.com')
const plain = (text: string) => text.replaceAll(/\s+/g, ' ')

interface Report {
  readonly format: string
  readonly status: string
  readonly sources: boolean
  readonly diagnoses: readonly {
    readonly topic: string
    readonly state: string
    readonly says: string
    readonly remedy?: string
    readonly because?: string
  }[]
}

/** Runs the doctor and takes what it says as data. */
const report = async (at: Awaited<ReturnType<typeof contoso>>, ...argv: string[]): Promise<Report> => {
  at.said.out = ''
  await at.entitle('doctor', '--format', 'json', ...argv)
  return JSON.parse(at.said.out) as Report
}
const about = ({ diagnoses }: Report, topic: string) => diagnoses.filter(each => each.topic === topic)
const problems = ({ diagnoses }: Report) => diagnoses.filter(({ state }) => state === 'problem').map(({ says }) => says)

describe('entitle doctor', () => {
  it('finds nothing wrong with who governs all', async () => {
    await using at = await contoso(sources)
    at.be({ person: 'admin@contoso.com', scopes: '.default' })
    const found = await report(at)
    expect(problems(found)).toEqual([])
    expect(about(found, 'sign-in')).toEqual([
      {
        topic: 'sign-in',
        state: 'ok',
        says: `Signed in as admin@contoso.com (a person), tenant ${tenantId} in Microsoft 365`,
      },
    ])
    expect(about(found, 'roles').map(({ says }) => says)).toEqual([
      'Directory role Global Administrator, which may write everything',
      'No role in catalogs',
      'They are enough to write what these sources declare',
    ])
    expect(about(found, 'licence').map(({ says }) => says)).toEqual([
      'Microsoft Entra ID P2 and Microsoft Entra ID Governance',
      'Enough for what these sources use: entitlement management itself',
    ])
    expect(about(found, 'limits')[0]?.says).toBe('1 of at most 7,500 catalogs')
    expect(about(found, 'clock')[0]).toMatchObject({ state: 'ok' })
    expect(about(found, 'network').map(({ state }) => state)).toEqual(['ok', 'ok'])
    expect(found).toMatchObject({ format: 'entitle-doctor/1', status: 'ok', sources: true })
    expect(await report(at, '--tenant', 'contoso.com')).toMatchObject({ sources: true })
  })

  it('changes nothing', async () => {
    await using at = await contoso(sources)
    at.be({ person: 'admin@contoso.com', scopes: '.default' })
    expect((await at.entitle('doctor')).writes).toEqual([])
  })

  it('tells who may only read what they lack, with the way to get it', async () => {
    await using at = await contoso(sources)
    at.be({ person: 'rita@contoso.com', scopes: 'EntitlementManagement.Read.All User.Read' })
    const found = await report(at)
    expect(problems(found)).toEqual([
      'The token does not carry EntitlementManagement.ReadWrite.All',
      'The token does not carry GroupMember.Read.All',
    ])
    const [write] = about(found, 'permissions').filter(({ state }) => state === 'problem')
    expect(write).toMatchObject({ because: 'it is needed to deploy, roles in catalogs included' })
    expect(write?.remedy).toMatch(
      /^Have an administrator of the tenant agree to it once at https:\/\/login\.microsoftonline\.com\/.*client_id=tools.*EntitlementManagement\.ReadWrite\.All/,
    )
    expect(about(found, 'roles')[0]?.says).toBe('Directory role Global Reader, which may read everything')
    expect(about(found, 'licence')).toEqual([
      {
        topic: 'licence',
        state: 'not-determined',
        says: 'Which licences the tenant has is not known',
        because: 'Graph answers 403',
        remedy: 'An account that has LicenseAssignment.Read.All can tell.',
      },
    ])
  })

  it('tells who holds no role at all that they can’t even read', async () => {
    await using at = await contoso(sources)
    at.be({ person: 'carl@contoso.com', scopes })
    const found = await report(at)
    expect(problems(found)).toEqual(['The account holds no role that may read entitlement management'])
    expect(about(found, 'limits').every(({ state }) => state === 'not-determined')).toBe(true)
  })

  it('says what an owner of one catalog may do with these sources', async () => {
    await using at = await contoso(sources)
    await at.partners([await at.user('carl')])
    at.be({ person: 'carl@contoso.com', scopes })
    const found = await report(at)
    expect(problems(found)).toEqual([])
    expect(about(found, 'roles').map(({ says }) => says)).toEqual([
      'No directory role',
      'Catalog owner in 1 catalog',
      'They are enough to write what these sources declare',
    ])
    expect(about(found, 'resources')).toEqual([])
  })

  it('names the resource that is somebody else’s', async () => {
    await using at = await contoso(sources.replace('"Alpine"', '"Borealis"'))
    await at.partners([await at.user('carl')])
    at.be({ person: 'carl@contoso.com', scopes })
    const { code } = await at.entitle('doctor')
    expect(code).toBe(1)
    expect(plain(at.said.out)).toContain(
      'resources ✗ The account does not own the resource, and has no directory role that may change its members for resource Borealis because',
    )
  })

  it('says without sources what can be said, and what depends on them', async () => {
    await using at = await contoso('')
    at.be({ person: 'greta@contoso.com', scopes })
    const found = await report(at, '--tenant', 'contoso.com')
    expect(found.sources).toBe(false)
    expect(problems(found)).toEqual([])
    expect(
      about(found, 'permissions')
        .filter(({ state }) => state === 'not-determined')
        .map(({ says }) => says),
    ).toContain(
      'The token does not carry AccessReview.ReadWrite.All, which some sources need to deploy reviews outside packages',
    )
    at.said.err = ''
    expect((await at.entitle('doctor')).code).toBe(64)
    expect(at.said.err).toContain('The sources declare no tenant.')
    expect((await at.entitle('doctor', '--tenant', 'contoso')).code).toBe(64)
    rmSync(path.join(at.folder, 'all.entitle'))
    expect((await at.entitle('doctor')).code).toBe(64)
    expect(at.said.err).toContain('There are no sources here that declare a tenant.')
    expect((await at.entitle('doctor', 'nowhere')).code).toBe(64)
  })

  it('says which licence is lacking for what', async () => {
    await using at = await contoso(
      sources.replace('requestable by any member', 'assigned automatically where "user.department -eq \\"Sales\\""'),
    )
    at.sandbox.seed({ licences: ['P2'] })
    at.be({ person: 'admin@contoso.com', scopes: '.default' })
    const found = await report(at)
    expect(problems(found)).toEqual(['The tenant has no licence for automatic assignment'])
    at.sandbox.seed({ licences: [] })
    expect(problems(await report(at))).toEqual([
      'The tenant has no licence for entitlement management itself',
      'The tenant has no licence for automatic assignment',
    ])
  })

  it('takes an application by its permissions, or by its roles in catalogs', async () => {
    await using at = await contoso(sources)
    await at.partners([await at.application('pipeline')], true)
    at.be({ application: 'pipeline', roles: 'GroupMember.Read.All Application.Read.All' })
    const found = await report(at)
    expect(about(found, 'permissions').map(({ state, says }) => [state, says])).toEqual([
      ['ok', 'No EntitlementManagement.Read.All: the application works by its roles in catalogs'],
      ['ok', 'No EntitlementManagement.ReadWrite.All: the application works by its roles in catalogs'],
      ['ok', 'GroupMember.Read.All: to look up groups by name'],
    ])
    at.be({ application: 'other', roles: 'EntitlementManagement.Read.All' })
    const [write] = about(await report(at), 'permissions').filter(({ state }) => state === 'problem')
    expect(write?.remedy).toMatch(/^Add the application permission .*adminconsent\?client_id=other\.$/)
  })

  it('tells of a sign-in that fails, and looks at the rest', async () => {
    using at = desk(
      sources,
      () => Promise.reject(new NotSentError('Signing in to contoso.com with environment did not work: because.')),
      () => 'http://127.0.0.1:9',
    )
    expect(await at.entitle('doctor')).toBe(1)
    expect(at.said.out).toContain('✗ Signing in to contoso.com with environment did not work: because.')
    expect(at.said.out).not.toContain('Nothing was changed.')
    expect(at.said.out).toMatch(/✗ 127\.0\.0\.1:9 /)
    expect(at.said.out).toContain('? Whether the clock of this machine is right is not known')
  })

  it('tells of another tenant and asks it nothing more', async () => {
    const token = tokenOf({ tid: tenantId, idtyp: 'app' })
    await using cloud = await cloudHere(token, 'fabrikam.com')
    using at = desk(
      sources,
      async () => token,
      () => cloud.url,
    )
    expect(await at.entitle('doctor')).toBe(1)
    expect(plain(at.said.out)).toContain('because you are signed in to a tenant with the domains fabrikam.com')
    expect(cloud.received.map(({ url }) => url).filter(url => !/\/me$|openid/.test(url))).toHaveLength(1)
  })

  it('tells how far the clock of this machine is off', async () => {
    const server = createServer((_, response) => {
      response
        .setHeader('date', new Date(Date.now() - 3_600_000).toUTCString())
        .writeHead(401)
        .end('{}')
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    try {
      using at = desk(
        sources,
        () => Promise.reject(new NotSentError('No.')),
        () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      )
      expect(await at.entitle('doctor')).toBe(1)
      expect(at.said.out).toMatch(/✗ The clock of this machine is (59|60) minutes ahead of 127\.0\.0\.1:\d+/)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })

  it('shows no piece of a token, whatever Graph answers', async () => {
    const planted = 'pl4nted'
    const token = tokenOf({
      tid: tenantId,
      oid: tenantId,
      idtyp: 'user',
      scp: 'User.Read',
      upn: 'anna@contoso.com',
      nonce: planted,
    })
    const pieces = [planted, ...token.split('.'), ...token.split('.').map(part => part.slice(8, 24))].filter(
      piece => piece.length > 6,
    )
    for (const status of [200, 400, 401, 403, 404, 429, 500]) {
      await using cloud = await cloudHere(token, 'contoso.com', ({ headers }) =>
        status === 200
          ? undefined
          : { status, body: { error: { code: `Bearer ${token}`, message: `You sent ${headers.authorization}` } } },
      )
      using at = desk(
        sources,
        async () => token,
        () => cloud.url,
      )
      for (const argv of [
        ['doctor', '--verbose'],
        ['doctor', '--format', 'json'],
      ])
        await at.entitle(...argv)
      expect(at.said.out).toContain('anna@contoso.com')
      for (const piece of pieces) expect(`${at.said.out}${at.said.err}`).not.toContain(piece)
    }
  })
})
