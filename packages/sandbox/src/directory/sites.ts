import type { Kind } from '../entities/kind.ts'
import type { Call, Reply, Route } from '../http/call.ts'
import { GraphError } from '../http/graph-error.ts'
import { replyList, replyOne } from '../http/replies.ts'
import type { Doc } from '../json.ts'
import { wordsOf } from '../odata/search.ts'
import type { World } from '../world.ts'

/** https://learn.microsoft.com/graph/api/resources/site */
export const sites: Kind = { store: 'site', type: 'site', guids: false, navigation: {} }

const sameUrl = (a: string, b: string) => a.replace(/\/+$/, '').toLowerCase() === b.replace(/\/+$/, '').toLowerCase()

export function findSiteByUrl(world: World, webUrl: string): Doc | undefined {
  return world.store.list(sites.store).find(({ doc }) => sameUrl(String(doc.webUrl), webUrl))?.doc
}

/** Free text: every word must be one of the site's, or with `*` behind it begin one. https://learn.microsoft.com/graph/api/site-search */
function list(call: Call): Reply {
  const sought = (call.search.get('search') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '' && word !== '*')
  const docs = call.world.store
    .list(sites.store)
    .map(row => row.doc)
    .filter(doc => {
      const words = wordsOf([doc.displayName, doc.name, doc.webUrl].map(String).join(' '))
      return sought.every(word =>
        word.endsWith('*') ? words.some(each => each.startsWith(word.slice(0, -1))) : words.includes(word),
      )
    })
  return replyList(call, { kind: sites, docs }, 'sites')
}

/** `/sites/{hostname}:/{path}` and `/sites/{id}`; the path's slashes are not segments of the route. */
function one(call: Call): Reply {
  const address = call.path.replace(/^\/v1\.0\/sites\//, '').replace(/:$/, '')
  const byPath = /^([^:/,]+)(?::\/(.*))?$/.exec(address)
  const site = byPath
    ? findSiteByUrl(call.world, `https://${byPath[1]}/${byPath[2] ?? ''}`)
    : call.world.store.list(sites.store).find(({ doc }) => doc.id === address)?.doc
  if (!site) throw new GraphError(404, 'itemNotFound', 'Requested site could not be found')
  return replyOne(call, sites, site, 'sites')
}

export const siteRoutes: readonly Route[] = [
  { method: 'GET', path: '/sites', area: 'sites', does: 'lists, and finds by `search`', handle: list },
  { method: 'GET', path: '/sites/*', area: 'sites', handle: one },
]
