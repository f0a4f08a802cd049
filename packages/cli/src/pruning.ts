/** What a plan may delete. */
export interface Pruning {
  /** What is in declared parents and not declared. */
  readonly prune: boolean
  /** Also what people hold, whose access is ended first. */
  readonly endAssignments: boolean
}

/** The options that say so, for command lines to copy: ` --prune`, or nothing. */
export const pruningWords = ({ prune, endAssignments }: Pruning): string =>
  `${prune ? ' --prune' : ''}${endAssignments ? ' --end-assignments' : ''}`
