import type { AstNode } from 'langium'
import type { DirectoryWord } from '../generated/ast.ts'
import { isDirectoryObject, isGrant, isModel, isPairSide } from '../generated/ast.ts'

/** What sort of directory object a name stands for, where that is known. */
export type KindOf = (name: string) => DirectoryWord | undefined

/** The objects that a file itself declares. */
export const declaredKinds = (root: AstNode): KindOf => {
  const kinds = new Map<string, DirectoryWord>()
  if (isModel(root))
    for (const node of root.declarations) if (isDirectoryObject(node)) kinds.set(node.name, node.objectKind)
  return name => kinds.get(name)
}

/** The word before a resource that is granted: `of` a group, `in` an app or a site; undefined where the sort isn't known. */
export const prepositionOf = (node: AstNode, kindOf: KindOf): 'of' | 'in' | undefined => {
  const resource = isGrant(node) || isPairSide(node) ? node.resource : undefined
  if (resource === undefined) return undefined
  const kind = resource.objectKind ?? kindOf(resource.target?.$refText ?? '')
  if (kind === 'group') return 'of'
  return kind === 'app' || kind === 'site' ? 'in' : undefined
}
