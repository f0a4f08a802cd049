import type { AstNode, LangiumDocument, ParseResult, Reference } from 'langium'
import { type Part, referencesIn } from './nodes.ts'
import { passageAround } from './passages.ts'
import { mistakesOf, type Repaired } from './repairing-parser.ts'

/** One passage of a file, as if it were all of it. */
export const passageView = (document: LangiumDocument, node: AstNode): LangiumDocument =>
  view(document, { value: node, ...mistakesIn(document, node) })

/** What a file says around its passages. */
export const restView = (document: LangiumDocument, leftOut: ReadonlyMap<AstNode, unknown>): LangiumDocument => {
  const { value } = document.parseResult
  return Object.assign(view(document, { value, mistakes: [], parserErrors: [] }), { leftOut } satisfies Partial<Part>)
}

type Parsed = Pick<Repaired, 'value' | 'mistakes' | 'parserErrors'>

const view = (document: LangiumDocument, parsed: Parsed): LangiumDocument => {
  const parseResult: ParseResult = { ...parsed, lexerErrors: [] }
  let references: readonly Reference[] | undefined
  const part: LangiumDocument = Object.create(document, {
    parseResult: { value: parseResult },
    references: {
      get: () => {
        references ??= referencesIn(part)
        return references
      },
    },
  })
  return part
}

/** A file that is cut has one mistake at most, and that stands in a passage. */
const mistakesIn = (document: LangiumDocument, node: AstNode): Pick<Parsed, 'mistakes' | 'parserErrors'> => {
  const { onlyAt, parserErrors } = document.parseResult as Repaired
  return onlyAt !== undefined && passageAround([node], onlyAt, onlyAt) !== undefined
    ? { mistakes: mistakesOf(document), parserErrors }
    : { mistakes: [], parserErrors: [] }
}
