import type { CatalogElement, DirectoryElement, ObjectReference, Subject } from '../resolve/program.ts'

const words = { user: 'user', group: 'group', servicePrincipal: 'app', site: 'site' } as const

const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** An object as a source names it: by its declared name, else written in place. */
export const objectInSource = (object: DirectoryElement): string =>
  object.name ?? `${words[object.kind]} ${quoted(object.displayName)}`

export const listInSource = (objects: readonly ObjectReference[]): string =>
  objects.map(({ object }) => objectInSource(object)).join(', ')

export const subjectInSource = (subject: Subject): string => {
  if (subject.subject === 'object') return objectInSource(subject.object)
  if (subject.subject === 'manager') return subject.level === 1 ? 'manager' : `manager level ${subject.level}`
  return subject.subject
}

/** Who decides in a catalog where nobody else is named: its package managers, else its owners. */
export const decidersOf = (catalog: CatalogElement): readonly ObjectReference[] =>
  catalog.packageManagers.length > 0 ? catalog.packageManagers : catalog.owners

/** The lines of a review that removes access when nobody answers. */
export const reviewLines = (frequency: string, reviewers: string): string[] => [
  `review ${frequency} {`,
  '  open for 14 days',
  `  reviewers ${reviewers}`,
  '  if no response remove access',
  '}',
]
