import {
  type HttpTransport,
  neededPermissions,
  type Tenant,
  type TenantIdentity,
  type TokenFacts,
} from '@entitle/graph'
import { authentication, env, UIKind, version, workspace } from 'vscode'
import type { Entitle } from '../entitle.ts'
import { requireOwnApplication } from './own-application.ts'
import { requireMatch, requirePlace, tenantOf } from './right-tenant.ts'
import { type GetSession, signIn } from './sign-in.ts'
import type { Target } from './target.ts'
import { requireTrust } from './trusted.ts'

/** A tenant that can be read, or also written. */
export interface OpenTenant {
  readonly transport: HttpTransport
  readonly tenantId: string
  /** Who is signed in, with what they let Entitle do. */
  readonly token: TokenFacts | undefined
}

export interface OpenOptions {
  readonly target: Target
  readonly identity: TenantIdentity
  readonly desired: Tenant
  readonly access: 'read' | 'write'
  /** What one must be allowed to do there; without it, what planning or deploying what is declared takes. */
  readonly permissions?: readonly string[]
  /** Permissions that one may have been given already, and would rather sign in with. */
  readonly rather?: readonly string[]
  /** Lets the person choose another account than the one that VS Code remembers. */
  readonly anotherAccount?: boolean
  /** How often the sandbox had been stopped when this was begun: reading that somebody has stopped since must not start it again. */
  readonly asOf?: number
  /** Told of every pause that Graph asks for, in milliseconds. */
  onWait(milliseconds: number): void
}

/** Starts the sandbox or signs in. @throws {Refusal} also where that is another tenant than the one that is meant */
export const openTenant = async (entitle: Entitle, options: OpenOptions): Promise<OpenTenant> => {
  const { target, identity } = options
  const opened = await enterTenant(entitle, options)
  if (target.kind === 'declared') {
    const { tenantMismatch } = await entitle.engine()
    requireMatch(target.title, await tenantMismatch(opened, identity))
  }
  return opened
}

/** Starts the sandbox or signs in, to whichever tenant that leads. @throws {Refusal} */
export const enterTenant = async (entitle: Entitle, options: OpenOptions): Promise<OpenTenant> => {
  const { target, identity, desired, access, onWait, rather, anotherAccount } = options
  requireTrust()
  if (target.kind === 'sandbox') return entitle.sandbox.start(desired, options.asOf)
  requirePlace(identity)
  const clientId = workspace.getConfiguration('entitle').get('signIn.clientId', '')
  requireOwnApplication(target.title, clientId, env.uiKind === UIKind.Web)
  const engine = await entitle.engine()
  const permissions = options.permissions ?? neededPermissions(desired.objects, access)
  const { account, token } = await signIn({
    identity,
    graph: engine.graphOrigin(identity),
    permissions,
    ...(rather === undefined ? {} : { rather }),
    ...(anotherAccount === undefined ? {} : { anotherAccount }),
    clientId,
    purpose: `${access === 'read' ? 'read' : 'change'} entitlement management of ${target.title}`,
    getSession,
    takesChallenges: takesChallenges(version),
    explain: (error, application) => engine.whyNotSignedIn(error, { identity, clientId: application, permissions }),
  })
  const facts = engine.tokenFacts(await token())
  const tenantId = tenantOf(target.title, identity.id, facts?.tenantId)
  const transport = engine.declaredTransport(identity, token, onWait)
  entitle.log.info(`Signed in to ${target.title} (${tenantId}) as ${account}.`)
  return { transport, tenantId, token: facts }
}

/** The types are those of the oldest VS Code that Entitle runs in, which has no challenges. */
export const getSession: GetSession = (provider, asked, options) =>
  (authentication.getSession as GetSession)(provider, asked, options)

/** VS Code hands challenges on from 1.105 on. */
const takesChallenges = (editor: string): boolean => {
  const [major = 0, minor = 0] = editor.split('.').map(Number)
  return major > 1 || minor >= 105
}
