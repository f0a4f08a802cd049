import type { AstNode, LangiumParser, Lexer } from 'langium'
import { layout } from './layout.ts'
import { isComment, type Leaf, leavesOf } from './leaf.ts'
import { outline } from './outline.ts'
import { applyEdits, changedTexts, type Edit, edits } from './pieces.ts'
import { declaredKinds, type KindOf } from './preposition.ts'

export interface FormatOptions {
  /** Spaces for each level; 2 unless told. */
  readonly indentWidth?: number
  /** What sort of object a name stands for that the file itself doesn't declare. */
  readonly kindOf?: KindOf
}

/** What formatting found: the new text with the edits that lead there, or why the text stays. */
export type Formatted =
  | { readonly text: string; readonly edits: readonly Edit[] }
  | { readonly unchanged: 'it is formatted' | 'it does not parse' }

/** The services that reading a text takes. */
export interface Reader {
  readonly parser: { readonly Lexer: Lexer; readonly LangiumParser: LangiumParser }
}

/** Lays a source out anew. One that doesn't parse is laid out as far as its declarations do. Formatting twice is formatting once. */
export const formatText = (text: string, reader: Reader, options: FormatOptions = {}): Formatted => {
  const result = reader.parser.LangiumParser.parse(text)
  const sound = result.lexerErrors.length === 0 && result.parserErrors.length === 0
  const changes = sound
    ? formatTree(text, result.value, reader, options)
    : formatSoundParts(text, result.value, reader, options)
  if (changes === undefined) return { unchanged: 'it does not parse' }
  if (changes.length === 0) return { unchanged: sound ? 'it is formatted' : 'it does not parse' }
  return { text: applyEdits(text, changes), edits: changes }
}

/** The edits for a text whose tree is known and has no errors; undefined where they would change more than the layout. */
export const formatTree = (
  text: string,
  root: AstNode,
  reader: Reader,
  options: FormatOptions = {},
): readonly Edit[] | undefined => {
  const { indentWidth = 2, kindOf } = options
  const leaves = leavesOf(text, reader.parser.Lexer)
  if (leaves === undefined) return undefined
  const declared = declaredKinds(root)
  const statements = outline(root, leaves)
  const gaps = layout(statements, leaves, indentWidth)
  const texts = changedTexts(statements, leaves, gaps, indentWidth, name => declared(name) ?? kindOf?.(name))
  const changes = edits(text, leaves, gaps, texts, text.includes('\r\n') ? '\r\n' : '\n')
  const after = leavesOf(applyEdits(text, changes), reader.parser.Lexer)
  return after !== undefined && sameLeaves(leaves, after) ? changes : undefined
}

/** Declarations that parse by themselves are laid out where they stand; everything else stays. */
export const formatSoundParts = (
  text: string,
  root: AstNode,
  reader: Reader,
  options: FormatOptions = {},
): readonly Edit[] | undefined => {
  const declarations =
    'declarations' in root && Array.isArray(root.declarations) ? (root.declarations as AstNode[]) : []
  const found = declarations.flatMap(({ $cstNode: cst }) => {
    if (cst === undefined || !startsLine(text, cst.offset)) return []
    const part = text.slice(cst.offset, cst.end)
    const { value, lexerErrors, parserErrors } = reader.parser.LangiumParser.parse(part)
    if (lexerErrors.length > 0 || parserErrors.length > 0) return []
    const inside = formatTree(part, value, reader, options) ?? []
    return inside
      .filter(edit => edit.offset < part.length) // the line break at the end belongs to a file, not to a part
      .map(edit => ({ ...edit, offset: edit.offset + cst.offset, end: edit.end + cst.offset }))
  })
  return found.length === 0 ? undefined : found
}

const startsLine = (text: string, offset: number): boolean => offset === 0 || text[offset - 1] === '\n'

/** The same tokens and comments in the same order, but for the layout inside texts and comments and the prepositions of grants. */
const sameLeaves = (before: readonly Leaf[], after: readonly Leaf[]): boolean =>
  before.length === after.length && before.every((leaf, index) => essence(leaf) === essence(after[index]))

const essence = (leaf: Leaf | undefined): string => {
  if (leaf === undefined) return ''
  if (isComment(leaf) || leaf.text.startsWith('"""')) return leaf.text.replace(/\s+/g, ' ').replace(/ $/, '')
  return leaf.text === 'of' ? 'in' : leaf.text
}
