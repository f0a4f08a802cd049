import type { LangiumDocument } from 'langium'
import type * as ast from '../generated/ast.ts'
import { isModel } from '../generated/ast.ts'

/** A parsed file. */
export type SourceDocument = LangiumDocument

/** Files in the order of their names, so that the same sources give the same program in whatever order they were opened. */
export const inOrder = (documents: readonly SourceDocument[]): SourceDocument[] =>
  documents.toSorted((a, b) => {
    const [left, right] = [a.uri.toString(), b.uri.toString()]
    return left < right ? -1 : left > right ? 1 : 0
  })

/** The top-level declarations of one kind. */
export const declarationsOf = <T extends ast.Declaration['$type']>(
  documents: readonly SourceDocument[],
  type: T,
): Extract<ast.Declaration, { readonly $type: T }>[] =>
  documents.flatMap(document => {
    const model = document.parseResult.value
    const declarations: readonly ast.Declaration[] = isModel(model) ? model.declarations : []
    return declarations.filter(
      (declaration): declaration is Extract<ast.Declaration, { readonly $type: T }> => declaration.$type === type,
    )
  })
