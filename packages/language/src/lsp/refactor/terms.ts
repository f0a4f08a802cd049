import type { AstNode } from 'langium'
import type * as ast from '../../generated/ast.ts'

type PolicyStatement = ast.PolicyStatement

/** What a policy keeps for itself: who it is, what excuses it, and workflows, which only its catalog knows. */
const own = new Set(['Pin', 'Formerly', 'Description', 'Waiver', 'OnCall'])

/** Of its template's statements, a policy takes over all but these. */
const notInherited = new Set(['Pin', 'Formerly', 'Waiver'])

const sameQuestion: { readonly [type: string]: string } = {
  NoApproval: 'Approval',
  AssignedAutomatically: 'Requestable',
}

/** Statements of one kind replace each other: a policy's those of its template. */
export const kindOf = ({ $type }: PolicyStatement): string => sameQuestion[$type] ?? $type

/** The statements of a policy that a template may say as well. */
export const termsIn = ({ statements }: ast.Policy): readonly PolicyStatement[] =>
  statements.filter(({ $type }) => !own.has($type))

/** What a declaration takes over from its template: what it doesn't say itself. */
export const takenOver = (
  into: ast.Policy | ast.PolicyTemplate,
  template: ast.PolicyTemplate,
): readonly PolicyStatement[] => {
  const said = new Set(into.statements.map(kindOf))
  return template.statements.filter(statement => !notInherited.has(statement.$type) && !said.has(kindOf(statement)))
}

/** The declaration of its file that a node stands in. */
export const topLevel = (node: AstNode): AstNode => {
  let top = node
  while (top.$container?.$container !== undefined) top = top.$container
  return top
}
