import { type HttpTransport, neededPermissions, type Tenant, type TenantIdentity } from '@entitle/graph'
import { authentication, workspace } from 'vscode'
import type { Entitle } from '../entitle.ts'
import { requireMatch, requirePlace, tenantOf } from './right-tenant.ts'
import { signIn } from './sign-in.ts'
import type { Target } from './target.ts'

/** A tenant that can be read, or also written. */
export interface OpenTenant {
  readonly transport: HttpTransport
  readonly tenantId: string
}

export interface OpenOptions {
  readonly target: Target
  readonly identity: TenantIdentity
  readonly desired: Tenant
  readonly access: 'read' | 'write'
  /** What one must be allowed to do there; without it, what planning or deploying what is declared takes. */
  readonly permissions?: readonly string[]
  /** How often the sandbox had been stopped when this was begun: reading that somebody has stopped since must not start it again. */
  readonly asOf?: number
  /** Told of every pause that Graph asks for, in milliseconds. */
  onWait(milliseconds: number): void
}

/** Starts the sandbox or signs in. @throws {Refusal} */
export const openTenant = async (entitle: Entitle, options: OpenOptions): Promise<OpenTenant> => {
  const { target, identity, desired, access, onWait } = options
  if (target.kind === 'sandbox') return entitle.sandbox.start(desired, options.asOf)
  requirePlace(identity)
  const engine = entitle.engine()
  const { account, token } = await signIn({
    identity,
    graph: engine.graphOrigin(identity),
    permissions: options.permissions ?? neededPermissions(desired.objects, access),
    clientId: workspace.getConfiguration('entitle').get('signIn.clientId', ''),
    purpose: `${access === 'read' ? 'read' : 'change'} entitlement management of ${target.title}`,
    getSession: (provider, scopes, session) => authentication.getSession(provider, scopes, session),
  })
  const tenantId = tenantOf(target.title, identity.id, engine.tokenFacts(await token())?.tenantId)
  const transport = engine.declaredTransport(identity, token, onWait)
  requireMatch(target.title, await engine.tenantMismatch({ transport, tenantId }, identity))
  entitle.log.info(`Signed in to ${target.title} (${tenantId}) as ${account}.`)
  return { transport, tenantId }
}
