/** What a plan may delete. */
export interface Pruning {
  /** What is in declared parents and not declared. */
  readonly prune: boolean
  /** Also what people hold, whose access is ended first. */
  readonly endAssignments: boolean
}
