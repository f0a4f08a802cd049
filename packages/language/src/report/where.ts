import type { SourceRange } from '@entitle/graph'
import type { Element, Program } from '../resolve/program.ts'

/** An element by its display names, from the outside in. */
interface Labelled {
  readonly range: SourceRange
  readonly label: string
  readonly isPolicy: boolean
}

/** Tells what stands around places in the sources. */
export interface Whereabouts {
  /** The innermost element around a place: `Partners › Alpine supplier › Suppliers`; the file's last name where there is none. */
  around(range: SourceRange): string
  /** The policy around a place. */
  policyAround(range: SourceRange): string | undefined
}

export const whereabouts = (program: Program): Whereabouts => {
  const byFile = Map.groupBy(labelled(program), ({ range }) => range.uri)
  const innermost = (range: SourceRange): Labelled | undefined =>
    (byFile.get(range.uri) ?? [])
      .filter(element => isInside(range, element.range))
      .toSorted((a, b) => height(a.range) - height(b.range))[0]
  return {
    around: range => innermost(range)?.label ?? decodeURIComponent(range.uri.split('/').at(-1) ?? range.uri),
    policyAround: range => {
      const found = innermost(range)
      return found?.isPolicy === true ? found.label : undefined
    },
  }
}

/** How an element is called in reports. */
export const labelOf = (...names: readonly string[]): string => names.join(' › ')

const labelled = (program: Program): Labelled[] => {
  const plain = (elements: readonly Element[], label: (element: Element) => string): Labelled[] =>
    elements.map(element => ({ range: element.range, label: label(element), isPolicy: false }))
  return [
    ...plain(program.tenants, ({ name }) => `Tenant ${name}`),
    ...program.organizations.map(({ range, displayName }) => ({ range, label: displayName, isPolicy: false })),
    ...plain(program.templates, ({ name }) => `Template ${name}`),
    ...plain(program.standards, ({ name }) => `Standard ${name}`),
    ...program.reviews.map(({ range, displayName }) => ({ range, label: displayName, isPolicy: false })),
    ...program.catalogs.flatMap(catalog => [
      { range: catalog.range, label: catalog.displayName, isPolicy: false },
      ...catalog.packages.flatMap(element => [
        { range: element.range, label: labelOf(catalog.displayName, element.displayName), isPolicy: false },
        ...element.policies.map(policy => ({
          range: policy.range,
          label: labelOf(catalog.displayName, element.displayName, policy.displayName),
          isPolicy: true,
        })),
      ]),
    ]),
  ]
}

const isInside = (range: SourceRange, whole: SourceRange): boolean =>
  (range.start.line > whole.start.line ||
    (range.start.line === whole.start.line && range.start.character >= whole.start.character)) &&
  (range.end.line < whole.end.line || (range.end.line === whole.end.line && range.end.character <= whole.end.character))

/** Lines, then characters of what stands on one line. */
const height = ({ start, end }: SourceRange): number =>
  (end.line - start.line) * 10_000 + (end.line === start.line ? end.character - start.character : 0)
