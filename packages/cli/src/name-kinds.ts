import type { NameQuery } from '@entitle/graph'

/** What names are looked up, in the language's words, and what Graph calls it. */
const kinds = {
  user: 'user',
  group: 'group',
  app: 'servicePrincipal',
  site: 'site',
  role: 'role',
} as const satisfies { readonly [word: string]: NameQuery['kind'] }

export type NameKind = keyof typeof kinds

export const nameKinds = Object.keys(kinds) as readonly NameKind[]

export const isNameKind = (word: string): word is NameKind => Object.hasOwn(kinds, word)

export const graphKind = (kind: Exclude<NameKind, 'role'>): Exclude<NameQuery['kind'], 'role'> => kinds[kind]
