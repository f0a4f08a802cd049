import type { Finding } from '@entitle/graph'
import { changeTree, lossNames, lossOf } from '@entitle/graph'
import { rulePage, trail } from '@entitle/language'
import { tally } from './change-lines.ts'
import { counted, peopleWords } from './counted.ts'
import type { FindingContext } from './finding.ts'
import { paintFor } from './paint.ts'
import { type PlanResult, planText } from './plan.ts'
import { plain } from './reports/markdown-text.ts'

/** Code hosts take comments of 65,536 characters; the tree is cut where it would be longer. */
const longest = 50_000
/** Wide enough that little is broken, in a block that scrolls. */
const columns = 120

const words: { readonly [severity in Finding['severity']]: string } = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'hint',
}
const severities = Object.keys(words) as Finding['severity'][]

/** A plan as a comment on a pull request: what an approver has to know first, then every change, folded. */
export const planMarkdown = (result: PlanResult, context: FindingContext): string => {
  const { plan, tenant } = result
  const findings = severities.flatMap(severity => plan.findings.filter(finding => finding.severity === severity))
  const loss = lossOf(plan)
  return [
    `### ${markOf(findings)} entitle plan for ${plain(tenant)}: ${summaryOf(result)}`,
    '',
    ...(loss.people === 0
      ? []
      : [`**${peopleWords(loss.people, 'loses', 'lose')} access:** ${plain(lossNames(loss))}.`, '']),
    ...table(findings),
    ...(plan.steps.length === 0 && findings.length === 0 ? [] : changes(result, context)),
  ].join('\n')
}

const markOf = (findings: readonly Finding[]): string => {
  if (findings.some(({ severity }) => severity === 'error')) return '❌'
  return findings.some(({ severity }) => severity === 'warning') ? '⚠️' : '✅'
}

const summaryOf = ({ plan }: PlanResult): string => {
  if (plan.steps.length === 0) return 'nothing to do'
  const { create, update, replace, delete: deleted } = tally(changeTree(plan))
  const replaced = replace === 0 ? '' : `, ${replace} to replace`
  return `${create} to add, ${update} to change${replaced}, ${deleted} to delete`
}

const table = (findings: readonly Finding[]): readonly string[] =>
  findings.length === 0
    ? []
    : [
        '| | What an approver should know | Where | Check |',
        '|---|---|---|---|',
        ...findings.map(
          ({ severity, message, why, place, rule }) =>
            `| ${words[severity]} | ${plain(message)}${why === undefined ? '' : `<br>${plain(why)}`} | ${place.kind === 'tenant' ? plain(place.address === '' ? 'tenant' : trail(place.address)) : ''} | [${plain(rule)}](${rulePage(rule)}) |`,
        ),
        '',
      ]

const changes = (result: PlanResult, context: FindingContext): readonly string[] => {
  const text = planText(result, { ...context, columns, paint: paintFor({ colour: false }) }).trim()
  const shown = text.length > longest ? `${text.slice(0, longest).replace(/\n[^\n]*$/, '')}\n…` : text
  // A name can hold backticks: the fence is longer than any of them.
  const fence = '`'.repeat(Math.max(3, ...[...shown.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)))
  return [
    `<details><summary>Every change (${counted(result.plan.steps.length, 'write')})</summary>`,
    '',
    `${fence}text`,
    shown,
    fence,
    '</details>',
    '',
  ]
}
