import type * as Identity from '@azure/identity'

/** Where one signs in, and how requests get there. */
export type At = Pick<Identity.TokenCredentialOptions, 'authorityHost' | 'httpClient'>

const given = (name: string): string | undefined => {
  const value = process.env[name]
  return value === undefined || value === '' ? undefined : value
}

/**
 * An application without a secret, vouched for by what runs it: GitHub Actions (`permissions: id-token: write`), a service connection of Azure
 * Pipelines, or, in Kubernetes and elsewhere, a file with a token.
 * @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation
 */
export function pipelineIdentity(identity: typeof Identity, tenantId: string, at: At): Identity.TokenCredential {
  const clientId = given('AZURE_CLIENT_ID') ?? given('AZURESUBSCRIPTION_CLIENT_ID')
  if (given('AZURE_FEDERATED_TOKEN_FILE') !== undefined || clientId === undefined)
    return new identity.WorkloadIdentityCredential({ ...at, tenantId })

  const requestUrl = given('ACTIONS_ID_TOKEN_REQUEST_URL')
  const requestToken = given('ACTIONS_ID_TOKEN_REQUEST_TOKEN')
  if (requestUrl !== undefined && requestToken !== undefined)
    return new identity.ClientAssertionCredential(tenantId, clientId, () => fromGitHub(requestUrl, requestToken), at)

  const connection = given('AZURESUBSCRIPTION_SERVICE_CONNECTION_ID')
  const pipeline = given('SYSTEM_ACCESSTOKEN')
  if (connection !== undefined && pipeline !== undefined)
    return new identity.AzurePipelinesCredential(tenantId, clientId, connection, pipeline, at)
  return new identity.WorkloadIdentityCredential({ ...at, tenantId })
}

/** https://docs.github.com/actions/reference/security/oidc */
async function fromGitHub(url: string, token: string): Promise<string> {
  const address = new URL(url)
  address.searchParams.set('audience', 'api://AzureADTokenExchange')
  const signal = AbortSignal.timeout(30_000)
  const response = await fetch(address, { headers: { Authorization: `Bearer ${token}` }, redirect: 'error', signal })
  const answer: unknown = await response.json().catch(() => undefined)
  if (
    response.ok &&
    typeof answer === 'object' &&
    answer !== null &&
    'value' in answer &&
    typeof answer.value === 'string'
  )
    return answer.value
  throw new Error(
    `GitHub Actions gave no identity token (${response.status}). The job needs "permissions: id-token: write".`,
  )
}

/** An application with a secret or a certificate in the environment, in the tenant that is meant. */
export function environmentIdentity(identity: typeof Identity, tenantId: string, at: At): Identity.TokenCredential {
  const clientId = given('AZURE_CLIENT_ID')
  const secret = given('AZURE_CLIENT_SECRET')
  const certificatePath = given('AZURE_CLIENT_CERTIFICATE_PATH')
  const certificatePassword = given('AZURE_CLIENT_CERTIFICATE_PASSWORD')
  if (clientId !== undefined && secret !== undefined)
    return new identity.ClientSecretCredential(tenantId, clientId, secret, at)
  if (clientId !== undefined && certificatePath !== undefined)
    return new identity.ClientCertificateCredential(
      tenantId,
      clientId,
      { certificatePath, ...(certificatePassword === undefined ? {} : { certificatePassword }) },
      at,
    )
  return new identity.EnvironmentCredential(at)
}
