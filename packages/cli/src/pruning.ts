/** What a plan may delete, and what becomes of those who hold it. */
export interface Pruning {
  /** What is in declared parents and not declared. */
  readonly prune: boolean
  /** Also what people hold, whose access is ended first. */
  readonly endAssignments: boolean
  /** The policy that people are moved to who hold what is deleted, as it was typed. */
  readonly reassignTo?: string
}

/** The options that say so, for command lines to copy: ` --prune`, or nothing. */
export const pruningWords = ({ prune, endAssignments, reassignTo }: Pruning): string =>
  [
    ...(prune ? [' --prune'] : []),
    ...(endAssignments ? [' --end-assignments'] : []),
    ...(reassignTo === undefined
      ? []
      : [` --reassign-to ${/^[\w.-]+$/.test(reassignTo) ? reassignTo : JSON.stringify(reassignTo)}`]),
  ].join('')

/** The same options of something that has more, with none that isn't there. */
export const pruningIn = ({ prune, endAssignments, reassignTo }: Pruning): Pruning => ({
  prune,
  endAssignments,
  ...(reassignTo === undefined ? {} : { reassignTo }),
})
