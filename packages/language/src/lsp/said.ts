import { type AstNode, CstUtils, type LangiumDocument } from 'langium'
import type { Expectation } from '../syntax/expectation.ts'
import type { Cursor } from './cursor.ts'
import { snippets } from './snippets.ts'

/** Statements of which a block holds one, by the question that each answers; `repeated-statement` finds a second one. */
const questions: { readonly [type: string]: string } = {
  ...Object.fromEntries(
    [
      ...['Pin', 'Description', 'CloudStatement', 'Protected', 'Offboarding', 'OrganizationState'],
      ...['Unpublished', 'Visible', 'LogicApp', 'WorkflowTrigger', 'Hidden'],
      ...['Requestable', 'OnBehalf', 'ChooseDates', 'Notifications', 'Approval', 'Expiration', 'Extension'],
      ...['PolicyReview', 'Justification', 'Within', 'ApproverVisibility', 'Escalation'],
      ...['Starting', 'Ending', 'OpenFor', 'Reviewers', 'NoResponse', 'Recommendations'],
      ...['ReviewScope', 'Inactive', 'Recurs', 'ApplyDecisions', 'Requestor', 'RequestsPackage'],
    ].map(type => [type, type]),
  ),
  AssignedAutomatically: 'Requestable',
  NoApproval: 'Approval',
}

/** Types of statements that answer a question which may be answered once. */
export const once: readonly string[] = Object.keys(questions)

/**
 * Whether a word would begin a statement that the block around the cursor already holds in another place. The statement that is
 * being typed doesn't count.
 */
export const alreadySaid = (
  document: LangiumDocument,
  cursor: Cursor,
  expected: readonly Expectation[],
): ((expectation: Expectation) => boolean) => {
  // A statement begins where its block might end.
  if (!expected.some(({ keyword }) => keyword === '}')) return () => false
  const block = blockAround(document, cursor)
  const said = new Set(
    block?.flatMap(({ $type, $cstNode: cst }) =>
      cst === undefined || (cst.offset <= cursor.end && cursor.start <= cst.end) ? [] : (questions[$type] ?? []),
    ),
  )
  return ({ rule, keyword }) => {
    const question = questions[rule]
    return question !== undefined && keyword !== undefined && said.has(question) && begins(rule, keyword)
  }
}

const begins = (rule: string, keyword: string): boolean =>
  snippets[rule]?.some(({ label }) => label.split(' ')[0] === keyword) ?? true

/** The statements of the innermost block that is open at the cursor. */
const blockAround = (document: LangiumDocument, { tokens, from }: Cursor): readonly AstNode[] | undefined => {
  let depth = 0
  const open = tokens.findLast(({ image }) => {
    if (image === '}') depth++
    if (image === '{') depth--
    return depth < 0
  })
  const root = document.parseResult.value.$cstNode
  if (open === undefined || root === undefined) return undefined
  const node = CstUtils.findLeafNodeAtOffset(root, from + open.startOffset)?.astNode
  return node !== undefined && 'statements' in node ? (node.statements as readonly AstNode[]) : undefined
}
