import type { Address, SourceRange } from '@entitle/graph'

/** One line of a plan as people see it: what contains a change, a change, one of its properties, or a finding. */
export interface PlanNode {
  /** Unique within the plan; a change's is its step's. */
  readonly id: string
  readonly sort: 'group' | 'create' | 'update' | 'delete' | 'unmanaged' | 'property' | 'finding'
  readonly label: string
  /** What follows the label, less prominent. */
  readonly detail?: string
  /** Why, what it may do to people's access, how to undo it: sentences. */
  readonly explanation: readonly string[]
  /** The object that it tells of. */
  readonly address?: Address
  /** Where it was declared. */
  readonly range?: SourceRange
  readonly children: readonly PlanNode[]
}
