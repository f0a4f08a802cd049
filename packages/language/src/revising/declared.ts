import type { SourceRange } from '@entitle/graph'
import type { AstNode } from 'langium'
import type { Program } from '../resolve/program.ts'
import { type Written, written } from '../resolve/written.ts'

/** A declaration that an object of a tenant has, by what the sources call it. */
export interface Declared {
  /** `catalog partners/package supplier/policy staff`. */
  readonly key: string
  /** The key of the declaration around it. */
  readonly within?: string
  readonly name: string
  readonly range: SourceRange
  readonly written: Written
}

interface Named {
  readonly name: string
  readonly range: SourceRange
  readonly node: AstNode
}

/** The declarations of a program by their key; parents stand before their children. */
export const declared = ({ tenants, organizations, catalogs, reviews }: Program): ReadonlyMap<string, Declared> => {
  const found = new Map<string, Declared>()
  const put = (word: string, each: Named, within?: string): string => {
    const key = `${within === undefined ? '' : `${within}/`}${word} ${each.name}`
    if (!found.has(key))
      found.set(key, {
        key,
        ...(within === undefined ? {} : { within }),
        name: each.name,
        range: each.range,
        written: written(each.node),
      })
    return key
  }
  for (const tenant of tenants) put('tenant', tenant)
  for (const organization of organizations) put('organization', organization)
  for (const catalog of catalogs) {
    const within = put('catalog', catalog)
    for (const workflow of catalog.workflows) put('workflow', workflow, within)
    for (const each of catalog.packages) {
      const home = put('package', each, within)
      for (const policy of each.policies) put('policy', policy, home)
    }
  }
  for (const review of reviews) put('review', review)
  return found
}
