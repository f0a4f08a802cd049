import { accessReviews as path, reviewProperties } from '../kinds/access-review.ts'
import { fold } from '../kinds/fold.ts'
import type { JsonObject } from '../model/json.ts'
import type { NameOrId } from '../model/scope.ts'
import { type Draft, found, missed, nothingRead, type Reading } from './draft.ts'
import { notReadable } from './not-readable.ts'
import { isObject, type Source, textOf } from './source.ts'

/**
 * Reviews of access outside packages that have one of the names or ids, or all of them.
 * No filter by name is documented, so the list is read whole: https://learn.microsoft.com/graph/api/accessreviewset-list-definitions
 */
export async function accessReviews(from: Source, wanted: readonly NameOrId[] | 'all'): Promise<Reading> {
  if (wanted.length === 0) return nothingRead
  const list = await from.many(path)
  if ('failure' in list) {
    const finding = notReadable('The list of access reviews', list.failure)
    const help = 'Sign in with an account that has the permission AccessReview.Read.All and a role that reads reviews.'
    return missed({ kind: 'access-review' }, list.failure.status === 403 ? { ...finding, help } : finding)
  }
  const isWanted = wanted === 'all' ? () => true : among(wanted)
  return found(
    list.items
      .filter(raw => !isOfPackages(raw) && isWanted(raw))
      .map((raw): Draft => ({ kind: 'access-review', id: textOf(raw.id), properties: reviewProperties(raw), raw })),
  )
}

const among = (wanted: readonly NameOrId[]) => {
  const names = new Set(wanted.flatMap(each => each.names.map(fold)))
  const ids = new Set(wanted.flatMap(({ id }) => (id === undefined ? [] : [id.toLowerCase()])))
  return (raw: JsonObject) => names.has(fold(textOf(raw.displayName))) || ids.has(textOf(raw.id).toLowerCase())
}

/**
 * Whether a series is the one that a policy's review settings make. It is listed with the others, may be called as one of
 * them, and can only be read: https://learn.microsoft.com/graph/accessreviews-scope-concept
 */
const isOfPackages = ({ scope }: JsonObject): boolean =>
  isObject(scope) && /\/entitlementManagement\/accessPackageAssignments\b/i.test(textOf(scope.query))
