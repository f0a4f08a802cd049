import type { Tenant, TenantIdentity } from '../model/tenant.ts'
import type { TokenFacts } from '../model/token-facts.ts'
import { type HttpTransport, NotSentError, TransportError } from '../ports/ports.ts'
import { tenantMismatch } from '../read/tenant-mismatch.ts'
import type { Diagnosis } from './diagnosis.ts'
import { examine } from './examine.ts'
import { signInLine } from './sign-in-line.ts'

/** A tenant that somebody is signed in to, and what they mean to do there. */
export interface Visit {
  readonly transport: HttpTransport
  readonly token?: TokenFacts | undefined
  readonly tenantId: string
  /** How one signed in: `device-code`, `VS Code`; undefined where that is not known. */
  readonly way?: string | undefined
  /** How one chooses another way to sign in: `--auth`; undefined where there is none. */
  readonly otherWay?: string
  /** Which tenant is meant; undefined for a sandbox. */
  readonly identity: TenantIdentity | undefined
  /** What is declared; undefined where there are no sources. */
  readonly desired?: Tenant
  readonly signal?: AbortSignal
}

/**
 * Whether planning and deploying will work for who is signed in: as whom and where, then what {@link examine} finds. In a tenant that is not
 * the one that is meant, nothing else is asked. Writes nothing; where no answer comes, or a challenge is not met, that is the diagnosis.
 */
export async function diagnose(visit: Visit): Promise<readonly Diagnosis[]> {
  const { transport, token, tenantId, identity, desired, signal } = visit
  const signedIn = { way: visit.way, token, tenantId, identity, otherWay: visit.otherWay }
  try {
    const mismatch =
      identity === undefined ? undefined : await tenantMismatch({ transport, tenantId }, identity, signal)
    if (mismatch !== undefined) return [signInLine({ ...signedIn, mismatch })]
    const found = await examine({
      transport,
      token,
      cloud: identity?.cloud,
      ...(desired === undefined ? {} : { desired }),
      ...(signal === undefined ? {} : { signal }),
    })
    return [signInLine(signedIn), ...found]
  } catch (error) {
    if (error instanceof NotSentError)
      return [{ topic: 'sign-in', state: 'problem', says: error.message.replace(/\.$/, '') }]
    if (!(error instanceof TransportError)) throw error
    const remedy = 'Check the network, and look again.'
    return [signInLine(signedIn), { topic: 'network', state: 'problem', says: error.message, remedy }]
  }
}
