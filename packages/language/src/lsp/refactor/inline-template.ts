import { GrammarUtils } from 'langium'
import { type CodeAction, CodeActionKind, type TextEdit } from 'vscode-languageserver'
import { isPolicy, isPolicyTemplate, type Policy, type PolicyTemplate } from '../../generated/ast.ts'
import { isSource } from '../../references/library.ts'
import { blockOf } from '../../resolve/block.ts'
import { addStatement } from '../../rules/edit.ts'
import { nodesOf } from '../../syntax/nodes.ts'
import { rangeOf } from '../diagnostics.ts'
import type { EntitleLspServices } from '../lsp-services.ts'
import { addTo, type Changes, type Refactoring } from './refactoring.ts'
import { documentOf, editAt, linesOf, stretchOf, textOf, withoutComments } from './source.ts'
import { takenOver } from './terms.ts'

const kind = `${CodeActionKind.RefactorInline}.template`

type Follower = Policy | PolicyTemplate

/** Writes a template's statements where they are taken over: into one policy, or into all that follow it. */
export const inlineTemplate: Refactoring = ({ nodes, services }) => {
  const follower = nodes.find((node): node is Follower => isPolicy(node) || isPolicyTemplate(node))
  if (follower === undefined) return []
  return [...intoOne(follower, services), ...(isPolicyTemplate(follower) ? intoAll(follower, services) : [])]
}

const intoOne = (follower: Follower, services: EntitleLspServices): CodeAction[] => {
  const template = follower.base?.ref
  if (template === undefined || template === follower) return []
  const changes: Changes = {}
  addTo(changes, documentOf(follower), ...inlined(follower, template, services))
  return [{ title: `Inline template ${template.name} into ${follower.name}`, kind, edit: { changes } }]
}

const intoAll = (template: PolicyTemplate, services: EntitleLspServices): CodeAction[] => {
  const { all } = services.shared.workspace.LangiumDocuments
  const followers = all
    .filter(({ uri }) => isSource(uri))
    .flatMap(document => [...nodesOf(document, 'Policy'), ...nodesOf(document, 'PolicyTemplate')])
    .filter(({ base }) => base?.ref === template)
    .toArray()
  if (followers.length === 0 || followers.includes(template)) return []
  const changes: Changes = {}
  for (const follower of followers) addTo(changes, documentOf(follower), ...inlined(follower, template, services))
  const document = documentOf(template)
  const { start, end } = stretchOf(template)
  const behind = /^\s*/.exec(textOf(document).slice(end))?.[0].length ?? 0
  addTo(changes, document, start === 0 ? editAt(document, 0, end + behind, '') : editAt(document, start, end, ''))
  const title = `Inline template ${template.name} everywhere and remove it`
  return [{ title, kind, edit: { changes } }]
}

/** A follower without its template but with what that says, and following the template's own template where it has one. */
const inlined = (follower: Follower, template: PolicyTemplate, services: EntitleLspServices): TextEdit[] => {
  const document = documentOf(follower)
  const base = GrammarUtils.findNodeForProperty(follower.$cstNode, 'base')
  const from = GrammarUtils.findNodeForKeyword(follower.$cstNode, 'from')
  if (base === undefined || from === undefined) return []
  const blanks = /\s*$/.exec(textOf(document).slice(0, from.offset))?.[0].length ?? 0
  const above = template.base?.$refText
  const head =
    above === undefined
      ? editAt(document, from.offset - blanks, base.end, '')
      : editAt(document, base.offset, base.end, above)
  const statements = takenOver(follower, template)
  if (statements.length === 0) return [head]
  const block = blockOf(follower, follower.statements)
  const texts = statements.map(block.inside === undefined ? node => stretchOf(node).text : withoutComments)
  const { range, text } = addStatement(block, linesOf(texts, services))
  return [head, { range: rangeOf(range), newText: text }]
}
