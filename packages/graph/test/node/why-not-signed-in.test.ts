import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { adminConsentLink } from '../../src/model/admin-consent.ts'
import type { SignInOptions } from '../../src/node/ways-to-sign-in.ts'
import { whyNotSignedIn } from '../../src/node/why-not-signed-in.ts'

const options: SignInOptions = { tenant: 'contoso.com', cloud: 'global', permissions: ['AccessReview.Read.All'] }
const client = '14d82eec-204b-4c2f-b7e8-296a70dab67e'
const why = (
  message: string,
  way: Parameters<typeof whyNotSignedIn>[1] = 'browser',
  more: Partial<SignInOptions> = {},
) => whyNotSignedIn(new Error(message), way, { ...options, ...more }, ['pl4nted-s3cret'])

beforeEach(() => vi.stubEnv('AZURE_CLIENT_ID', ''))
afterEach(() => vi.unstubAllEnvs())

describe('why signing in did not work', () => {
  it.each([
    ['global', 'https://login.microsoftonline.com', 'graph.microsoft.com'],
    ['usgov', 'https://login.microsoftonline.us', 'graph.microsoft.us'],
    ['usgov-dod', 'https://login.microsoftonline.us', 'dod-graph.microsoft.us'],
    ['china', 'https://login.chinacloudapi.cn', 'microsoftgraph.chinacloudapi.cn'],
  ] as const)('links to where an administrator of %s agrees', (cloud, authority, graph) => {
    const link = `${authority}/contoso.com/v2.0/adminconsent?client_id=${client}&scope=https%3A%2F%2F${graph}%2FAccessReview.Read.All&redirect_uri=http%3A%2F%2Flocalhost`
    expect(adminConsentLink('contoso.com', cloud, client, options.permissions)).toBe(link)
    expect(why('AADSTS65001: no consent', 'device-code', { cloud })).toBe(
      `nobody has agreed yet to what the application may do in this tenant (AADSTS65001). An administrator of the tenant agrees once at ${link}`,
    )
  })

  it("links to an application's own permissions where it signs in by itself", () => {
    vi.stubEnv('AZURE_CLIENT_ID', 'abc')
    expect(why('AADSTS700016: unknown', 'environment', { cloud: 'usgov' })).toContain(
      'https://login.microsoftonline.us/contoso.com/adminconsent?client_id=abc',
    )
  })

  it('reads what caused an error, too', () => {
    const error = new Error('it failed', { cause: new AggregateError([new Error('AADSTS7000222: expired')]) })
    expect(whyNotSignedIn(error, 'environment', options, [])).toContain('has expired (AADSTS7000222). Add a new one')
  })

  it.each([
    ['ENOTFOUND', 'login.microsoftonline.com is not a name that can be looked up here'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'login.microsoftonline.com has a certificate that this machine does not trust'],
    ['ECONNREFUSED', 'login.microsoftonline.com refuses connections'],
  ])('tells a network that does not let it through: %s', (code, told) => {
    expect(whyNotSignedIn(Object.assign(new Error('x'), { code }), 'environment', options, [])).toContain(told)
    expect(why(`request failed: ${code}`, 'environment')).toContain(told)
  })

  it("tells it where Microsoft's library does not say why", () => {
    const told = why('network_error: See https://aka.ms/msal.js.errors#network_error for details', 'environment')
    expect(told).toContain('login.microsoftonline.com cannot be reached from this machine. Check the network; behind a')
    expect(why('endpoints_resolution_error: x', 'device-code', { cloud: 'china' })).toContain('login.chinacloudapi.cn')
  })

  it.each([
    ['workload-identity', 'WorkloadIdentityCredential: is unavailable. clientId is a required parameter.'],
    ['environment', 'EnvironmentCredential is unavailable. No underlying credential could be used.'],
    [
      'managed-identity',
      'ManagedIdentityCredential: Authentication failed. Message client_error: Error(s): Not Available',
    ],
  ] as const)('says in short that %s finds nothing to go by', (way, text) => {
    expect(why(text, way)).toMatch(/^what it needs is not there\. To use it, .*(AZURE_CLIENT_ID|a managed identity\.$)/)
  })

  it('tells a proxy that asks who one is', () => {
    expect(why('tunneling socket could not be established, statusCode=407', 'environment')).toContain('HTTPS_PROXY')
  })

  it('says what is not known as it is, on one line, without secrets', () => {
    expect(why('odd: pl4nted-s3cret Bearer abc.def\nmore', 'environment')).toBe(
      'odd: … Bearer … To use it, set AZURE_CLIENT_ID, and AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH.',
    )
  })
})
