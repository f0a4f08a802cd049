import type { SourceRange } from '@entitle/graph'
import type {
  CatalogElement,
  PolicyElement,
  Review,
  ReviewElement,
  ReviewTerms,
  TemplateElement,
} from '../resolve/program.ts'
import { sayer } from './define-rule.ts'

/** A review of a policy, or one of access that packages don't cover. */
export interface Reviewed {
  /** For the start of a sentence: `The review of policy "Partners"`. */
  readonly title: string
  readonly terms: ReviewTerms
  /** Undefined: it takes place once. */
  readonly frequency?: Review['frequency']
  readonly range: SourceRange
  /** Where the policy has it from. */
  readonly template?: TemplateElement
  readonly catalog?: CatalogElement
}

/** The review that an element has. */
export const reviewOf = (element: PolicyElement | ReviewElement): Reviewed | undefined => {
  if (element.element === 'review') {
    const { displayName, terms, recurs, nameRange } = element
    return {
      title: `Review "${displayName}"`,
      terms,
      range: nameRange,
      ...(recurs === undefined ? {} : { frequency: recurs.value }),
    }
  }
  const said = element.terms.review
  if (said === undefined) return undefined
  const who = sayer(element, said)
  return {
    title: `The review of ${who.slice(0, 1).toLowerCase()}${who.slice(1)}`,
    terms: said.value,
    frequency: said.value.frequency,
    range: said.range,
    catalog: element.package.catalog,
    ...(said.template === undefined ? {} : { template: said.template }),
  }
}
