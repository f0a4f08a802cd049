import type { Finding } from '../model/finding.ts'
import type { Tenant } from '../model/tenant.ts'
import type { HttpTransport } from '../ports/ports.ts'
import { batching } from './batching.ts'
import type { CatalogName } from './catalog-names.ts'
import type { Directory } from './directory.ts'
import { nameClarity } from './name-clarity.ts'
import type { ReadOptions, Unread } from './read.ts'
import { readWhole } from './read-whole.ts'

/** All that a live tenant has, and by what its directory objects can be called. */
export interface Survey {
  readonly tenant: Tenant
  /** Ids, in lower case, of directory objects that their name doesn't lead to. */
  readonly unclear: ReadonlySet<string>
  readonly directory: Directory
  /** What couldn't be read or looked up. */
  readonly findings: readonly Finding[]
  readonly unread: readonly Unread[]
  /** HTTP requests sent; a `$batch` is one. */
  readonly requests: number
}

/**
 * Reads a whole tenant, or some of its catalogs with the organizations that these name; settings, other organizations and reviews
 * outside packages are the whole tenant's.
 * @throws {TransportError} where no answer comes, {@link NotSentError} where signing in fails, the signal's reason when it aborts.
 */
export async function survey(
  transport: HttpTransport,
  catalogs: readonly CatalogName[] | 'all',
  options: ReadOptions = {},
): Promise<Survey> {
  const { signal, onProgress } = options
  let objects = 0
  const graph = batching(transport, requests => onProgress?.({ requests, objects }))
  const abort = signal === undefined ? {} : { signal }
  const { tenant, ...there } = await readWhole(graph, catalogs, abort)
  objects = tenant.objects.length
  onProgress?.({ requests: graph.requests, objects })
  const names = await nameClarity(graph, tenant, abort)
  return {
    tenant,
    unclear: names.unclear,
    directory: names.directory,
    findings: [...there.findings, ...names.findings],
    unread: there.unread,
    requests: graph.requests,
  }
}
