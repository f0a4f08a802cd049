import {
  AstUtils,
  type CstNode,
  CstUtils,
  GrammarAST,
  GrammarUtils,
  isReference,
  type LangiumDocument,
  type LeafCstNode,
} from 'langium'
import type { SemanticTokenProvider } from 'langium/lsp'
import {
  type Range,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensEdit,
  type SemanticTokensOptions,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver'
import { digest } from './digest.ts'

const types = [
  'keyword',
  'namespace',
  'class',
  'method',
  'interface',
  'variable',
  'enum',
  'decorator',
  'enumMember',
  'event',
  'number',
] as const
type TokenType = (typeof types)[number]
const modifiers = ['declaration'] as const

const indices = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name, index) => [name, index]))

/** By the type of what is declared or referred to. */
const nameTypes: { readonly [type: string]: TokenType } = {
  Tenant: 'namespace',
  Organization: 'namespace',
  Catalog: 'namespace',
  Package: 'class',
  Excludable: 'class',
  Policy: 'method',
  PolicyTemplate: 'interface',
  StandaloneReview: 'event',
  Workflow: 'event',
  DirectoryObject: 'variable',
  Standard: 'enum',
}

/** Colours words by what they are in the tree, so that a name that is also a word of the language looks like a name. Keeps of open files what was told last. */
export class EntitleSemanticTokenProvider implements SemanticTokenProvider {
  readonly tokenTypes = indices(types)
  readonly tokenModifiers = indices(modifiers)
  readonly semanticTokensOptions: SemanticTokensOptions = {
    legend: { tokenTypes: [...types], tokenModifiers: [...modifiers] },
    full: { delta: true },
    range: true,
  }

  private readonly told = new Map<string, { readonly id: string; readonly data: readonly number[] }>()

  constructor(opened: Opened | undefined) {
    opened?.onDidClose(({ document }) => this.told.delete(document.uri))
  }

  semanticHighlight(document: LangiumDocument, { textDocument }: SemanticTokensParams): SemanticTokens {
    const { data } = tokensOf(document)
    const resultId = digest(data.join())
    this.told.set(textDocument.uri, { id: resultId, data })
    return { resultId, data }
  }

  semanticHighlightRange(document: LangiumDocument, { range }: SemanticTokensRangeParams): SemanticTokens {
    return tokensOf(document, range)
  }

  semanticHighlightDelta(
    document: LangiumDocument,
    { textDocument, previousResultId }: SemanticTokensDeltaParams,
  ): SemanticTokens | SemanticTokensDelta {
    const before = this.told.get(textDocument.uri)
    const now = this.semanticHighlight(document, { textDocument })
    if (before === undefined || before.id !== previousResultId) return now
    return {
      ...(now.resultId === undefined ? {} : { resultId: now.resultId }),
      edits: difference(before.data, now.data),
    }
  }
}

/** Where is heard that a file is no longer open. */
interface Opened {
  onDidClose(listener: (event: { readonly document: { readonly uri: string } }) => void): unknown
}

/** The one stretch that makes `after` of `before`; none where they are the same. */
const difference = (before: readonly number[], after: readonly number[]): SemanticTokensEdit[] => {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  if (start === before.length && start === after.length) return []
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  const data = after.slice(start, after.length - end)
  return [{ start, deleteCount: before.length - end - start, ...(data.length === 0 ? {} : { data }) }]
}

const tokensOf = (document: LangiumDocument, range?: Range): SemanticTokens => {
  const builder = new SemanticTokensBuilder()
  const root = document.parseResult.value.$cstNode
  if (root !== undefined)
    for (const leaf of CstUtils.flattenCst(root)) {
      const { line, character } = leaf.range.start
      if (leaf.hidden || (range !== undefined && (line < range.start.line || line > range.end.line))) continue
      const found = typeOf(leaf)
      if (found !== undefined)
        builder.push(line, character, leaf.length, types.indexOf(found.type), found.declares ? 1 : 0)
    }
  return builder.build()
}

interface Found {
  readonly type: TokenType
  readonly declares: boolean
}

const typeOf = (leaf: LeafCstNode): Found | undefined => {
  const source = leaf.grammarSource
  if (source === undefined) return undefined
  if (GrammarAST.isKeyword(source))
    return /^[a-z]/.test(source.value) ? { type: 'keyword', declares: false } : undefined
  const place = placeOf(leaf)
  if (place === undefined) return undefined
  const { property, reference, type } = place
  if (reference !== undefined) return { type: referenceType(leaf, reference), declares: false }
  if (property === 'name') return { type: nameTypes[type] ?? 'variable', declares: true }
  if (property === 'rule' && type !== 'AssignedAutomatically') return { type: 'decorator', declares: false }
  if (property === 'tags' || (property === 'names' && type === 'Tags')) return { type: 'enumMember', declares: false }
  if (property === 'unit' || property === 'word') return { type: 'keyword', declares: false }
  return ['amount', 'level', 'times', 'days', 'date', 'time'].includes(property)
    ? { type: 'number', declares: false }
    : undefined
}

/** The catalog before a dot; a group where a package or a group may stand; else what the reference is to. */
const referenceType = (leaf: LeafCstNode, reference: string): TokenType => {
  const found = AstUtils.streamReferences(leaf.astNode).find(({ reference: { $refNode: cst } }) =>
    cst === undefined ? false : cst.offset <= leaf.offset && leaf.end <= cst.end,
  )
  const name = found?.reference
  if (name?.$refNode !== undefined && leaf.end < name.$refNode.end) return 'namespace'
  const target = reference === 'Excludable' && isReference(name) ? name.ref?.$type : undefined
  return nameTypes[target ?? reference] ?? 'variable'
}

/** The property that a leaf is kept in, and the type that it refers to, where it refers. */
const placeOf = (
  leaf: CstNode,
): { readonly property: string; readonly reference?: string; readonly type: string } | undefined => {
  const assignment = GrammarUtils.findAssignment(leaf)
  if (assignment === undefined) return undefined
  const { terminal } = assignment
  return {
    property: assignment.feature,
    type: leaf.astNode.$type,
    ...(GrammarAST.isCrossReference(terminal) ? { reference: terminal.type.$refText } : {}),
  }
}
