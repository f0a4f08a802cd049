import { type HttpTransport, type Knock, limited, NotSentError, redact, type TenantIdentity } from '@entitle/graph'
import { clouds, doorsOf, graphTransport, knock, systemClock, tokenFacts } from '@entitle/graph/web'

/**
 * Everything of the extension that reads and writes tenants, wherever VS Code runs: bundles of their own ({@link EngineOnMachine},
 * {@link EngineInBrowser}), which are read when the first command needs them. Opening a file never does.
 */
export type Engine = typeof import('./engine.ts')

export {
  apply,
  catalogNames,
  checkedPlan,
  diagnose,
  lossOf,
  movedOf,
  parseUndo,
  permissionsToName,
  preflight,
  preparePlan,
  prepareUndo,
  reachLines,
  readWhole,
  recordUndo,
  restored,
  suggestNames,
  tenantFacts,
  tenantMismatch,
} from '@entitle/graph'
export { systemClock, tokenFacts } from '@entitle/graph/web'
export {
  driftFindings,
  nearest,
  surveyTenant,
  trail,
  unreadable,
  unusedSince,
  whyUnread,
  withNames,
} from '@entitle/language'
export { assignmentNodes, externalOnly, liveOutline } from '../browse/live-outline.ts'
export { assignmentsOf, survey } from '../browse/survey.ts'
export { outline } from '../plan/outline.ts'
export { whyNotSignedIn } from './why-not-signed-in.ts'

/** Graph's origin in the identity's cloud, as the scopes of an access token name it. */
export const graphOrigin = ({ cloud }: TenantIdentity): string => `https://${clouds[cloud].graph}`

/** Whether the hosts of the identity's cloud answer, and what time it is there. */
export const knockAt = ({ cloud }: TenantIdentity, signal: AbortSignal): Promise<readonly Knock[]> => {
  const { graph, authority } = clouds[cloud]
  return Promise.all(doorsOf(`https://${graph}`, authority).map(address => knock(address, signal)))
}

/** A transport to a declared tenant for somebody who is signed in. `onWait` is told of every pause that Graph asks for. */
export const declaredTransport = (
  { cloud }: TenantIdentity,
  token: (claims?: string) => Promise<string>,
  onWait: (milliseconds: number) => void,
): HttpTransport => {
  const credential: Parameters<typeof graphTransport>[0]['credential'] = {
    getToken: async (_scopes, more) => {
      const text = await token(more?.claims).catch((error: unknown): never => {
        throw new NotSentError(sentencesOf(error))
      })
      const expires = tokenFacts(text)?.expires?.getTime() ?? Date.now() + 60_000
      return { token: text, expiresOnTimestamp: expires }
    },
  }
  return limited(graphTransport({ cloud, credential }), systemClock, { onWait: wait => onWait(wait.milliseconds) })
}

/** Whoever tells it says by themselves that nothing was changed. */
const sentencesOf = (error: unknown): string =>
  redact(error instanceof Error ? error.message : String(error)).replace(/\s*Nothing was changed\.$/, '')
