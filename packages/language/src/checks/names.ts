import { directoryWord } from '../resolve/directory.ts'
import type { DirectoryElement, PackageElement, PolicyElement } from '../resolve/program.ts'
import type { FileProgram } from '../resolve/resolve.ts'

/** `group alpine`, `group "Contractors"`: an object as the sources call it. */
export const calledAs = ({ kind, name, displayName }: DirectoryElement): string =>
  `${directoryWord(kind)} ${name ?? `"${displayName}"`}`

/** As one writes it in a list: `alpine`, `group "Contractors"`. */
export const writtenAs = (object: DirectoryElement): string => object.name ?? calledAs(object)

/** The packages that a file declares. */
export const packagesOf = ({ packages }: FileProgram): readonly PackageElement[] => packages

/** The policies that a file declares. */
export const policiesOf = ({ policies }: FileProgram): readonly PolicyElement[] => policies
