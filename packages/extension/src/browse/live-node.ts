import type { Address, KindName, SourceRange } from '@entitle/graph'
import type { Standing } from './survey.ts'

/** One object of a live tenant, as a line of the Tenant view. */
export interface LiveNode {
  readonly id: string
  readonly kind: KindName | 'assignments'
  readonly label: string
  /** What follows the label, less prominent. */
  readonly detail?: string
  readonly address: Address
  readonly standing?: Standing
  /** Where it is declared. */
  readonly range?: SourceRange
  /** The path of its page in the Entra admin center. */
  readonly page?: string
  readonly isExternal: boolean
  readonly children: readonly LiveNode[]
}
