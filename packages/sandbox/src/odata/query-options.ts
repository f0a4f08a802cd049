import { badRequest, notImplemented } from '../http/graph-error.ts'
import type { Filter } from './filter-expression.ts'
import { parseFilter } from './parse-filter.ts'
import { splitOutside } from './split-outside.ts'

export interface OrderBy {
  readonly segments: readonly string[]
  readonly descending: boolean
}

/** One navigation to follow, with what to do there. */
export interface Expand {
  readonly navigation: string
  readonly options: QueryOptions
}

/** The system query options of a read: https://learn.microsoft.com/graph/query-parameters */
export interface QueryOptions {
  readonly select?: readonly string[]
  readonly filter?: Filter
  readonly expand: readonly Expand[]
  readonly orderby: readonly OrderBy[]
  readonly top?: number
  readonly skip?: number
  readonly count: boolean
  readonly skiptoken?: string
}

const known = new Set([
  'select',
  'filter',
  'expand',
  'orderby',
  'top',
  'skip',
  'count',
  'skiptoken',
  'search',
  'format',
])

/** Reads the options of a URL. Options without `$` count as well, as Graph v1.0 allows. `$search` is for those that search by themselves. */
export function queryOptionsOf(search: URLSearchParams, searches = false): QueryOptions {
  const raw: [string, string][] = []
  for (const [name, value] of search) {
    const bare = name.replace(/^\$/, '').toLowerCase()
    if (name === '$search' && !searches) throw notImplemented('$search')
    if (known.has(bare)) raw.push([bare, value])
    else if (name.startsWith('$')) throw badRequest(`The query parameter '${name}' is not supported.`)
  }
  return optionsOf(raw)
}

function optionsOf(raw: readonly (readonly [string, string])[]): QueryOptions {
  const given = new Map<string, string>()
  for (const [name, value] of raw) {
    if (given.has(name))
      throw badRequest(`Query option '$${name}' was specified more than once, but it must be specified at most once.`)
    given.set(name, value)
  }
  const read = <T>(name: string, parse: (text: string) => T): Partial<Record<string, T>> => {
    const text = given.get(name)
    return text === undefined ? {} : { [name]: parse(text) }
  }
  return {
    ...read('select', text =>
      text
        .split(',')
        .map(part => part.trim())
        .filter(Boolean),
    ),
    ...read('filter', parseFilter),
    ...read('top', text => wholeNumber('$top', text)),
    ...read('skip', text => wholeNumber('$skip', text)),
    ...read('skiptoken', text => text),
    expand: (given.get('expand') === undefined ? [] : splitOutside(String(given.get('expand')), ',')).map(parseExpand),
    orderby: (given.get('orderby') === undefined ? [] : String(given.get('orderby')).split(',')).map(parseOrderBy),
    count: given.get('count')?.toLowerCase() === 'true',
  }
}

function parseExpand(text: string): Expand {
  const parts = /^([A-Za-z_][\w]*)(?:\((.*)\))?$/s.exec(text.trim())
  if (!parts)
    throw badRequest(
      `Parsing OData Select and Expand failed: Term '${text}' is not valid in a $select or $expand expression.`,
    )
  const options = splitOutside(parts[2] ?? '', ';')
    .filter(option => option.trim())
    .map(option => {
      const nested = /^\s*\$?(\w+)\s*=(.*)$/s.exec(option)
      const name = nested?.[1]?.toLowerCase() ?? ''
      if (!nested || !known.has(name))
        throw badRequest(`Parsing OData Select and Expand failed: '${option}' is not an expand option.`)
      return [name, String(nested[2])] as const
    })
  return { navigation: String(parts[1]), options: optionsOf(options) }
}

function parseOrderBy(text: string): OrderBy {
  const parts = /^\s*([A-Za-z_][\w/]*)(?:\s+(asc|desc))?\s*$/i.exec(text)
  if (!parts) throw badRequest(`Syntax error in the $orderby expression '${text}'.`)
  return { segments: String(parts[1]).split('/'), descending: parts[2]?.toLowerCase() === 'desc' }
}

function wholeNumber(name: string, text: string): number {
  if (/^\d+$/.test(text) && (name !== '$top' || Number(text) > 0)) return Number(text)
  throw badRequest(
    `Invalid value '${text}' for ${name} query option found. The ${name} query option requires a non-negative integer value.`,
  )
}
