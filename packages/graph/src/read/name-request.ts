import { filter, quoted } from '../kinds/em.ts'
import type { DirectoryKind } from '../model/tenant.ts'
import type { HttpRequest } from '../ports/ports.ts'

/** What names are asked for. */
export type NameQuery =
  | {
      readonly kind: DirectoryKind
      /** What is typed so far; a word of the name may begin with it. Empty: any. */
      readonly prefix: string
      /** How many names at most; 20 unless told. */
      readonly limit?: number
    }
  | {
      readonly kind: 'role'
      /** The display name of the application whose roles are meant. */
      readonly of: string
      readonly prefix: string
      readonly limit?: number
    }

export const defaultLimit = 20

const lists = {
  user: {
    path: '/users',
    words: ['displayName', 'userPrincipalName', 'mail'],
    select: 'id,displayName,userPrincipalName,mail',
  },
  group: {
    path: '/groups',
    words: ['displayName', 'mail'],
    select: 'id,displayName,mail,groupTypes,securityEnabled,onPremisesSyncEnabled',
  },
  servicePrincipal: { path: '/servicePrincipals', words: ['displayName'], select: 'id,displayName,appId' },
} as const

/**
 * The one request that finds names of the directory. Searching finds words within a name, too, and wants eventual consistency:
 * https://learn.microsoft.com/graph/search-query-parameter; sites are searched as SharePoint does: https://learn.microsoft.com/graph/api/site-search
 */
export const nameRequest = (query: NameQuery): HttpRequest => {
  const { kind, prefix, limit = defaultLimit } = query
  if (kind === 'role')
    return get(`/servicePrincipals?${filter`displayName eq ${quoted(query.of)}`}&$select=id,appRoles`)
  if (kind === 'site')
    return get(
      `/sites?search=${encodeURIComponent(siteWords(prefix))}&$select=id,displayName,name,webUrl&$top=${limit}`,
    )
  const { path, words, select } = lists[kind]
  const rest = `$select=${select}&$top=${limit}`
  const text = searchable(prefix)
  if (text === '') return get(`${path}?${rest}`)
  const search = words.map(word => `"${word}:${text}"`).join(' OR ')
  return { ...get(`${path}?$search=${encodeURIComponent(search)}&${rest}`), headers: { ConsistencyLevel: 'eventual' } }
}

const get = (path: string): HttpRequest => ({ method: 'GET', path })

/** A text within the quotes of `$search`; empty where nothing in it can be searched for. */
const searchable = (prefix: string): string => {
  const text = prefix.trim()
  return /[\p{L}\p{N}]/u.test(text) ? text.replace(/[\\"]/g, '\\$&') : ''
}

/** The words of a site's name, or of the end of its address, the last of which may go on. */
const siteWords = (prefix: string): string => {
  const address = /^https?:\/*[^/]*\/?(.*)$/i.exec(prefix.trim())
  const text = address === null ? prefix : (address[1]?.split('/').at(-1) ?? '')
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return `${words.join(' ')}*`
}
