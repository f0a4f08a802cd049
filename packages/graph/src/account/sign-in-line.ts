import { clouds } from '../model/clouds.ts'
import type { TenantIdentity } from '../model/tenant.ts'
import type { TokenFacts } from '../model/token-facts.ts'
import type { Diagnosis } from './diagnosis.ts'

export interface SignIn {
  /** How one signed in: `device-code`, `VS Code`; undefined where that is not known. */
  readonly way: string | undefined
  readonly token: TokenFacts | undefined
  readonly tenantId: string
  /** Undefined for a sandbox. */
  readonly identity: TenantIdentity | undefined
  /** What {@link tenantMismatch} found. */
  readonly mismatch?: string
  /** How one chooses another way: `--auth`; undefined where there is none. */
  readonly otherWay: string | undefined
}

/** As whom one is signed in, how, and to which tenant in which cloud. */
export function signInLine({ way, token, tenantId, identity, mismatch, otherWay }: SignIn): Diagnosis {
  const who = token?.account === undefined ? 'an account that the token does not name' : token.account
  const sort = token === undefined ? '' : ` (${token.kind === 'person' ? 'a person' : 'an application'})`
  const how = way === undefined ? '' : ` with ${way}`
  const where = identity === undefined ? 'sandbox tenant' : 'tenant'
  const cloud = identity === undefined ? '' : ` in ${clouds[identity.cloud].label}`
  const says = `Signed in${how} as ${who}${sort}, ${where} ${tenantId}${cloud}`
  if (mismatch === undefined) return { topic: 'sign-in', state: 'ok', says }
  return {
    topic: 'sign-in',
    state: 'problem',
    says,
    because: `you are ${mismatch}`,
    remedy: `Sign in with an account of the tenant that is meant${otherWay === undefined ? '' : `, or choose another way with ${otherWay}`}.`,
  }
}
