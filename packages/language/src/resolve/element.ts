import type { SourceRange } from '@entitle/graph'
import { type AstNode, AstUtils } from 'langium'
import type * as ast from '../generated/ast.ts'
import { perPlace } from '../syntax/per-node.ts'
import { propertyRange, rangeOf, uriOf } from '../syntax/range.ts'
import { blockOf } from './block.ts'
import type { Element, WaiverElement } from './program.ts'

type Statement = AstNode & { readonly $type: string }
type Declared = AstNode & { readonly name: string; readonly statements?: readonly Statement[] }

/** What every element has, read off its declaration. */
export const elementOf: (node: Declared) => Element = perPlace(node => ({
  name: node.name ?? '',
  range: rangeOf(node),
  nameRange: propertyRange(node, 'name'),
  block: blockOf(node, node.statements),
  waivers: statementsOf<ast.Waiver>(node, 'Waiver').map(waiverOf),
  statementRanges: statementRangesOf(node),
}))

/**
 * An element that is read off its declaration as somebody asks: of thousands of packages and policies hardly anything but their terms is ever
 * asked. A class, so that they share what they can do.
 */
export class DeclaredElement<N extends Declared> implements Element {
  readonly node: N
  private heard: readonly WaiverElement[] | undefined

  constructor(node: N) {
    this.node = node
  }

  get name(): string {
    return this.node.name ?? ''
  }

  get displayName(): string {
    return identityOf(this.node).displayName
  }

  get id(): string | undefined {
    return statementOf<ast.Pin>(this.node, 'Pin')?.value
  }

  get formerly(): readonly string[] {
    return identityOf(this.node).formerly
  }

  get range(): SourceRange {
    return rangeOf(this.node)
  }

  get nameRange(): SourceRange {
    return propertyRange(this.node, 'name')
  }

  get block(): Element['block'] {
    return blockOf(this.node, this.node.statements)
  }

  get waivers(): readonly WaiverElement[] {
    this.heard ??= statementsOf<ast.Waiver>(this.node, 'Waiver').map(waiverOf)
    return this.heard
  }

  get statementRanges(): Element['statementRanges'] {
    return statementRangesOf(this.node)
  }
}

const statementRangesOf = ({ statements = [] }: Declared): Element['statementRanges'] =>
  Object.fromEntries(statements.map(statement => [statement.$type, rangeOf(statement)]))

/** The statements of one type, in order. */
export const statementsOf = <T extends Statement>(
  node: { readonly statements?: readonly Statement[] },
  type: T['$type'],
): T[] => (node.statements ?? []).filter((statement): statement is T => statement.$type === type)

/** The statement of one type; of several (a repetition is a finding) the last, as a reader would expect. */
export const statementOf = <T extends Statement>(
  node: { readonly statements?: readonly Statement[] },
  type: T['$type'],
): T | undefined => statementsOf<T>(node, type).at(-1)

/** The pinned id, former names and description that many declarations may have. */
export const identityOf = (node: Declared) => {
  const id = statementOf<ast.Pin>(node, 'Pin')?.value
  return {
    displayName: 'displayName' in node && typeof node.displayName === 'string' ? node.displayName : (node.name ?? ''),
    ...(id === undefined ? {} : { id }),
    formerly: statementsOf<ast.Formerly>(node, 'Formerly').flatMap(formerly => formerly.names),
    description: statementOf<ast.Description>(node, 'Description')?.value ?? '',
  }
}

const waiverOf = (node: ast.Waiver): WaiverElement => ({
  rule: node.rule ?? '',
  ...(node.until === undefined ? {} : { until: node.until.date }),
  ...(node.because === undefined ? {} : { because: node.because }),
  range: rangeOf(node),
  ruleRange: propertyRange(node, 'rule'),
  removal: removalOf(node),
})

/** A statement with the line that it has for itself, else with the blanks that part it from what shares its line. */
export const removalOf = (node: AstNode): SourceRange => {
  const document = AstUtils.findRootNode(node).$document?.textDocument
  const { $cstNode: cst } = node
  if (document === undefined || cst === undefined) return rangeOf(node)
  const text = document.getText()
  const lineStart = text.lastIndexOf('\n', cst.offset - 1) + 1
  const leads = text.slice(lineStart, cst.offset).trim() === ''
  const behind = /^[ \t]*(\r\n|\n)?/.exec(text.slice(cst.end))
  const between = (start: number, end: number): SourceRange => ({
    uri: uriOf(node),
    start: document.positionAt(start),
    end: document.positionAt(end),
  })
  if (leads) {
    const alone = behind?.[1] !== undefined
    return between(alone ? lineStart : cst.offset, cst.end + (behind?.[0].length ?? 0))
  }
  return between(cst.offset - (/[ \t]*$/.exec(text.slice(lineStart, cst.offset))?.[0].length ?? 0), cst.end)
}
