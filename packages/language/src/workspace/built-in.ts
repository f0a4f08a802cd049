import { libraryScheme } from '../references/library.ts'

/** Where the built-in standards stand. */
export const standardsUri = `${libraryScheme}:/standards.entitle`

/** The standards that every workspace knows. What each demands is told by the rules; here they only have their names. */
export const standardsText = `/** Microsoft's guidance on external access with entitlement management, and good habits for every package. Holds where no standard is declared. */
standard recommended "Recommended"

/** As recommended, with every doubt an error. */
standard strict "Strict" extends recommended

/** Nobody from outside keeps access without an end or a review, and nobody from an unknown company gets any. */
standard zero-trust "Zero trust" extends recommended {
  rule any-external-user error
}

/** What the CIS benchmark asks of guests. */
standard cis "CIS" extends recommended
`
