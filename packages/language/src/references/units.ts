import type { AstNode, LangiumDocument } from 'langium'
import type * as ast from '../generated/ast.ts'
import { declarationsIn } from '../syntax/nodes.ts'
import { type Cut, cutOf, linesOf, passageOf } from '../syntax/passages.ts'
import { lineOf } from '../syntax/per-node.ts'
import { uriOf } from '../syntax/range.ts'
import { passageView, restView } from '../syntax/views.ts'

/** What is looked at by itself: a file; or a passage of a large one, or what stands around these. */
export interface Unit {
  /** Tells it apart from all others of the workspace. */
  readonly key: string
  /** Another one whenever the unit is, or what it stands in. */
  readonly state: object
  /** The file, or the part of it, as if that were all. */
  readonly document: LangiumDocument
}

/** The unit that a node belongs to, by its key. */
export const unitOf = (node: AstNode): string => keyOf(uriOf(node), passageOf(node))

/** By what somebody relies on which passages a file has. */
export const passagesKey = (uri: string): string => `passages of ${uri}`

/** By what somebody relies on where a file ends. */
export const endKey = (uri: string): string => `end of ${uri}`

/** The file of a unit, by its URI. */
export const fileOf = (key: string): string => {
  const at = key.indexOf('#')
  return at < 0 ? key : key.slice(0, at)
}

const keyOf = (uri: string, passage: string | undefined): string => (passage === undefined ? uri : `${uri}#${passage}`)

/** The units of a file; what stands around passages comes first. */
export const unitsOf = (document: LangiumDocument): readonly Unit[] => {
  const cut = cutOf(document)
  const { parseResult } = document
  const uri = document.uri.toString()
  if (cut === undefined) return [{ key: uri, state: parseResult.value, document }]
  const known = units.get(parseResult)
  if (known !== undefined) return known
  const rest = restView(document, cut.ids)
  const around = wordsAround(rest, cut)
  const made = [
    { key: uri, state: parseResult.value, document: rest },
    ...cut.passages.map(node => passageUnit(keyOf(uri, cut.ids.get(node)), document, node, around)),
  ]
  units.set(parseResult, made)
  return made
}

const units = new WeakMap<LangiumDocument['parseResult'], readonly Unit[]>()

interface Standing extends AstNode {
  [unit]?: { readonly around: string; readonly unit: Unit }
}

const unit = Symbol('unit')

/** The same unit as long as neither the passage nor what stands around it is different. */
const passageUnit = (key: string, document: LangiumDocument, node: Standing, around: string): Unit => {
  const known = node[unit]
  if (known?.around === around) return known.unit
  const made: Unit = { key, state: {}, document: passageView(document, node) }
  node[unit] = { around, unit: made }
  return made
}

/** All that a file says around its passages, and in which lines. */
const wordsAround = (rest: LangiumDocument, { ids }: Cut): string => {
  const text = rest.textDocument.getText()
  return declarationsIn(rest)
    .map(node => wordsOf(node, text, ids))
    .join('\n')
}

/** What a declaration says besides its passages, and in which lines. */
export const wordsOf = (node: ast.Declaration, text: string, passages: ReadonlyMap<AstNode, unknown>): string => {
  const said = (each: AstNode) => `${lineOf(each)} ${linesOf(each, text)}`
  if (node.$type !== 'Catalog') return said(node)
  const { $cstNode: cst, statements } = node
  const [first] = statements
  const head = cst === undefined ? '' : text.slice(cst.offset, first?.$cstNode?.offset ?? cst.end)
  return [`${lineOf(node)} ${head}`, ...statements.flatMap(each => (passages.has(each) ? [] : [said(each)]))].join('\n')
}
