import type { Fix, SourceRange } from '@entitle/graph'
import type { CatalogElement, PackageElement, PolicyElement, Program } from '../../resolve/program.ts'

/** What a trait is looked for in: a catalog, a package in it, or a policy of the package. */
export interface Target {
  readonly catalog: Pick<CatalogElement, 'name' | 'displayName' | 'description' | 'visibleToExternal' | 'node'> & {
    readonly nameRange: SourceRange
    readonly statementRanges: CatalogElement['statementRanges']
  }
  readonly package?: PackageElement
  readonly policy?: PolicyElement
  readonly program: Program
}

/** A place in the sources, and what is so there, for a sentence: `Package "Alpine"`, `grants "Admin" in Salesforce`. */
export interface Place {
  readonly subject: string
  readonly is: string
  readonly range: SourceRange
}

/** Whether a trait holds: where it shows, else the place where it is missed and what would bring it about. */
export type Verdict =
  | { readonly holds: readonly [Place, ...Place[]] }
  | { readonly holds?: undefined; readonly lacking: Place; readonly fixes?: readonly Fix[]; readonly help?: string }

/** It holds at one place or is missed there. */
export const verdict = (
  holds: boolean,
  place: Omit<Place, 'is'>,
  [is, isNot]: readonly [is: string, isNot: string],
  fixes: readonly Fix[] = [],
): Verdict =>
  holds ? { holds: [{ ...place, is }] } : { lacking: { ...place, is: isNot }, ...(fixes.length === 0 ? {} : { fixes }) }
