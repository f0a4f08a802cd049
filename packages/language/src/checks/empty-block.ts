import { type AstNode, GrammarUtils, type LangiumDocument } from 'langium'
import { nodesOf } from '../syntax/nodes.ts'
import { rangeOfCst, uriOf } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

/** Declarations that mean the same without their empty block. */
const types = [
  'Tenant',
  'Organization',
  'DirectoryObject',
  'Catalog',
  'Package',
  'PolicyTemplate',
  'Policy',
  'Stage',
  'PolicyReview',
  'Ask',
  'Standard',
] as const

/** `{ }` that says nothing. */
export const emptyBlock: FileCheck = ({ documents }) =>
  documents
    .filter(({ textDocument }) => /\{\s*\}/.test(textDocument.getText()))
    .flatMap(document => types.flatMap(type => nodesOf(document, type).flatMap(node => emptyIn(document, node))))

const emptyIn = (document: LangiumDocument, node: AstNode) => {
  const open = GrammarUtils.findNodeForKeyword(node.$cstNode, '{')
  const close = GrammarUtils.findNodeForKeyword(node.$cstNode, '}')
  if (open === undefined || close === undefined) return []
  const text = document.textDocument.getText()
  if (text.slice(open.end, close.offset).trim() !== '') return []
  const uri = uriOf(node)
  const range = { ...rangeOfCst(uri, open), end: close.range.end }
  const before = /\s*$/.exec(text.slice(0, open.offset))?.[0].length ?? 0
  const from = document.textDocument.positionAt(open.offset - before)
  return [
    findingAt('empty-block', 'hint', range, 'This block says nothing. Leave it out.', {
      tags: ['unnecessary'],
      fixes: [{ title: 'Leave the block out', safe: true, edits: [{ range: { ...range, start: from }, text: '' }] }],
    }),
  ]
}
