import type { AstNode } from 'langium'
import type { Family } from './symbol.ts'
import type { SymbolTable } from './symbol-table.ts'

/** What a name that nothing of the wanted sort has may mean. */
export interface OtherMeaning {
  /** The full name of the only package that ends in it. */
  readonly guess?: string
  /** Full names that were meant perhaps. */
  readonly names: readonly string[]
  /** `, which is a catalog`: what else has the name. */
  readonly is: string
}

const wanted: { readonly [type: string]: readonly Family[] } = {
  Tenant: ['tenant'],
  Organization: ['organization'],
  DirectoryObject: ['directory'],
  Catalog: ['catalog'],
  Package: ['package'],
  Excludable: ['package', 'directory'],
  PolicyTemplate: ['template'],
  Standard: ['standard'],
}

const families: { readonly [family in Family]?: string } = {
  tenant: 'a tenant',
  organization: 'an organization',
  directory: 'a user, group, app or site',
  catalog: 'a catalog',
  package: 'a package',
  template: 'a policy template',
  review: 'a review',
  standard: 'a standard',
}

/** Looks a name up among everything else that there is. */
export const otherMeaning = (symbols: SymbolTable, type: string, name: string): OtherMeaning => {
  const own = wanted[type] ?? []
  const packages = own.includes('package') ? [...symbols.entries('package')].map(([key]) => key) : []
  const ending = name.includes('.') ? [] : packages.filter(key => key.endsWith(`.${name}`))
  const others = own.length === 0 ? [] : (Object.keys(families) as Family[]).filter(family => !own.includes(family))
  const found = others.find(family => symbols.find(family, name) !== undefined)
  return {
    ...(ending.length === 1 && ending[0] !== undefined ? { guess: ending[0] } : {}),
    names: name.includes('.') ? packages.filter(key => key.includes('.')) : [],
    is: found === undefined ? '' : `, which is ${families[found]}`,
  }
}

/** Words of the language that stand where the name of an approver or a reviewer may. */
export const wordsMeant = ({ $containerProperty }: AstNode): readonly string[] =>
  $containerProperty === 'approvers' || $containerProperty === 'reviewers' || $containerProperty === 'fallback'
    ? ['manager', 'self']
    : []
