import { type AstNode, AstUtils, GrammarUtils, type LangiumDocument } from 'langium'
import type { InlayHintProvider } from 'langium/lsp'
import { type InlayHint, InlayHintKind, type InlayHintParams, type Position } from 'vscode-languageserver'
import { isAssign, isExpiration, isPolicy, isPolicyReview, isStage, isStandaloneReview } from '../generated/ast.ts'
import { defaultOpenForDays } from '../resolve/review.ts'
import { minutesOf } from '../syntax/duration.ts'
import { dateAfter } from './dates.ts'
import type { EntitleLspServices } from './lsp-services.ts'
import { nextReview } from './next-review.ts'

/** Sorts of hints, as `entitle.inlayHints` switches them off. */
const sorts = ['endDates', 'defaults', 'reviews'] as const
type Sort = (typeof sorts)[number]
type Hint = InlayHint & { readonly sort: Sort }

/** What isn't written but holds: the last day of access that begins today, the day of the next review, and what Graph takes where nothing is said. */
export class EntitleInlayHintProvider implements InlayHintProvider {
  private readonly services: EntitleLspServices

  constructor(services: EntitleLspServices) {
    this.services = services
  }

  async getInlayHints(document: LangiumDocument, { range }: InlayHintParams): Promise<InlayHint[]> {
    const wanted = await this.wantedSorts()
    return AstUtils.streamAst(document.parseResult.value)
      .filter(node => inLines(node, range.start.line, range.end.line))
      .flatMap(node => this.hintsFor(node))
      .filter(({ sort }) => wanted.has(sort))
      .map(({ sort, ...hint }) => hint)
      .toArray()
  }

  private async wantedSorts(): Promise<ReadonlySet<Sort>> {
    const { ConfigurationProvider } = this.services.shared.workspace
    const setting: unknown = await ConfigurationProvider.getConfiguration('entitle', 'inlayHints')
    const off = (sort: Sort) => typeof setting === 'object' && setting !== null && Reflect.get(setting, sort) === false
    return new Set(sorts.filter(sort => !off(sort)))
  }

  private hintsFor(node: AstNode): Hint[] {
    if (isExpiration(node) && node.duration !== undefined)
      return this.endingHint(node, this.services.editor.Today.now(), minutesOf(node.duration), ' if granted today')
    if (isAssign(node)) return this.assignmentEnd(node)
    if (isStage(node) && !says(node, 'Within'))
      return hint(
        'defaults',
        lastOf(node.fallback.at(-1) ?? node.approvers.at(-1)),
        'within 14 days',
        'Where nothing is said, Graph denies a request that nobody decided after 14 days.',
      )
    if (isPolicyReview(node))
      return [...this.reviewDate(node, node.frequency), ...reviewDefaults(node, node.frequency, 'remove')]
    if (isStandaloneReview(node)) {
      const recurs = node.statements.find(({ $type }) => $type === 'Recurs')
      const frequency = recurs?.$type === 'Recurs' ? recurs.frequency : undefined
      return [...this.reviewDate(node, frequency), ...reviewDefaults(node, frequency, 'keep')]
    }
    return isPolicy(node) ? this.policyDefaults(node) : []
  }

  private endingHint(node: AstNode, from: string, minutes: number, when: string, why?: string): Hint[] {
    const date = dateAfter(from, minutes)
    return date === undefined ? [] : hint('endDates', end(node), `until ${date}${when}`, why)
  }

  /** When access ends that somebody is given without a last day: as the policy says. */
  private assignmentEnd(node: AstNode): Hint[] {
    const { assignments } = this.services.editor.Analyst.program
    const found = assignments.find(element => element.node === node)
    const expiration = found?.policy.terms.expiration?.value
    if (found === undefined || found.until !== undefined || expiration?.expires !== 'after') return []
    const from = found.from?.value.slice(0, 10) ?? this.services.editor.Today.now()
    return this.endingHint(node, from, expiration.minutes, '', 'As the policy says.')
  }

  private reviewDate(node: AstNode & Statements, frequency: Frequency | undefined): Hint[] {
    const next = nextReview(node, frequency, this.services.editor.Today.now())
    return next === undefined ? [] : hint('reviews', headEnd(node), next)
  }

  private policyDefaults(node: AstNode): Hint[] {
    const policy = this.services.editor.Analyst.policyOf(node)
    if (policy === undefined || policy.terms.automatic !== undefined) return []
    const { requestable, approval, expiration } = policy.terms
    const asks = requestable !== undefined && requestable.value.who !== 'no one'
    const silent = [
      ...(requestable === undefined ? ['requestable by no one'] : []),
      ...(asks && approval === undefined ? ['approval not required'] : []),
      ...(expiration === undefined ? ['never expires'] : []),
    ]
    return silent.length === 0
      ? []
      : hint('defaults', headEnd(node), silent.join(', '), 'The policy and its templates say nothing of this.')
  }
}

type Frequency = 'weekly' | 'monthly' | 'quarterly' | 'biannually' | 'annually'
interface Statements {
  readonly statements: readonly AstNode[]
}

/** What a review does where nothing is said. */
const reviewDefaults = (
  node: AstNode & Statements,
  frequency: Frequency | undefined,
  answer: 'remove' | 'keep',
): Hint[] => {
  const silent = [
    ...(says(node, 'OpenFor') ? [] : [`open for ${defaultOpenForDays(frequency)} days`]),
    ...(says(node, 'NoResponse') ? [] : [`if no response ${answer} access`]),
  ]
  return silent.length === 0
    ? []
    : hint('defaults', headEnd(node), silent.join(', '), 'The review says nothing of this.')
}

const says = ({ statements }: Statements, type: string): boolean => statements.some(({ $type }) => $type === type)

const hint = (sort: Sort, position: Position | undefined, label: string, tooltip?: string): Hint[] =>
  position === undefined
    ? []
    : [
        {
          sort,
          position,
          label,
          kind: InlayHintKind.Type,
          paddingLeft: true,
          ...(tooltip === undefined ? {} : { tooltip }),
        },
      ]

const end = (node: AstNode): Position | undefined => node.$cstNode?.range.end
const lastOf = (node: AstNode | undefined): Position | undefined => (node === undefined ? undefined : end(node))

/** Behind the last thing that a declaration says before its block. */
const headEnd = (node: AstNode): Position | undefined => {
  const open = GrammarUtils.findNodeForKeyword(node.$cstNode, '{')
  const cst = node.$cstNode
  if (cst === undefined) return undefined
  const head = open === undefined ? cst.text : cst.text.slice(0, open.offset - cst.offset)
  const lines = head.trimEnd().split(/\r?\n/)
  const last = lines.at(-1) ?? ''
  const { line, character } = cst.range.start
  return { line: line + lines.length - 1, character: lines.length === 1 ? character + last.length : last.length }
}

const inLines = (node: AstNode, first: number, last: number): boolean => {
  const range = node.$cstNode?.range
  return range !== undefined && range.start.line <= last && range.end.line >= first
}
