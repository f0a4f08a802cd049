import { match } from '../match/match.ts'
import type { Matching } from '../match/matching.ts'
import type { Tenant, TenantIdentity } from '../model/tenant.ts'
import type { HttpTransport } from '../ports/ports.ts'
import { heldAssignments } from '../read/assignments.ts'
import { batching } from '../read/batching.ts'
import { bind, resolveDirectory } from '../read/directory.ts'
import { type ReadOptions, read } from '../read/read.ts'
import { scopeOf } from '../read/scope-of.ts'
import { type Made, onlyMade, withMade } from './made.ts'
import { plan } from './make-plan.ts'
import { type Outlook, outlook } from './outlook.ts'
import type { Plan } from './plan.ts'
import type { PolicyName } from './policy-named.ts'
import { reassignment } from './prepare-reassignment.ts'

export interface PrepareInput {
  readonly transport: HttpTransport
  readonly desired: Tenant
  readonly identity: TenantIdentity & { readonly tenantId: string }
  readonly options?: ReadOptions & {
    /** Deletes what is in declared parents and not declared. */
    readonly prune?: boolean
    /** Ends the assignments of what `prune` deletes; without it, a package or policy that has some is an error. */
    readonly endAssignments?: boolean
    /** What is desired is a few catalogs of many with what they name, see {@link partOf}. */
    readonly isPart?: boolean
    /** Moves people who hold what `prune` deletes to this policy. */
    readonly reassignTo?: PolicyName & { readonly now: string }
    /** Deletes what an earlier deployment made, and nothing else: what is desired is what was there before it. */
    readonly made?: readonly Made[]
  }
}

export interface Prepared {
  readonly plan: Plan
  /** HTTP requests sent; a `$batch` is one. */
  readonly requests: number
  /** Objects read. */
  readonly objects: number
  /** What the plan was made from. */
  readonly compared: { readonly live: Tenant; readonly pairs: Matching['pairs'] }
  /** What was read, and what the plan makes of it. */
  outlook(): Outlook
}

/**
 * Looks up the directory objects, reads the tenant, and plans. What can't be read or looked up is an error finding of the plan.
 * @throws {TransportError} where no answer comes, {@link NotSentError} where signing in fails, the signal's reason when it aborts.
 */
export async function preparePlan({ transport, desired, identity, options = {} }: PrepareInput): Promise<Prepared> {
  const { endAssignments = false, isPart = false, made = [], signal, onProgress } = options
  const undoing = options.made !== undefined
  const prune = options.prune === true || undoing
  let objects = 0
  const graph = batching(transport, requests => onProgress?.({ requests, objects }))
  const abort = signal === undefined ? {} : { signal }
  const looked = resolveDirectory(graph, desired, abort)
  // Whose assignments to ask for is known by their ids only.
  const known = desired.objects.some(({ kind }) => kind === 'assignment')
    ? bind(desired, (await looked).directory)
    : desired
  const scope = withMade({ ...scopeOf(known), ...(isPart ? { isPart } : {}) }, made)
  const [{ directory, findings }, there] = await Promise.all([looked, read(graph, scope, abort)])
  objects = there.objects
  onProgress?.({ requests: graph.requests, objects })
  const bound = bind(desired, directory)
  const matched = match(bound, there.tenant, there.unread)
  const matching = undoing ? onlyMade(matched, there.tenant, made) : matched
  const held = prune ? await heldAssignments(graph, matching.unmanaged, there.tenant.objects, signal) : undefined
  const gone = { held: held?.held ?? new Map(), desired: bound, live: there.tenant, matching }
  const to = options.reassignTo === undefined ? undefined : await reassignment(graph, gone, options.reassignTo, signal)
  const planned = plan({
    desired: bound,
    live: there.tenant,
    matching,
    identity,
    prune,
    undoing,
    endAssignments,
    ...(held === undefined ? {} : { assignments: held.held }),
    ...(to?.reassign === undefined ? {} : { reassign: to.reassign }),
    findings: [...findings, ...there.findings, ...(held?.findings ?? []), ...(to?.findings ?? [])],
  })
  return {
    plan: planned,
    requests: graph.requests,
    objects,
    compared: { live: there.tenant, pairs: matching.pairs },
    outlook: () => outlook(there.tenant, planned.steps, matching.addresses),
  }
}
