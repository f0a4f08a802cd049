import { unusable } from './refusal.ts'

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

/** @throws {Refusal} where assignments would be ended of what nothing deletes. */
export const requirePrune = ({ prune, endAssignments, reassignTo }: Pruning): void => {
  if (endAssignments && !prune)
    throw unusable('--end-assignments ends the access to what --prune deletes: give --prune with it.')
  if (reassignTo !== undefined && !prune)
    throw unusable('--reassign-to moves the people who hold what --prune deletes: give --prune with it.')
}
