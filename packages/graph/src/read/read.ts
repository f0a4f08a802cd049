import { foldId } from '../kinds/fold.ts'
import { kinds } from '../kinds/kinds.ts'
import type { Finding } from '../model/finding.ts'
import type { ReadScope } from '../model/scope.ts'
import type { Address, KindName, Tenant } from '../model/tenant.ts'
import type { HttpTransport } from '../ports/ports.ts'
import { accessReviews } from './access-reviews.ts'
import { assemble } from './assemble.ts'
import { policyLists } from './assignment-policies.ts'
import { batching } from './batching.ts'
import { isWide } from './by-name.ts'
import { catalogs } from './catalogs.ts'
import { connectedOrganizations } from './connected-organizations.ts'
import { nothingRead, readings } from './draft.ts'
import { missingNames } from './name-refs.ts'
import { settings } from './settings.ts'
import { source } from './source.ts'

export interface ReadOptions {
  readonly signal?: AbortSignal
  /** Called as requests go out. */
  readonly onProgress?: (progress: { readonly requests: number; readonly objects: number }) => void
}

/** A list of the tenant that couldn't be read: whether such objects are there is not known. */
export interface Unread {
  readonly kind: KindName
  /** The live address of the parent; anywhere where there is none. */
  readonly parent?: Address
  /** Why: one of the findings. */
  readonly finding: Finding
}

export interface ReadResult {
  readonly tenant: Tenant
  /** Errors that say what couldn't be read. */
  readonly findings: readonly Finding[]
  readonly unread: readonly Unread[]
  /** HTTP requests sent; a `$batch` is one. */
  readonly requests: number
  readonly objects: number
}

/**
 * Reads what the scope names, in few requests: lists with what belongs to them, `$batch` for what no list gives.
 * What can't be read is a finding and an {@link Unread}, never absent.
 * @throws {TransportError} where no answer comes, {@link NotSentError} where signing in fails, the signal's reason when it aborts.
 */
export async function read(transport: HttpTransport, scope: ReadScope, options: ReadOptions = {}): Promise<ReadResult> {
  const { signal, onProgress } = options
  let objects = 0
  const graph = batching(transport, requests => onProgress?.({ requests, objects }))
  const before = graph.requests
  const from = source(graph, signal)
  const policies = policyLists(from, isWide(scope.catalogs) || scope.isPart === true)
  const read = readings(
    await Promise.all([
      scope.settings ? settings(from) : nothingRead,
      connectedOrganizations(from, scope),
      catalogs(from, scope, policies),
      accessReviews(from, scope.reviews ?? []),
    ]),
  )
  objects = read.drafts.length
  const missing = await missingNames(from, read.drafts, read.names)
  const assembled = assemble(read.drafts, new Map([...read.names, ...missing]))
  onProgress?.({ requests: graph.requests, objects })
  return {
    tenant: { objects: assembled.objects },
    findings: distinct(read.findings),
    unread: read.gaps.map(({ kind, parent, finding }) => {
      const inside = kinds[kind].parent
      const address = parent === undefined ? undefined : assembled.addresses.get(`${inside} ${foldId(parent)}`)
      return { kind, ...(address === undefined ? {} : { parent: address }), finding }
    }),
    requests: graph.requests - before,
    objects,
  }
}

const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map(finding => [`${finding.message}`, finding])).values(),
]
