import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { credentialFor } from '../../src/node/index.ts'
import { credentialOf, scopesOf } from '../../src/node/ways-to-sign-in.ts'
import { NotSentError } from '../../src/ports/ports.ts'
import { loopbackServer, tokenOf } from '../web/loopback-server.ts'

const variables = [
  'AZURE_TENANT_ID',
  'AZURE_CLIENT_ID',
  'AZURE_CLIENT_SECRET',
  'AZURE_CLIENT_CERTIFICATE_PATH',
  'AZURE_FEDERATED_TOKEN_FILE',
  'ACTIONS_ID_TOKEN_REQUEST_URL',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'SYSTEM_ACCESSTOKEN',
  'AZURESUBSCRIPTION_CLIENT_ID',
  'AZURESUBSCRIPTION_SERVICE_CONNECTION_ID',
  'PATH',
]
const made: { name: string; options: unknown; given: unknown[] }[] = []
let tokens: { [credential: string]: (() => Promise<unknown>) | undefined } = {}

/** Stands for every credential of @azure/identity: what it is made with is kept, what it gives is set by each test. */
vi.mock('@azure/identity', () => {
  const credential = (name: string) =>
    class {
      constructor(...given: unknown[]) {
        made.push({ name, options: given.at(-1), given: given.slice(0, -1) })
      }
      getToken(scopes: unknown) {
        asked.push({ name, scopes })
        return (tokens[name] ?? (() => Promise.reject(new Error(`${name} is not available.\nLong story.`))))()
      }
    }
  return Object.fromEntries(
    [
      'EnvironmentCredential',
      'WorkloadIdentityCredential',
      'ClientSecretCredential',
      'ClientCertificateCredential',
      'ClientAssertionCredential',
      'AzurePipelinesCredential',
      'ManagedIdentityCredential',
      'AzureCliCredential',
      'DeviceCodeCredential',
      'InteractiveBrowserCredential',
    ].map(name => [name, credential(name)]),
  )
})
const asked: { name: string; scopes: unknown }[] = []
const token = async () => ({ token: 't', expiresOnTimestamp: 1 })

beforeEach(() => {
  made.length = 0
  asked.length = 0
  tokens = {}
  for (const name of variables) vi.stubEnv(name, '')
})
afterEach(() => vi.unstubAllEnvs())

const scope = 'https://graph.microsoft.com/.default'
const permissions = ['EntitlementManagement.Read.All', 'AccessReview.Read.All']
const contoso = { tenant: 'contoso.com', cloud: 'global', permissions } as const

describe('credentialFor', () => {
  it('tries what needs nobody, in order, and stays with what works', async () => {
    tokens = { AzureCliCredential: token }
    const credential = credentialFor(contoso)
    expect(await credential.getToken(scope)).toMatchObject({ token: 't' })
    expect(made.map(({ name }) => name)).toEqual([
      'EnvironmentCredential',
      'WorkloadIdentityCredential',
      'AzureCliCredential',
    ])
    await credential.getToken(scope)
    expect(asked.map(({ name }) => name).slice(3)).toEqual(['AzureCliCredential'])
  })

  it('names every way tried, why it did not work, and what it needs', async () => {
    const failed = credentialFor(contoso).getToken(scope)
    await expect(failed).rejects.toBeInstanceOf(NotSentError)
    await expect(failed).rejects.toThrow(
      [
        'Signing in to contoso.com did not work in any of the ways tried.',
        '  environment: EnvironmentCredential is not available. To use it, set AZURE_CLIENT_ID, and AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH.',
      ].join('\n'),
    )
    await expect(failed).rejects.not.toThrow('Long story')
  })

  it('says of one way what is wrong with it', async () => {
    await expect(credentialFor({ ...contoso, kind: 'azure-cli' }).getToken(scope)).rejects.toThrow(
      /^Signing in to contoso\.com with azure-cli did not work: AzureCliCredential is not available\. To use it, run az login --tenant with this tenant first\.$/,
    )
    expect(asked).toHaveLength(1)
  })

  it('never says a secret', async () => {
    vi.stubEnv('AZURE_CLIENT_SECRET', 'pl4nted-s3cret')
    vi.stubEnv('AZURE_CLIENT_ID', 'app')
    tokens = {
      ClientSecretCredential: () =>
        Promise.reject(new Error('AADSTS7000215: wrong secret pl4nted-s3cret, client_secret=abc')),
    }
    const failed = credentialFor({ ...contoso, kind: 'environment' }).getToken(scope)
    await expect(failed).rejects.toThrow(
      "with environment did not work: the application's secret or certificate is not the one that it has (AADSTS7000215). Give the secret",
    )
    await expect(failed).rejects.not.toThrow(/pl4nted|abc/)
  })

  it('signs in once for requests that start together', async () => {
    tokens = { AzureCliCredential: token }
    const credential = credentialFor({ ...contoso, kind: 'azure-cli' })
    await Promise.all([credential.getToken(scope), credential.getToken(scope), credential.getToken(scope)])
    expect(asked).toHaveLength(1)
  })

  it('tries again after a failure', async () => {
    const credential = credentialFor({ ...contoso, kind: 'azure-cli' })
    await expect(credential.getToken(scope)).rejects.toThrow()
    tokens = { AzureCliCredential: token }
    expect(await credential.getToken(scope)).toMatchObject({ token: 't' })
  })

  it('ends auto in a device code where one can be shown, asking for what is needed', async () => {
    tokens = { DeviceCodeCredential: token }
    const onDeviceCode = vi.fn()
    await credentialFor({ ...contoso, onDeviceCode }).getToken(scope)
    expect(asked.at(-1)).toEqual({ name: 'DeviceCodeCredential', scopes: scopesOf('global', permissions) })
    expect(made.at(-1)?.options).toMatchObject({ tenantId: 'contoso.com', userPromptCallback: onDeviceCode })
  })

  it('signs in at the authority of the cloud', async () => {
    tokens = { WorkloadIdentityCredential: token, InteractiveBrowserCredential: token }
    await credentialFor({ tenant: 't', cloud: 'usgov', kind: 'workload-identity', permissions }).getToken(scope)
    expect(made[0]?.options).toEqual({ authorityHost: 'https://login.microsoftonline.us', tenantId: 't' })
    await credentialFor({ tenant: 't', cloud: 'china', kind: 'browser', permissions }).getToken(scope)
    expect(made[1]?.options).toMatchObject({ authorityHost: 'https://login.chinacloudapi.cn' })
    expect(asked.at(-1)?.scopes).toContain('https://microsoftgraph.chinacloudapi.cn/AccessReview.Read.All')
  })

  it('takes no token for a failure', async () => {
    tokens = { AzureCliCredential: async () => null }
    await expect(credentialFor({ ...contoso, kind: 'azure-cli' }).getToken(scope)).rejects.toThrow('it gave no token.')
  })
})

describe('what a pipeline has in its environment', () => {
  const authorityHost = 'https://login.microsoftonline.us'
  const gov = { tenant: 'contoso.us', cloud: 'usgov', permissions } as const
  const stub = (variables: { readonly [name: string]: string }) => {
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  }

  it('is a secret or a certificate, for the tenant that is declared, whatever AZURE_TENANT_ID says', async () => {
    stub({ AZURE_CLIENT_ID: 'app', AZURE_CLIENT_SECRET: 'secret', AZURE_TENANT_ID: 'another' })
    tokens = { ClientSecretCredential: token, ClientCertificateCredential: token }
    await credentialFor({ ...gov, kind: 'environment' }).getToken(scope)
    stub({ AZURE_CLIENT_SECRET: '', AZURE_CLIENT_CERTIFICATE_PATH: 'app.pem' })
    await credentialFor({ ...gov, kind: 'environment' }).getToken(scope)
    expect(made).toEqual([
      { name: 'ClientSecretCredential', given: ['contoso.us', 'app', 'secret'], options: { authorityHost } },
      {
        name: 'ClientCertificateCredential',
        given: ['contoso.us', 'app', { certificatePath: 'app.pem' }],
        options: { authorityHost },
      },
    ])
  })

  it('is a service connection of Azure Pipelines', async () => {
    stub({
      AZURESUBSCRIPTION_CLIENT_ID: 'app',
      AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: 'connection',
      SYSTEM_ACCESSTOKEN: 'pipeline',
    })
    tokens = { AzurePipelinesCredential: token }
    await credentialFor({ ...gov, kind: 'workload-identity' }).getToken(scope)
    expect(made).toEqual([
      {
        name: 'AzurePipelinesCredential',
        given: ['contoso.us', 'app', 'connection', 'pipeline'],
        options: { authorityHost },
      },
    ])
  })

  it('is the identity of a GitHub job, asked for when it is needed', async () => {
    await using server = await loopbackServer(({ headers }, response) => {
      const known = headers.authorization === 'Bearer job-token'
      response.writeHead(known ? 200 : 403).end(JSON.stringify(known ? { value: 'assertion' } : {}))
    })
    stub({
      AZURE_CLIENT_ID: 'app',
      ACTIONS_ID_TOKEN_REQUEST_URL: `${server.url}/token?api-version=2`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'job-token',
    })
    tokens = { ClientAssertionCredential: token }
    await credentialFor({ ...gov, kind: 'workload-identity' }).getToken(scope)
    expect(made[0]).toMatchObject({ name: 'ClientAssertionCredential', options: { authorityHost } })
    const assertion = (at: number) => (made[at]?.given[2] as (() => Promise<string>) | undefined)?.()
    expect(await assertion(0)).toBe('assertion')
    expect(server.received[0]?.url).toBe('/token?api-version=2&audience=api%3A%2F%2FAzureADTokenExchange')
    stub({ ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'another' })
    await credentialFor({ ...gov, kind: 'workload-identity' }).getToken(scope)
    await expect(assertion(1)).rejects.toThrow('(403). The job needs')
  })
})

describe('what a token does not carry', () => {
  const cli = async () => ({
    token: tokenOf({ scp: 'Directory.AccessAsUser.All', idtyp: 'user' }),
    expiresOnTimestamp: 1,
  })

  it('has auto pass it over', async () => {
    tokens = { AzureCliCredential: cli, DeviceCodeCredential: token }
    expect(await credentialFor({ ...contoso, onDeviceCode: () => {} }).getToken(scope)).toMatchObject({ token: 't' })
  })

  it('is said, with the way out, where there is no other way', async () => {
    tokens = { AzureCliCredential: cli }
    await expect(credentialFor({ ...contoso, kind: 'azure-cli' }).getToken(scope)).rejects.toThrow(
      'the token of the Azure CLI does not carry EntitlementManagement.Read.All and AccessReview.Read.All, without which Graph refuses. Sign in with --auth browser or --auth device-code',
    )
  })
})

describe('credentialOf', () => {
  it('knows every way of the real library', async () => {
    const identity = await vi.importActual<typeof import('@azure/identity')>('@azure/identity')
    for (const kind of ['environment', 'managed-identity', 'azure-cli', 'device-code', 'browser'] as const)
      expect(credentialOf(identity, kind, contoso).getToken).toBeTypeOf('function')
  })
})
