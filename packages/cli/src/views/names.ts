import type { SuggestedName, Terminal } from '@entitle/graph'
import { lineLiteral } from '@entitle/language'
import type { NameKind } from '../name-kinds.ts'
import { aligned } from './columns.ts'
import { counted } from './counted.ts'
import { json } from './json.ts'
import { paintFor } from './paint.ts'

/** Names that were found. */
export interface NamesView {
  readonly kind: NameKind
  readonly beginning: string
  /** For roles: the application. */
  readonly of?: string
  /** The tenant. */
  readonly title: string
  readonly names: readonly SuggestedName[]
  readonly complete: boolean
}

/** A line for each: what to write, then what it is. */
export const namesText = (view: NamesView, terminal: Pick<Terminal, 'colour'>): string => {
  const { kind, names, complete, title } = view
  const paint = paintFor(terminal)
  const rows = names.map(name => [written(kind, name.name), ...aboutOf(name)])
  const lines = aligned(rows).map(line => `  ${line}`)
  const count = names.length === 0 ? none(view) : `${counted(names.length, nouns[kind])}.`
  const more = complete ? '' : ' There are others: give more of the name, or a higher --limit.'
  return [`${paint.bold(title)}`, ...lines, '', `${count}${more}`, ''].join('\n')
}

const nouns: { readonly [kind in NameKind]: string } = {
  user: 'user',
  group: 'group',
  app: 'application',
  site: 'site',
  role: 'role',
}

const written = (kind: NameKind, name: string): string =>
  kind === 'role' ? `grants ${lineLiteral(name)}` : `${kind} ${lineLiteral(name)}`

/** What it is called, unless that is what is written, and what tells it apart. */
const aboutOf = ({ name, label, detail, about, id, shared }: SuggestedName): string[] => {
  const texts = [label, about, detail].filter(text => text !== '' && text !== name && text !== id)
  const pin = shared && id !== '' ? [`id ${id}`] : []
  return [[...new Set(texts), ...pin].join(', ')]
}

const none = ({ kind, beginning, of }: NamesView): string => {
  if (beginning !== '' && of !== undefined) return `${of} has no role with "${beginning}" in its name.`
  if (of !== undefined) return `No application is called ${of}, or people can have none of its roles.`
  return beginning === ''
    ? `There is no ${nouns[kind]}.`
    : `No ${nouns[kind]} has a name with a word that begins with "${beginning}".`
}

/** `entitle-names/1`. */
export const namesJson = ({ kind, beginning, of, names, complete }: NamesView): string =>
  json({
    format: 'entitle-names/1',
    kind,
    beginning,
    ...(of === undefined ? {} : { of }),
    complete,
    names: names.map(({ name, label, detail, about, id, shared }) => ({
      name,
      source: written(kind, name),
      label,
      ...(detail === '' ? {} : { detail }),
      ...(about === '' ? {} : { about }),
      ...(id === '' ? {} : { id }),
      shared,
    })),
  })
