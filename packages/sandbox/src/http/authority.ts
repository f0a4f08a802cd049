import type { JsonObject } from '../json.ts'
import type { World } from '../world.ts'
import { startDeviceCode } from './device-code.ts'
import { devicePage } from './device-page.ts'
import { signIn } from './sign-in.ts'
import type { TokenReply } from './sign-in-error.ts'

/** Answers what is asked of the authority where one signs in; undefined where Graph is meant. */
export function answerAuthority(world: World, request: Request, url: URL, body: string): Response | undefined {
  const posts = request.method === 'POST'
  const [, tenant = '', ...rest] = url.pathname.split('/')
  const place = rest.join('/')
  if (url.pathname === '/devicelogin') return devicePage(world, posts ? new URLSearchParams(body) : undefined)
  if (place === 'v2.0/.well-known/openid-configuration')
    return Response.json(openIdConfiguration(world, url.origin, tenant))
  if (posts && place === 'oauth2/v2.0/devicecode')
    return replied(startDeviceCode(world, new URLSearchParams(body), url.origin))
  if (posts && place === 'oauth2/v2.0/token')
    return replied(
      signIn(world, new URLSearchParams(body), request.headers.get('authorization') ?? undefined, url.origin),
    )
  return undefined
}

const replied = ({ status, body }: TokenReply): Response => Response.json(body, { status })

/** What there is to sign in with: https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc */
function openIdConfiguration(world: World, origin: string, tenant: string): JsonObject {
  const base = `${origin}/${tenant}`
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${origin}/${world.tenant.id}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
    msgraph_host: new URL(origin).host,
  }
}
