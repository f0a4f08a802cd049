import type * as Identity from '@azure/identity'
import { clouds } from '../model/clouds.ts'
import type { Cloud } from '../model/tenant.ts'
import { type At, environmentIdentity, pipelineIdentity } from './pipeline-identity.ts'

export const signInKinds = [
  'auto',
  'environment',
  'workload-identity',
  'managed-identity',
  'azure-cli',
  'device-code',
  'browser',
] as const
export type SignInKind = (typeof signInKinds)[number]

export interface DeviceCode {
  readonly userCode: string
  readonly verificationUri: string
  /** Microsoft's own sentence with both. */
  readonly message: string
}

export interface SignInOptions {
  /** Id or a verified domain of the tenant. */
  readonly tenant: string
  readonly cloud: Cloud
  readonly kind?: SignInKind
  /** The application to sign in to with `device-code` and `browser`; default Microsoft Graph Command Line Tools. */
  readonly clientId?: string
  /** The permissions that are needed: `device-code` and `browser` ask for these, and a person's token must carry them. */
  readonly permissions: readonly string[]
  /** Shows the code to type in; with it `auto` ends in `device-code` where nothing else works. */
  readonly onDeviceCode?: (code: DeviceCode) => void
  /** How requests to the authority travel; default over HTTPS, as @azure/identity sends them. */
  readonly httpClient?: NonNullable<Identity.TokenCredentialOptions['httpClient']>
  /** Told once which way worked. */
  readonly onSignedIn?: (way: Way) => void
}

/**
 * Microsoft's public client for Graph, in which a person can consent to any delegated permission.
 * @see https://learn.microsoft.com/powershell/microsoftgraph/authentication-commands
 */
const graphCommandLineTools = '14d82eec-204b-4c2f-b7e8-296a70dab67e'

export type Way = Exclude<SignInKind, 'auto'>
/** The application that a person signs in to. */
export const clientIdOf = ({ clientId }: SignInOptions): string => clientId ?? graphCommandLineTools

type Interactive = 'device-code' | 'browser'
export type Unattended = Exclude<SignInKind, 'auto' | Interactive>
export const isInteractive = (kind: SignInKind): kind is Interactive => kind === 'device-code' || kind === 'browser'

/** What `auto` tries, in this order. */
export const unattended: readonly Unattended[] = ['environment', 'workload-identity', 'azure-cli', 'managed-identity']

/** How each way is called and what it needs, for the sentence that says why it didn't work. */
export const needs: { readonly [kind in Way]: string } = {
  environment: 'set AZURE_CLIENT_ID, and AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH',
  'workload-identity':
    'run in GitHub Actions with id-token: write, in Azure Pipelines with a service connection, or where AZURE_FEDERATED_TOKEN_FILE is set, with AZURE_CLIENT_ID',
  'managed-identity': 'run on an Azure resource with a managed identity',
  'azure-cli': 'run az login --tenant with this tenant first',
  'device-code': 'type the code shown into the page shown, within 15 minutes',
  browser: 'sign in in the browser window that opened',
}

/** Permissions as the scopes of a cloud's Graph. */
export const scopesOf = (cloud: Cloud, permissions: readonly string[]): string[] =>
  permissions.map(permission => `https://${clouds[cloud].graph}/${permission}`)

/** Makes the credential of one way to sign in; nothing is sent yet. */
export function credentialOf(identity: typeof Identity, kind: Way, options: SignInOptions): Identity.TokenCredential {
  const { tenant: tenantId, cloud, onDeviceCode } = options
  const { httpClient } = options
  const at: At = { authorityHost: clouds[cloud].authority, ...(httpClient === undefined ? {} : { httpClient }) }
  const clientId = clientIdOf(options)
  switch (kind) {
    case 'environment':
      return environmentIdentity(identity, tenantId, at)
    case 'workload-identity':
      return pipelineIdentity(identity, tenantId, at)
    case 'managed-identity':
      return new identity.ManagedIdentityCredential()
    case 'azure-cli':
      return new identity.AzureCliCredential({ tenantId })
    case 'device-code': {
      const shown = onDeviceCode === undefined ? {} : { userPromptCallback: onDeviceCode }
      return new identity.DeviceCodeCredential({ ...at, tenantId, clientId, ...shown })
    }
    case 'browser':
      return new identity.InteractiveBrowserCredential({ ...at, tenantId, clientId })
  }
}
