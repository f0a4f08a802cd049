import type { Position, SourceRange } from '@entitle/graph'
import { type AstNode, AstUtils, GrammarUtils, isAstNode, isReference } from 'langium'
import { propertyRange, rangeOf, uriOf } from '../syntax/range.ts'
import { blockOf } from './block.ts'
import { removalOf } from './element.ts'
import type { Block } from './program.ts'

/** A declaration or statement as it stands in its file. */
export interface Written {
  /** `Expiration`, `Ask`, `Policy`. */
  readonly type: string
  readonly text: string
  readonly range: SourceRange
  /** What to take out to remove it: its whole line, where it stands alone there. */
  readonly removal: SourceRange
  /** All but the block. */
  readonly head: { readonly text: string; readonly range: SourceRange }
  readonly block: Block
  /** Just behind it, or behind the comment that ends its line. */
  readonly behind: Position
  /** Just behind its opening brace, or behind the comment that ends that line; where there is a block. */
  readonly within?: Position
  /** Of a statement that lists objects: each of them. */
  readonly items?: readonly WrittenItem[]
  readonly statements: readonly Written[]
  /** A property's words: a text, a number, or the name that a reference says. */
  property(name: string): string | undefined
  /** Where a property stands. */
  placeOf(name: string): SourceRange
  /** An object that a property names. */
  item(name: string): WrittenItem | undefined
}

/** An object that a statement names: by its declared name, or in place by its kind and display name. */
export interface WrittenItem {
  readonly text: string
  readonly range: SourceRange
  readonly name?: string
  readonly kind?: string
  readonly value?: string
}

type Words = { readonly [key: string]: unknown }

const lists = ['objects', 'exclusions'] as const

/** Reads a declaration as it stands in its file, with what stands in it. */
export const written = (node: AstNode): Written => {
  const words = node as unknown as Words
  const nodes = Array.isArray(words.statements) ? (words.statements as readonly AstNode[]) : []
  const list = lists.find(each => Array.isArray(words[each]))
  const text = node.$cstNode?.text ?? ''
  const range = rangeOf(node)
  const open = GrammarUtils.findNodeForKeyword(node.$cstNode, '{')
  const headText = (open === undefined ? text : text.slice(0, open.offset - (node.$cstNode?.offset ?? 0))).trimEnd()
  let inside: readonly Written[] | undefined
  return {
    type: node.$type,
    text,
    range,
    removal: removalOf(node),
    head: { text: headText, range: { ...range, end: positionIn(node, headText.length) } },
    block: blockOf(node, nodes),
    behind: behind(node, text.length),
    ...(open === undefined ? {} : { within: behind(node, open.end - (node.$cstNode?.offset ?? 0)) }),
    ...(list === undefined
      ? {}
      : {
          items: (words[list] as readonly AstNode[]).map((each, index) =>
            itemOf(each, propertyRange(node, list, index)),
          ),
        }),
    get statements() {
      inside ??= nodes.map(written)
      return inside
    },
    property: name => wordOf(words[name]),
    placeOf: name => propertyRange(node, name),
    item: name => {
      const found = words[name]
      return isAstNode(found) ? itemOf(found, propertyRange(node, name)) : undefined
    },
  }
}

const itemOf = (node: AstNode, range: SourceRange): WrittenItem => {
  const words = node as unknown as Words
  const [name, kind, value] = [wordOf(words.target), wordOf(words.objectKind), wordOf(words.value)]
  return {
    text: node.$cstNode?.text ?? '',
    range: { ...range, uri: uriOf(node) },
    ...(name === undefined ? {} : { name }),
    ...(kind === undefined ? {} : { kind }),
    ...(value === undefined ? {} : { value }),
  }
}

const wordOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : isReference(value)
      ? value.$refText
      : undefined

/** The place of the character at this offset of a node's text. */
const positionIn = (node: AstNode, offset: number): Position => {
  const { $cstNode: cst } = node
  const document = AstUtils.findRootNode(node).$document?.textDocument
  return document?.positionAt((cst?.offset ?? 0) + offset) ?? { line: 0, character: 0 }
}

/** Behind the comment that ends the line, so that it stays with what it is about. */
const behind = (node: AstNode, offset: number): Position => {
  const at = (node.$cstNode?.offset ?? 0) + offset
  const text = AstUtils.findRootNode(node).$document?.textDocument.getText() ?? ''
  return positionIn(node, offset + (/^[ \t]*\/\/[^\r\n]*/.exec(text.slice(at, at + 500))?.[0].length ?? 0))
}
