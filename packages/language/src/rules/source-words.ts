import type { CatalogElement, DirectoryElement, ObjectReference, Review } from '../resolve/program.ts'

const words = { user: 'user', group: 'group', servicePrincipal: 'app', site: 'site' } as const

const escapes: { readonly [character: string]: string } = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\u{D}',
}

/** A text as a source writes it, in quotes. */
export const textInSource = (text: string): string => `"${text.replace(/[\\"\n\t\r]/g, found => escapes[found] ?? '')}"`

/** An object as a source names it: by its declared name, else written in place. */
const objectInSource = (object: DirectoryElement): string =>
  object.name ?? `${words[object.kind]} ${textInSource(object.displayName)}`

export const listInSource = (objects: readonly ObjectReference[]): string =>
  objects.map(({ object }) => objectInSource(object)).join(', ')

/** Who decides in a catalog where nobody else is named: its package managers, else its owners. */
export const decidersOf = (catalog: CatalogElement): readonly ObjectReference[] =>
  catalog.packageManagers.length > 0 ? catalog.packageManagers : catalog.owners

/** How long a review stays open that is over before the next one starts. */
export const openFor = (frequency: Review['frequency']): string => (frequency === 'weekly' ? '3 days' : '14 days')

/** The lines of a review that removes access when nobody answers. */
export const reviewLines = (frequency: Review['frequency'], reviewers: string): string[] => [
  `review ${frequency} {`,
  `  open for ${openFor(frequency)}`,
  `  reviewers ${reviewers}`,
  '  if no response remove access',
  '}',
]
