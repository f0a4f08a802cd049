import { filter, quoted } from '../kinds/em.ts'
import { foldId } from '../kinds/fold.ts'
import type { HttpTransport } from '../ports/ports.ts'
import { batching } from './batching.ts'
import { type Known, unknownFor } from './known.ts'
import { objectsIn, source, textOf } from './source.ts'

/** What the directory says of a person. */
export interface Account {
  /** In lower case. */
  readonly id: string
  readonly isEnabled: boolean
  readonly isGuest: boolean
  readonly hasSponsor: boolean
}

/** How many values Graph takes in one `in`. https://learn.microsoft.com/graph/filter-query-parameter */
const most = 15
const permission = 'the permission User.Read.All'

/** The accounts of people, by their ids; whoever is gone is not among them. https://learn.microsoft.com/graph/api/user-list-sponsors */
export async function accountsOf(
  transport: HttpTransport,
  people: readonly string[],
  signal?: AbortSignal,
): Promise<Known<readonly Account[]>> {
  const ids = [...new Set(people.map(foldId))].sort()
  const chunks = Array.from({ length: Math.ceil(ids.length / most) }, (_, at) => ids.slice(at * most, (at + 1) * most))
  const from = source(batching(transport), signal)
  const lists = await Promise.all(
    chunks.map(chunk => {
      const those = filter`id in (${chunk.map(quoted).join(',')})`
      return from.many(`/users?${those}&$select=id,accountEnabled,userType&$expand=sponsors`)
    }),
  )
  const found: Account[] = []
  for (const list of lists) {
    if ('failure' in list) return unknownFor('The accounts of people', list.failure, permission)
    for (const { id, accountEnabled, userType, sponsors } of list.items) {
      // Whoever may read names only isn't told whether an account is enabled.
      if (typeof accountEnabled !== 'boolean') return unknownFor('The accounts of people', notTold, permission)
      const isGuest = textOf(userType) === 'Guest'
      found.push({
        id: foldId(textOf(id)),
        isEnabled: accountEnabled,
        isGuest,
        hasSponsor: objectsIn(sponsors).length > 0,
      })
    }
  }
  return { known: found }
}

const notTold = { status: 403, code: '', message: 'it doesn’t tell whether accounts are enabled' }
