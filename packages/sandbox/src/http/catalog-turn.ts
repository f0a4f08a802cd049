import { pause } from '../edge.ts'
import type { Call, Reply } from './call.ts'
import { mayWrite } from './catalog-roles.ts'
import { duplicateKey } from './graph-error.ts'

/**
 * Runs a write that belongs to a catalog. While one is under way, which lasts as long as the request's latency and at
 * least one macrotask, every other write in that catalog is refused with 409, as the service refuses parallel writes.
 */
export async function inCatalog(call: Call, catalogId: string, write: () => Reply): Promise<Reply> {
  const { busyCatalogs, store } = call.world
  mayWrite(call, catalogId)
  if (busyCatalogs.has(catalogId)) throw duplicateKey()
  busyCatalogs.add(catalogId)
  try {
    await call.latency()
    await pause(0)
    return store.transaction(write)
  } finally {
    busyCatalogs.delete(catalogId)
  }
}
