import type { Finding, Fix, SourceRange } from '@entitle/graph'
import type { AstNode, LangiumDocument } from 'langium'
import type * as ast from '../generated/ast.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { headRange, rangeOf } from '../syntax/range.ts'
import { type Check, findingAt } from './check.ts'

/** Templates, organizations, directory objects and workflows that nothing refers to. */
export const unused: Check = ({ documents, program }) => {
  const used = new Set<AstNode>(documents.flatMap(targetsOf))
  const inPlace = new Set(documents.flatMap(usedInPlace))
  for (const { node } of program.directory)
    if (node !== undefined && inPlace.has(keyOf(node.objectKind, node.displayName))) used.add(node)
  return documents.flatMap(document =>
    [
      ...nodesOf(document, 'PolicyTemplate'),
      ...nodesOf(document, 'Organization'),
      ...nodesOf(document, 'DirectoryObject'),
      ...nodesOf(document, 'Workflow'),
    ]
      .filter(node => node.name !== undefined && !used.has(node))
      .map(node => unusedFinding(document, node)),
  )
}

const targetsOf = (document: LangiumDocument): AstNode[] =>
  document.references.flatMap(reference => ('ref' in reference && reference.ref !== undefined ? [reference.ref] : []))

/** Objects written in place: those that are also declared are used by that. */
const usedInPlace = (document: LangiumDocument): string[] =>
  [...nodesOf(document, 'ObjectUse'), ...nodesOf(document, 'Exclusion')].flatMap(({ objectKind, value }) =>
    objectKind === undefined || value === undefined ? [] : [keyOf(objectKind, value)],
  )

const keyOf = (word: ast.DirectoryWord, name: string | undefined) => `${word} ${name?.toLowerCase()}`

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
  const rest = /^[ \t]*(\r?\n)?/.exec(text.slice(document.textDocument.offsetAt(end)))?.[0].length ?? 0
  const range: SourceRange = {
    uri,
    start,
    end: document.textDocument.positionAt(document.textDocument.offsetAt(end) + rest),
  }
  return { title: `Remove ${nounOf(node)} ${node.name}`, safe: false, edits: [{ range, text: '' }] }
}
