import type { LangiumDocument } from 'langium'
import type * as ast from '../generated/ast.ts'
import { isModel } from '../generated/ast.ts'

/** The top-level declarations of one kind in a file. */
export const declarationsOf = <T extends ast.Declaration['$type']>(
  document: LangiumDocument,
  type: T,
): Extract<ast.Declaration, { readonly $type: T }>[] => {
  const model = document.parseResult.value
  const declarations: readonly ast.Declaration[] = isModel(model) ? model.declarations : []
  return declarations.filter(
    (declaration): declaration is Extract<ast.Declaration, { readonly $type: T }> => declaration.$type === type,
  )
}
