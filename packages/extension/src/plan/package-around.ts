import type { SourceRange, TenantObject } from '@entitle/graph'

/** A place in a source, zero-based. */
export interface Place {
  readonly uri: string
  readonly line: number
}

/** The declared package whose declaration goes over a line, or one that is inside of it. */
export const packageAround = (objects: readonly TenantObject[], place: Place): TenantObject | undefined =>
  objects.find(({ kind, origin }) => kind === 'access-package' && origin !== undefined && holds(origin.range, place))

const holds = ({ uri, start, end }: SourceRange, at: Place): boolean =>
  uri === at.uri && start.line <= at.line && at.line <= end.line
