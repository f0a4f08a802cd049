import type { AstNodeDescription } from 'langium'
import type * as ast from '../generated/ast.ts'
import { perNode } from '../syntax/per-node.ts'

/** Names are unique within a family: a user and a group share one, a catalog and an organization don't. */
export type Family =
  | 'tenant'
  | 'organization'
  | 'directory'
  | 'catalog'
  | 'package'
  | 'policy'
  | 'workflow'
  | 'template'
  | 'review'
  | 'standard'

/** A declaration as other files see it. */
export interface EntitleSymbol extends AstNodeDescription {
  readonly family: Family
  /** What it can be called by from anywhere; `partners.alpine`, and `alpine` too where the package stands outside its catalog's block. */
  readonly keys: readonly string[]
  /** The unit that it is declared in; where none is said, its file. */
  readonly unit?: string
  /** Another one whenever what the declaration says, or where it stands, is different. */
  readonly stamp?: string
}

/** Tells declarations of a workspace apart, in every process the same: `file:///a.entitle#group alpine`. */
export const idOf: (symbol: EntitleSymbol) => string = perNode(
  ({ documentUri, family, keys }) => `${documentUri.toString()}#${family} ${keys[0] ?? ''}`,
)

/** By what a use relies on a name. */
export const nameKey = (family: Family, name: string): string => `${family} ${name}`

/** By what a use relies on which names there are. */
export const namesKey = (family: Family): string => `names of ${family}`

/** `catalog.package`, from the trees alone: the catalog's name as written, whether or not it exists. */
export const qualifiedPackageName = (node: ast.Package): string => {
  const catalog = catalogNameOf(node)
  return catalog === undefined ? node.name : `${catalog}.${node.name}`
}

/** The name of the catalog that a package stands in or says it belongs to. */
export const catalogNameOf = (node: ast.Package): string | undefined =>
  node.$container.$type === 'Catalog' ? node.$container.name : node.catalog?.$refText
