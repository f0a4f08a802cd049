import type { AstNode, LangiumDocument, ParseResult } from 'langium'
import { isModel } from '../generated/ast.ts'
import { digest } from './digest.ts'
import type { Repaired } from './repairing-parser.ts'

/** A file that is read and looked at by passages when it has so many characters. */
export interface Cuttable {
  cutFrom?: number
}

/** The passages of a large file. */
export interface Cut {
  /** In the order in which they stand. */
  readonly passages: readonly AstNode[]
  /** By what each is told apart from all others of the file: the same as long as its lines are, wherever they stand. */
  readonly ids: ReadonlyMap<AstNode, string>
}

/**
 * The declarations of a large file that are read and looked at on their own: those with a block, and packages in the block of a catalog,
 * that have their lines for themselves. Undefined for a small file, and for one with mistakes that reach beyond a passage.
 */
export const cutOf = (document: LangiumDocument & Cuttable): Cut | undefined => {
  const { cutFrom, parseResult } = document
  if (cutFrom === undefined) return undefined
  if (!known.has(parseResult)) known.set(parseResult, cut(parseResult, cutFrom))
  return known.get(parseResult)
}

const known = new WeakMap<ParseResult, Cut | undefined>()

const cut = (parseResult: ParseResult, from: number): Cut | undefined => {
  const { value: root, lexerErrors, parserErrors } = parseResult
  const text = root.$cstNode?.root.fullText ?? ''
  if (text.length < from || !isModel(root) || lexerErrors.length > 0) return undefined
  const candidates = root.declarations.flatMap((node): readonly AstNode[] => {
    if (node.$type === 'Catalog') return node.statements.filter(({ $type }) => $type === 'Package')
    return node.$type === 'Tenant' ? [] : [node]
  })
  const passages = candidates.filter(node => isAlone(node, text))
  if (parserErrors.length > 0) {
    const { onlyAt } = parseResult as Repaired
    if (onlyAt === undefined || passageAround(passages, onlyAt, onlyAt) === undefined) return undefined
  }
  return passages.length === 0 ? undefined : { passages, ids: named(passages, text) }
}

/** Passages that say the same are numbered; what a passage was called it stays. */
const named = (passages: readonly AstNode[], text: string): ReadonlyMap<AstNode, string> => {
  const ids = new Map<AstNode, string>()
  const taken = new Set<string>()
  for (const node of passages) {
    const id = idOf(node)
    if (id === undefined) continue
    ids.set(node, id)
    taken.add(id)
  }
  for (const node of passages) {
    if (ids.has(node)) continue
    const said = digest(linesOf(node, text))
    let id = said
    for (let number = 2; taken.has(id); number += 1) id = `${said}.${number}`
    ids.set(node, id)
    taken.add(id)
    ;(node as Named)[passageId] = id
  }
  return ids
}

const passageId = Symbol('passage')
type Named = AstNode & { [passageId]?: string }

const idOf = (node: AstNode): string | undefined => (node as Named)[passageId]

/** The passage that a node stands in, by its id; undefined where its file is not cut, and for what stands around passages. */
export const passageOf = (node: AstNode): string | undefined => {
  for (let at: AstNode | undefined = node; at !== undefined; at = at.$container) {
    const id = idOf(at)
    if (id !== undefined) return id
  }
  return undefined
}

/** The lines that a node stands on. */
export const linesOf = ({ $cstNode: cst }: AstNode, text: string): string => {
  if (cst === undefined) return ''
  const end = text.indexOf('\n', cst.end)
  return text.slice(text.lastIndexOf('\n', cst.offset - 1) + 1, end < 0 ? undefined : end + 1)
}

/** The passage inside whose braces a stretch of the text lies. */
export const passageAround = (passages: readonly AstNode[], start: number, end: number): AstNode | undefined => {
  let [low, high] = [0, passages.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((passages[middle]?.$cstNode?.offset ?? 0) < start) low = middle + 1
    else high = middle
  }
  const passage = passages[low - 1]
  return passage?.$cstNode !== undefined && end < passage.$cstNode.end ? passage : undefined
}

/** Whether a declaration ends with its block, and shares no line with anything but a comment. */
const isAlone = ({ $cstNode: cst }: AstNode, text: string): boolean => {
  if (cst === undefined || text[cst.end - 1] !== '}') return false
  const before = text.slice(text.lastIndexOf('\n', cst.offset - 1) + 1, cst.offset)
  const lineEnd = text.indexOf('\n', cst.end)
  const behind = text.slice(cst.end, lineEnd < 0 ? undefined : lineEnd)
  return before.trim() === '' && /^\s*($|\/\/)/.test(behind)
}
