import { GrammarUtils } from 'langium'
import { CodeActionKind, type TextEdit } from 'vscode-languageserver'
import { isPolicy, type Policy, type PolicyStatement } from '../../generated/ast.ts'
import { uniqueNames } from '../../printing/source/unique-names.ts'
import { addTo, type Changes, type Refactoring, type Selection } from './refactoring.ts'
import { editAt, laidOut, stretchOf, textOf } from './source.ts'
import { kindOf, termsIn, topLevel } from './terms.ts'

/** Makes a policy's terms, or those of them that are selected, a template that the policy follows. */
export const extractTemplate: Refactoring = selection => {
  const { nodes, document, services } = selection
  const policy = nodes.find(isPolicy)
  const statements = policy === undefined ? [] : chosen(policy, selection)
  if (policy === undefined || statements.length === 0) return []
  const taken = [...services.shared.workspace.SymbolTable.entries('template')].map(([name]) => name)
  const [name = ''] = uniqueNames([{ wish: `${policy.name}-terms`, word: 'template' }], taken)
  const base = policy.base === undefined ? '' : ` from ${policy.base.$refText}`
  const top = topLevel(policy).$cstNode
  if (top === undefined) return []
  const pieces = statements.map(stretchOf)
  const template = laidOut(
    `policy template ${name}${base} {\n${pieces.map(({ text }) => text).join('\n')}\n}`,
    services,
  )
  const changes: Changes = {}
  const declared = stretchOf(topLevel(policy))
  const at = textOf(document).length - textOf(document).slice(declared.start).trimStart().length
  addTo(
    changes,
    document,
    editAt(document, at, at, `${template}\n\n`),
    ...following(policy, name, statements, selection),
  )
  const all = statements.length === termsIn(policy).length
  const title = all
    ? `Extract the terms of ${policy.name} into a template`
    : `Extract ${counted(statements)} into a template`
  return [{ title, kind: `${CodeActionKind.RefactorExtract}.template`, edit: { changes } }]
}

const counted = ({ length }: readonly PolicyStatement[]) =>
  length === 1 ? 'this statement' : `these ${length} statements`

/** All terms where nothing is selected; else what the selection touches, and what else is of its kinds, since kinds go together. */
const chosen = (policy: Policy, { start, end }: Selection): readonly PolicyStatement[] => {
  const terms = termsIn(policy)
  if (start === end) return terms
  const touched = terms.filter(({ $cstNode: cst }) => cst !== undefined && cst.offset < end && start < cst.end)
  const kinds = new Set(touched.map(kindOf))
  return terms.filter(statement => kinds.has(kindOf(statement)))
}

/** The policy follows the template and says no longer what that says; its braces go where nothing is left between them. */
const following = (
  policy: Policy,
  name: string,
  statements: readonly PolicyStatement[],
  { document }: Selection,
): TextEdit[] => {
  const base = GrammarUtils.findNodeForProperty(policy.$cstNode, 'base')
  const head = GrammarUtils.findNodeForProperty(policy.$cstNode, 'displayName')?.end ?? 0
  const [from, to, text] = base === undefined ? [head, head, ` from ${name}`] : [base.offset, base.end, name]
  const open = GrammarUtils.findNodeForKeyword(policy.$cstNode, '{')
  const close = GrammarUtils.findNodeForKeyword(policy.$cstNode, '}')
  if (open === undefined || close === undefined) return []
  const pieces = statements.map(stretchOf)
  let left = textOf(document).slice(open.end, close.offset)
  for (const { start, end } of pieces.toReversed()) left = left.slice(0, start - open.end) + left.slice(end - open.end)
  return left.trim() === ''
    ? [editAt(document, from, close.end, text)]
    : [editAt(document, from, to, text), ...pieces.map(({ start, end }) => editAt(document, start, end, ''))]
}
