import type { DirectorySeed } from './directory/seed.ts'
import { seedDirectory } from './directory/seed.ts'
import { randomIds, systemClock } from './edge.ts'
import { addGeneralCatalog } from './entities/catalogs.ts'
import { kinds } from './entities/kinds.ts'
import { type FaultRule, FaultScript } from './http/faults.ts'
import { createGraphApp } from './http/graph-app.ts'
import type { RequestRecord } from './http/request-log.ts'
import { Throttle } from './http/throttle.ts'
import { ConnectionCut, Transport } from './http/transport.ts'
import { advance, type Happened } from './lifecycle/advance.ts'
import type { SandboxOptions } from './options.ts'
import { writeInstant } from './schema/scalars.ts'
import type { Documents } from './store/documents.ts'
import { movedClock } from './store/moved-clock.ts'
import { exportState, importState, type SandboxState } from './store/state.ts'
import { contoso, type Tenant } from './tenant.ts'
import type { World } from './world.ts'

/** A tenant to rehearse in, in this process: Microsoft Graph v1.0 as far as entitlement management needs it. */
export interface LocalSandbox {
  /**
   * Answers a request in this process, whatever its origin: `/v1.0/…` and `/{tenant}/oauth2/v2.0/token`. Rejects with a
   * TypeError as the global fetch does when a fault cuts the connection, or with the reason of the request's signal when a
   * wait was aborted.
   */
  fetch(request: Request): Promise<Response>
  /** Adds the directory objects that are missing. */
  seed(directory: DirectorySeed): void
  readonly faults: { add(rule: FaultRule): void; clear(): void }
  /** Every HTTP request so far. */
  readonly requests: readonly RequestRecord[]
  /** The tenant's own time. */
  readonly clock: {
    now(): Date
    /** Lets time pass, with everything that it brings. Throws a RangeError when it would go back. */
    move(ms: number): readonly Happened[]
    /** Milliseconds that the tenant's time is ahead of the clock it was opened with. */
    ahead(): number
  }
  /** The whole tenant as JSON. */
  export(): SandboxState
  /** Replaces the whole tenant; throws a TypeError when the state is of another version. */
  import(state: SandboxState): void
  /** Back to an empty tenant with an empty log and no faults. */
  reset(): void
  readonly tenant: Tenant
  /** Ends it; whatever was acknowledged is kept where its documents are. */
  close(): void
}

/** Where a tenant's documents are kept. */
export interface Shelf {
  documents(clock: () => Date, readDelayMs: number): Documents
  close(): void
}

/**
 * Opens a sandbox tenant upon documents, and hands out what takes its requests in.
 *
 * @see https://learn.microsoft.com/graph/api/resources/entitlementmanagement-overview
 */
export function sandboxUpon(
  shelf: Shelf,
  options: Omit<SandboxOptions, 'database'>,
): { readonly sandbox: LocalSandbox; readonly transport: Transport } {
  const time = movedClock(options.clock ?? systemClock, () => store)
  const clock = time.now
  const store = shelf.documents(clock, options.readDelayMs ?? 0)
  time.refresh()
  const tenant = keepTenant(store, options)
  const world: World = {
    tenant,
    store,
    behaviour: {
      latencyMs: options.latencyMs ?? 0,
      pageSize: Math.max(1, options.pageSize ?? 100),
      resourceDelayMs: options.resourceDelayMs ?? 0,
      assignmentDelayMs: options.assignmentDelayMs ?? 0,
      creatorBecomesOwner: options.creatorBecomesOwner ?? true,
    },
    clock,
    ids: options.ids ?? randomIds,
    now: () => writeInstant(clock()),
    busyCatalogs: new Set(),
    kindOf: type => kinds.get(type),
  }
  const furnish = () =>
    store.withoutDelay(() => {
      if (store.listLatest('catalog', { limit: 1 }).length === 0) addGeneralCatalog(world)
    })
  furnish()
  const catchUp = () => {
    time.refresh()
    advance(world)
  }
  const faults = new FaultScript()
  for (const rule of options.faults ?? []) faults.add(rule)
  const log: RequestRecord[] = []
  const throttle = new Throttle(options.throttle?.requestsPerSecond)
  const transport = new Transport({
    world,
    app: createGraphApp(world, options.auth ?? 'required'),
    faults,
    throttle,
    log,
    catchUp,
  })
  const sandbox: LocalSandbox = {
    async fetch(request) {
      try {
        return await transport.take(request)
      } catch (error) {
        if (request.signal.aborted) throw request.signal.reason
        if (error instanceof ConnectionCut)
          throw new TypeError('fetch failed', {
            cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
          })
        throw error
      }
    },
    seed: directory => seedDirectory(world, directory),
    faults: { add: rule => faults.add(rule), clear: () => faults.clear() },
    requests: log,
    clock: {
      now() {
        time.refresh()
        return clock()
      },
      move(ms) {
        if (!(ms >= 0))
          throw new RangeError('Time in a sandbox moves forward only; reset it, or import an earlier state.')
        time.refresh()
        time.move(ms)
        return advance(world)
      },
      ahead() {
        time.refresh()
        return time.offset()
      },
    },
    export: () => exportState(store, tenant),
    import(state) {
      importState(store, state)
      catchUp()
    },
    reset() {
      store.transaction(() => {
        store.clear()
        time.refresh()
        keepTenant(store, { tenant })
        furnish()
      })
      faults.clear()
      log.length = 0
    },
    tenant,
    close: () => shelf.close(),
  }
  return { sandbox, transport }
}

/** The tenant that the documents are of; what the options say of it comes first. */
function keepTenant(store: Documents, options: Pick<SandboxOptions, 'tenant'>): Tenant {
  const kept = store.latest('tenant', 'tenant')
  const before = kept
    ? { id: String(kept.tenantId), displayName: String(kept.displayName), domain: String(kept.domain) }
    : contoso
  const tenant = { ...before, ...options.tenant }
  store.withoutDelay(() =>
    store.put('tenant', { id: 'tenant', tenantId: tenant.id, displayName: tenant.displayName, domain: tenant.domain }),
  )
  return tenant
}
