import type { Finding } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'
import type { RuleMistake } from '../syntax/membership-rule/mistake.ts'
import { membershipRuleMistakes } from '../syntax/membership-rule/read.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { propertyRange } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'
import { textPlace } from './text-place.ts'

const findings = {
  malformed: { rule: 'membership-rule', severity: 'error' },
  'unknown attribute': { rule: 'unknown-attribute', severity: 'warning' },
  deprecated: { rule: 'membership-by-group', severity: 'warning' },
} as const

/** Rules of automatic assignment that Microsoft Entra would not read, or not for long. */
export const membershipRule: FileCheck = ({ documents }) =>
  documents.flatMap(document => nodesOf(document, 'AssignedAutomatically').flatMap(mistakesIn))

const mistakesIn = (node: ast.AssignedAutomatically): Finding[] => {
  if (node.rule === undefined) return []
  const place = textPlace(node, 'rule')
  return membershipRuleMistakes(node.rule).map(mistake => {
    const { rule, severity } = findings[mistake.kind]
    const range =
      mistake.start === mistake.end ? propertyRange(node, 'rule') : place.between(mistake.start, mistake.end)
    return findingAt(rule, severity, range, mistake.message, fixOf(mistake, range, place.written))
  })
}

const fixOf = (
  { replacement }: RuleMistake,
  range: ReturnType<typeof propertyRange>,
  written: (value: string) => string,
): Pick<Finding, 'fixes'> =>
  replacement === undefined
    ? {}
    : { fixes: [{ title: `Write \`${replacement}\``, safe: false, edits: [{ range, text: written(replacement) }] }] }
