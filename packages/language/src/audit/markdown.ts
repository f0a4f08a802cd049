import { markdownCode as code, markdownText as text } from '../printing/markdown-text.ts'
import type { Audit, AuditedRule, Failure } from './audit.ts'
import {
  auditedObject,
  auditScope,
  auditSummary,
  failingRules,
  failsFor,
  idleQuestions,
  lookedAt,
  openReasons,
  questionOf,
} from './words.ts'

/** An audit as Markdown: what fails first. `title` says of which tenant, `nameOf` shortens the address of a file. */
export const auditMarkdown = (audit: Audit, title: string, nameOf: (uri: string) => string): string => {
  const failing = failingRules(audit)
  const passing = audit.rules.filter(({ verdict }) => verdict === 'pass')
  const excused = audit.rules.flatMap(({ rule, excused: all }) => all.map(failure => ({ rule, failure })))
  const idle = idleQuestions(audit)
  return [
    `# Audit of ${text(title)}`,
    `**${auditSummary(audit)}.** ${text(auditScope(audit))} Nothing was changed.`,
    ...(failing.length === 0 ? [] : ['## Fails', ...failing.flatMap(rule => failingBlock(rule, nameOf))]),
    ...section(
      'Refused by checks, besides the rules',
      audit.besides.map(each => failureItem(each, nameOf)),
    ),
    ...section(
      'Excused by waivers of the sources',
      excused.map(
        ({ rule, failure: { address, waived } }) =>
          `- ${code(rule)} ${text(auditedObject(address))}, until ${waived?.until ?? ''}: ${text(waived?.because ?? '')}`,
      ),
    ),
    ...openBlocks(audit),
    ...section(
      'Passes',
      passing.map(rule => `- ${code(rule.rule)} ${text(lookedAt(rule).slice(rule.rule.length + 1))}`),
    ),
    ...section(
      'Left out',
      audit.leftOut.map(({ rule, why }) => `- ${code(rule)}: ${text(why)}`),
    ),
    ...section(
      'Not looked at: no rule of this standard speaks of it',
      idle.map(question => `- ${text(questionOf(question))}: ${text(question.why)}`),
    ),
  ]
    .join('\n\n')
    .concat('\n')
}

/** A list below a heading, or nothing. */
const section = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`## ${title}`, items.join('\n')]

const failingBlock = (rule: AuditedRule, nameOf: (uri: string) => string): readonly string[] => {
  const [why] = rule.failures.flatMap(failure => failure.why ?? [])
  return [
    `### ${code(rule.rule)} (${rule.severity}) ${failsFor(rule)}`,
    text(`It finds ${rule.finds}.${why === undefined ? '' : ` ${why}`}`),
    rule.failures.map(failure => failureItem(failure, nameOf)).join('\n'),
  ]
}

const failureItem = ({ address, message, portal, declared }: Failure, nameOf: (uri: string) => string): string =>
  [
    `- **${text(auditedObject(address))}**: ${text(message)}`,
    ...(portal === undefined ? [] : [`[Open in the admin center](${portal})`]),
    ...(declared === undefined
      ? []
      : [`[${text(nameOf(declared.uri))}:${declared.start.line + 1}](${declared.uri}#L${declared.start.line + 1})`]),
  ].join(' ')

const openBlocks = (audit: Audit): readonly string[] => {
  const reasons = openReasons(audit)
  if (reasons.length === 0) return []
  return [
    '## Not determined',
    ...reasons.flatMap(({ why, questions, rules }) => [
      `${text(why)} Not known for that: ${rules.map(code).join(', ')}.`,
      [...new Set(questions.map(questionOf))].map(name => `- ${text(name)}`).join('\n'),
    ]),
  ]
}
