import type { HttpTransport } from '../ports/ports.ts'
import { isObject } from '../read/source.ts'
import type { Asked } from './account.ts'

/** How many objects a list has, as Graph counts them. https://learn.microsoft.com/graph/query-parameters#count-parameter */
export async function countIn(
  transport: HttpTransport,
  what: string,
  list: string,
  signal: AbortSignal | undefined,
): Promise<readonly [string, Asked<number>]> {
  const { status, body } = await transport.send(
    { method: 'GET', path: `${list}?$count=true&$top=1&$select=id` },
    signal,
  )
  const count = isObject(body) ? body['@odata.count'] : undefined
  if (status !== 200)
    return [what, { unknown: `Graph answers ${status}`, permission: 'EntitlementManagement.Read.All', status }]
  return [what, typeof count === 'number' ? { known: count } : { unknown: 'Graph gave no count' }]
}
