import type { Gone, ReadResult } from '@entitle/graph'

/** What an audit looks at: what was read of a tenant, and of what of it nothing is known. */
export type LiveTenant = Pick<ReadResult, 'tenant' | 'unread'>

/** What the directory doesn't have any more, as JSON can hold it: what was read beside the sources is audited where these are. */
export type SentGone = { readonly ids: readonly string[] } | Extract<Gone, { readonly finding: unknown }>

export const sentGone = (gone: Gone): SentGone => ('ids' in gone ? { ids: [...gone.ids] } : gone)
export const receivedGone = (gone: SentGone): Gone => ('ids' in gone ? { ids: new Set(gone.ids) } : gone)
