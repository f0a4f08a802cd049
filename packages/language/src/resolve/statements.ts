import type { SourceRange } from '@entitle/graph'
import { type AstNode, AstUtils } from 'langium'
import { propertyRange, rangeOf } from '../syntax/range.ts'
import { removalOf } from './element.ts'

/** A statement of a declaration, as it stands in its file. */
export interface WrittenStatement {
  /** `Expiration`, `Ask`, `Policy`. */
  readonly type: string
  readonly text: string
  readonly range: SourceRange
  /** What to take out to remove it: its whole line, where it stands alone there. */
  readonly removal: SourceRange
  /** Of a statement that lists: the words before the first item, `package managers`. */
  readonly lead?: string
}

type Declared = AstNode & { readonly statements?: readonly AstNode[] }

const lists = ['objects', 'exclusions'] as const

/** The statements of a declaration, in order. */
export const writtenStatements = ({ statements = [] }: Declared): readonly WrittenStatement[] =>
  statements.map(node => {
    const text = node.$cstNode?.text ?? ''
    const list = lists.find(each => Array.isArray((node as unknown as { readonly [key: string]: unknown })[each]))
    const range = rangeOf(node)
    return {
      type: node.$type,
      text,
      range,
      removal: removalOf(node),
      ...(list === undefined ? {} : { lead: leadOf(node, list, text) }),
    }
  })

/** Where the display name of a declaration stands, with its quotes. */
export const titleRange = (node: AstNode): SourceRange => propertyRange(node, 'displayName')

/** The text of a declaration, without the comments before it. */
export const textOf = (node: AstNode): string => node.$cstNode?.text ?? ''

const leadOf = (node: AstNode, list: string, text: string): string => {
  const document = AstUtils.findRootNode(node).$document?.textDocument
  const start = node.$cstNode?.offset ?? 0
  const first = document?.offsetAt(propertyRange(node, list).start) ?? start
  return text
    .slice(0, first - start)
    .trim()
    .replace(/\s+/g, ' ')
}
