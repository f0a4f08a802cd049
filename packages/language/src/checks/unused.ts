import type { Finding, Fix, SourceRange } from '@entitle/graph'
import type { LangiumDocument } from 'langium'
import type * as ast from '../generated/ast.ts'
import { objectKey, wordInPlace } from '../references/facts.ts'
import { type EntitleSymbol, idOf } from '../references/symbol.ts'
import { unitOf } from '../references/units.ts'
import { statementOf } from '../resolve/element.ts'
import { nodesOf, referencesIn } from '../syntax/nodes.ts'
import { headRange, rangeOf } from '../syntax/range.ts'
import { type Checked, findingAt } from './check.ts'

/** A finding that holds unless some file of the workspace uses one of these. */
export interface Unless {
  readonly ids: readonly string[]
  readonly finding: Finding
}

/** Templates, organizations, directory objects and workflows of a file: a finding on each, in case nothing refers to it. */
export const unlessUsed = ({ documents, symbols }: Pick<Checked, 'documents' | 'symbols'>): Unless[] =>
  documents.flatMap(document => {
    const ids = new Map(symbols.of(unitOf(document.parseResult.value)).map(symbol => [symbol.node, idOf(symbol)]))
    return [
      ...nodesOf(document, 'PolicyTemplate'),
      ...nodesOf(document, 'Organization'),
      ...nodesOf(document, 'DirectoryObject'),
      ...nodesOf(document, 'Workflow'),
    ]
      .filter(node => node.name !== undefined)
      .map(node => ({ ids: [ids.get(node) ?? [], othersOf(node)].flat(), finding: unusedFinding(document, node) }))
  })

/** By what else a declaration may be used: a directory object in place, an organization by a policy that takes all in its state. */
const othersOf = (node: Declared): string[] => {
  if (node.$type === 'DirectoryObject')
    return node.displayName === undefined || node.objectKind === undefined
      ? []
      : [objectKey(node.objectKind, node.displayName)]
  if (node.$type !== 'Organization') return []
  return [everyOrganization(statementOf<ast.OrganizationState>(node, 'OrganizationState')?.value ?? 'configured')]
}

const everyOrganization = (state: 'configured' | 'proposed') => `every ${state} organization`

/** What a file uses: names, objects written in place, and whole sorts of organizations. */
export const usesIn = ({ documents }: Pick<Checked, 'documents'>): string[] => [
  ...new Set(
    documents.flatMap(document => [
      ...referencesIn(document).flatMap(({ $nodeDescription: symbol }) =>
        symbol === undefined ? [] : idOf(symbol as EntitleSymbol),
      ),
      ...[...nodesOf(document, 'ObjectUse'), ...nodesOf(document, 'Exclusion')].flatMap(node => {
        const word = wordInPlace(node)
        return word === undefined || node.value === undefined ? [] : objectKey(word, node.value)
      }),
      ...(nodesOf(document, 'AnyExternalUser').length > 0
        ? [everyOrganization('configured'), everyOrganization('proposed')]
        : []),
      ...(nodesOf(document, 'AnyConnectedOrganization').length > 0 ? [everyOrganization('configured')] : []),
    ]),
  ),
]

type Declared = ast.PolicyTemplate | ast.Organization | ast.DirectoryObject | ast.Workflow

const unusedFinding = (document: LangiumDocument, node: Declared): Finding =>
  findingAt('unused-declaration', 'hint', headRange(node), `Nothing refers to ${nounOf(node)} ${node.name}.`, {
    tags: ['unnecessary'],
    fixes: [remove(document, node)],
  })

const nounOf = (node: Declared): string => {
  switch (node.$type) {
    case 'DirectoryObject':
      return node.objectKind
    case 'PolicyTemplate':
      return 'policy template'
    default:
      return node.$type.toLowerCase()
  }
}

/** Takes out the declaration with the rest of its line. */
const remove = (document: LangiumDocument, node: Declared): Fix => {
  const { uri, start, end } = rangeOf(node)
  const text = document.textDocument.getText()
  const [rest = '', lineEnd] = /^[ \t]*(\r?\n)?/.exec(text.slice(node.$cstNode?.end)) ?? []
  const behind =
    lineEnd === undefined
      ? { line: end.line, character: end.character + rest.length }
      : { line: end.line + 1, character: 0 }
  const range: SourceRange = { uri, start, end: behind }
  return { title: `Remove ${nounOf(node)} ${node.name}`, safe: false, edits: [{ range, text: '' }] }
}
