import type { URI } from 'langium'

/** Scheme of the documents that come with Entitle; they belong to no program. */
export const libraryScheme = 'entitle-lib'

/** Schemes under which editors show files as they were or might become. */
const viewSchemes = new Set([
  'git',
  'gitlens',
  'gitfs',
  'scm',
  'pr',
  'review',
  'vscode-local-history',
  'conflictResolution',
  'entitle-change',
])

/**
 * Whether a document belongs to the workspace's program. What an editor shows of another time (`git:/work/a.entitle?{…}`) doesn't: it
 * sees the workspace's names, but declares nothing, or each of its declarations would be there twice.
 */
export const isSource = ({ scheme, query }: URI): boolean =>
  scheme !== libraryScheme && query === '' && !viewSchemes.has(scheme)
