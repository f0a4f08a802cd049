import type { Finding } from '@entitle/graph'
import type { LiveTenant } from './live-tenant.ts'

/** Why something couldn't be read, and what to do: without what a plan makes of it. */
export const whyUnread = ({ message, help }: Finding): string => {
  const why = message.replace(' Nothing that depends on it is planned.', '')
  return help === undefined ? why : `${why} ${help}`
}

/** Why there is nothing to audit: the catalogs can't be listed. Whatever else can't be read is not determined. */
export const unreadable = ({ unread }: Pick<LiveTenant, 'unread'>): readonly Finding[] =>
  unread.flatMap(({ kind, parent, finding }) => (kind === 'catalog' && parent === undefined ? [finding] : []))
