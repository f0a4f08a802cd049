import type { PackageElement } from '../resolve/program.ts'

/** Whether who has the other package can't request this one. */
export const excludes = ({ incompatible }: PackageElement, other: PackageElement): boolean =>
  incompatible.some(exclusion => exclusion.kind === 'package' && exclusion.package === other)

/** Of two that say the same, only one is spoken of: the later one. */
export const standsBefore = ({ range: a }: PackageElement, { range: b }: PackageElement): boolean =>
  a.uri === b.uri
    ? a.start.line < b.start.line || (a.start.line === b.start.line && a.start.character < b.start.character)
    : a.uri < b.uri

/** A package as another one calls it; undefined where it has no name. */
export const calledIn = ({ name, catalog }: PackageElement, other: PackageElement): string | undefined => {
  if (name === '' || catalog.name === '') return undefined
  return other.catalog === catalog ? name : `${catalog.name}.${name}`
}
