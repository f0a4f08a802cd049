import { directoryWord } from '../resolve/directory.ts'
import type { DirectoryElement, PackageElement, PolicyElement, Program } from '../resolve/program.ts'

/** `group alpine`, `group "Contractors"`: an object as the sources call it. */
export const calledAs = ({ kind, name, displayName }: DirectoryElement): string =>
  `${directoryWord(kind)} ${name ?? `"${displayName}"`}`

/** As one writes it in a list: `alpine`, `group "Contractors"`. */
export const writtenAs = (object: DirectoryElement): string => object.name ?? calledAs(object)

export const packagesOf = ({ catalogs }: Program): PackageElement[] => catalogs.flatMap(({ packages }) => packages)

export const policiesOf = (program: Program): PolicyElement[] => packagesOf(program).flatMap(({ policies }) => policies)
