import type { Finding, Survey } from '@entitle/graph'

/** Why there is nothing to audit: the catalogs can't be listed. Whatever else can't be read is not determined. */
export const unreadable = ({ unread }: Pick<Survey, 'unread'>): readonly Finding[] =>
  unread.flatMap(({ kind, parent, finding }) => (kind === 'catalog' && parent === undefined ? [finding] : []))
