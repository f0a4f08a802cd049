import { type AstNode, AstUtils, type LangiumDocument } from 'langium'
import type { InlayHintProvider } from 'langium/lsp'
import { type InlayHint, InlayHintKind, type InlayHintParams, type Position } from 'vscode-languageserver'
import { isExpiration, isPolicy, isPolicyReview, isStage } from '../generated/ast.ts'
import type { PolicyElement } from '../resolve/program.ts'
import { minutesOf } from '../syntax/duration.ts'
import { dateAfter } from './dates.ts'
import type { EntitleLspServices } from './lsp-services.ts'

/** What isn't written but holds: the last day of access that begins today, and what Graph takes where nothing is said. */
export class EntitleInlayHintProvider implements InlayHintProvider {
  private readonly services: EntitleLspServices

  constructor(services: EntitleLspServices) {
    this.services = services
  }

  getInlayHints(document: LangiumDocument, { range }: InlayHintParams): InlayHint[] {
    return AstUtils.streamAst(document.parseResult.value)
      .filter(node => inLines(node, range.start.line, range.end.line))
      .flatMap(node => this.hintsFor(node))
      .toArray()
  }

  private hintsFor(node: AstNode): InlayHint[] {
    if (isExpiration(node) && node.duration !== undefined)
      return at(
        end(node),
        `until ${dateAfter(this.services.editor.Today.now(), minutesOf(node.duration))} if granted today`,
      )
    if (isStage(node) && !node.statements.some(({ $type }) => $type === 'Within'))
      return at(
        lastOf(node.fallback.at(-1) ?? node.approvers.at(-1)),
        'within 14 days',
        'Where nothing is said, Graph denies a request that nobody decided after 14 days.',
      )
    if (isPolicyReview(node) && !node.statements.some(({ $type }) => $type === 'OpenFor')) {
      const review = this.policyOf(node.$container)?.terms.review?.value
      return review === undefined ? [] : at(headEnd(node), `open for ${review.openForDays} days`)
    }
    return isPolicy(node) ? this.defaultsOf(node) : []
  }

  private defaultsOf(node: AstNode): InlayHint[] {
    const policy = this.policyOf(node)
    if (policy === undefined || policy.terms.automatic !== undefined) return []
    const { requestable, expiration } = policy.terms
    const silent = [
      ...(requestable === undefined ? ['requestable by no one'] : []),
      ...(expiration === undefined ? ['never expires'] : []),
    ]
    return silent.length === 0
      ? []
      : at(headEnd(node), silent.join(', '), 'The policy and its templates say nothing of this.')
  }

  private policyOf(node: AstNode | undefined): PolicyElement | undefined {
    return this.services.editor.Analyst.policies.find(policy => policy.node === node)
  }
}

const at = (position: Position | undefined, label: string, tooltip?: string): InlayHint[] =>
  position === undefined
    ? []
    : [{ position, label, kind: InlayHintKind.Type, paddingLeft: true, ...(tooltip === undefined ? {} : { tooltip }) }]

const end = (node: AstNode): Position | undefined => node.$cstNode?.range.end
const lastOf = (node: AstNode | undefined): Position | undefined => (node === undefined ? undefined : end(node))

/** Behind the last thing that a declaration says before its block. */
const headEnd = (node: AstNode): Position | undefined => {
  const start = node.$cstNode?.range.start
  const head = node.$cstNode?.text.split(/\s*\{|\n/, 1)[0]
  return start === undefined || head === undefined
    ? undefined
    : { line: start.line, character: start.character + head.length }
}

const inLines = (node: AstNode, first: number, last: number): boolean => {
  const range = node.$cstNode?.range
  return range !== undefined && range.start.line <= last && range.end.line >= first
}
