import type { LangiumDocument } from 'langium'
import type * as ast from '../generated/ast.ts'
import { declarationsIn } from '../syntax/nodes.ts'

/** The top-level declarations of one kind in a file. */
export const declarationsOf = <T extends ast.Declaration['$type']>(
  document: LangiumDocument,
  type: T,
): Extract<ast.Declaration, { readonly $type: T }>[] =>
  declarationsIn(document).filter(
    (declaration): declaration is Extract<ast.Declaration, { readonly $type: T }> => declaration.$type === type,
  )
