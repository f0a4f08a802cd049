import type { Place, SourceRange } from '@entitle/graph'
import { trail } from '@entitle/language'
import { printableText } from '../printable.ts'
import { fileAddress } from './file-names.ts'

/** The name that the repository's folder has in a report. */
export const rootId = '%SRCROOT%'

export const artifactLocation = (uri: string, root: string): object => {
  const address = fileAddress(root, uri)
  return address.inside ? { uri: address.uri, uriBaseId: rootId } : { uri: address.uri }
}

/** Lines and columns counted from 1; the end is just behind, as in our ranges. */
export const region = ({ start, end }: Pick<SourceRange, 'start' | 'end'>): object => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
})

/** A place in a file, or the object of a tenant by the way to it. */
export const location = (place: Place, root: string): object =>
  place.kind === 'tenant'
    ? {
        logicalLocations: [
          {
            fullyQualifiedName: place.address === '' ? 'tenant' : place.address,
            name: printableText(place.address === '' ? 'tenant' : trail(place.address)),
            kind: 'resource',
          },
        ],
      }
    : {
        physicalLocation: { artifactLocation: artifactLocation(place.range.uri, root), region: region(place.range) },
      }
