import { type HttpTransport, limited, type TenantIdentity } from '@entitle/graph'
import { clouds, graphTransport, systemClock } from '@entitle/graph/node'

/**
 * Everything of the extension that reads and writes tenants: a bundle of its own, which is read from its file when the
 * first command needs it. Opening a file never does.
 */
export type Engine = typeof import('./engine.ts')

export { apply, checkedPlan, goneObjects, preparePlan, readWhole, tenantMismatch } from '@entitle/graph'
export { systemClock, tokenFacts } from '@entitle/graph/node'
export { sentGone, trail, unreadable, whyUnread } from '@entitle/language'
export { assignmentNodes, externalOnly, liveOutline } from '../browse/live-outline.ts'
export { assignmentsOf, survey } from '../browse/survey.ts'
export { outline } from '../plan/outline.ts'
export { type RunningSandbox, startSandbox } from './run-sandbox.ts'

/** Graph's origin in the identity's cloud, as the scopes of an access token name it. */
export const graphOrigin = ({ cloud }: TenantIdentity): string => `https://${clouds[cloud].graph}`

/** A transport to a declared tenant for somebody who is signed in. `onWait` is told of every pause that Graph asks for. */
export const declaredTransport = (
  { cloud }: TenantIdentity,
  token: () => Promise<string>,
  onWait: (milliseconds: number) => void,
): HttpTransport => {
  const credential = { getToken: async () => ({ token: await token(), expiresOnTimestamp: Date.now() + 60_000 }) }
  return limited(graphTransport({ cloud, credential }), systemClock, { onWait: wait => onWait(wait.milliseconds) })
}
