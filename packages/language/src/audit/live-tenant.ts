import type { ReadResult } from '@entitle/graph'

/** What an audit looks at: what was read of a tenant, and of what of it nothing is known. */
export type LiveTenant = Pick<ReadResult, 'tenant' | 'unread'>
