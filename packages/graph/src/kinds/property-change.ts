import type { Value } from '../model/tenant.ts'

/** One property that changes; `path` as in `requestApprovalSettings/stages`. Values are the compared, normalised ones. */
export interface PropertyChange {
  readonly path: string
  readonly before?: Value
  readonly after?: Value
}
