import {
  type Audit,
  type AuditedRule,
  auditedObject,
  auditScope,
  auditSummary,
  type Failure,
  failingRules,
  failsFor,
  lookedAt,
} from '@entitle/language'
import { openLines } from './audit-open.ts'
import { wrapped } from './columns.ts'
import { counted } from './counted.ts'
import { type FindingContext, placeOf } from './finding.ts'
import { json, placeJson } from './json.ts'
import { readingLine } from './plan.ts'
import { printableText } from './printable.ts'

/** An audit and how it came about. */
export interface AuditView {
  readonly audit: Audit
  /** How people know the tenant. */
  readonly tenant: string
  readonly account?: string
  readonly requests: number
  readonly objects: number
  readonly milliseconds: number
  readonly verbose: boolean
}

/** How many objects of one rule are shown without `--verbose`. */
const most = 8

/** By rule: what fails, what is excused, what isn't known, what passes, what was left out. */
export const auditText = (view: AuditView, context: FindingContext): string => {
  const { audit, verbose } = view
  const { paint, columns } = context
  const failing = failingRules(audit)
  const isShown = ({ severity }: AuditedRule) => verbose || severity !== 'hint'
  const passing = audit.rules.filter(({ verdict }) => verdict === 'pass')
  return [
    readingLine(view, context, view.account === undefined ? undefined : 'read-only'),
    ...wrapped(printableText(auditScope(audit)), columns),
    '',
    ...failing.filter(isShown).flatMap(rule => [...failingLines(rule, verbose, context), '']),
    ...hintLines(
      failing.filter(rule => !isShown(rule)),
      context,
    ),
    ...excusedLines(audit, context),
    ...besidesLines(audit, verbose, context),
    ...openLines(audit, { verbose, paint, columns }),
    ...passingLines(passing, verbose, context),
    ...leftOutLines(audit, context),
    summary(audit, context),
    '',
  ].join('\n')
}

const failingLines = (rule: AuditedRule, verbose: boolean, context: FindingContext): readonly string[] => {
  const { paint, columns, hasPage } = context
  const { failures, severity, finds } = rule
  const sign = severity === 'error' ? paint.red('✗') : paint.yellow('✗')
  const colour = severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.blue
  const shown = verbose ? failures : failures.slice(0, most)
  const [why] = failures.flatMap(failure => failure.why ?? [])
  return [
    `${sign} ${paint.bold(printableText(rule.rule))}  ${colour(severity)}  ${failsFor(rule)}`,
    ...wrapped(printableText(`It finds ${finds}.`), columns - 4).map(line => `  ${paint.dim(line)}`),
    ...shown.flatMap(failure => failureLines(failure, context)),
    ...(shown.length === failures.length
      ? []
      : [`    ${paint.dim(`and ${failures.length - shown.length} more: --verbose shows them`)}`]),
    ...(why === undefined ? [] : noted('=', why, context)),
    ...(hasPage(rule.rule) ? noted('›', `docs: rules/${rule.rule}`, context) : []),
  ]
}

/** Hints are told by their rules alone, as in a check. */
const hintLines = (rules: readonly AuditedRule[], { paint, columns }: FindingContext): readonly string[] => {
  if (rules.length === 0) return []
  const names = rules.map(rule => `${rule.rule} ${failsFor(rule)}`)
  const text = `${counted(rules.length, 'hint')}: ${names.join('; ')}. --verbose shows more.`
  return [...wrapped(printableText(text), columns - 2).map(paint.dim), '']
}

const failureLines = ({ address, message, portal, declared }: Failure, context: FindingContext): readonly string[] => {
  const { paint, columns } = context
  const place = declared === undefined ? '' : `  ${paint.dim(placeOf({ kind: 'source', range: declared }, context))}`
  return [
    `    ${printableText(auditedObject(address))}${place}`,
    ...wrapped(printableText(message), columns - 6).map(line => `      ${line}`),
    ...(portal === undefined ? [] : [`      ${paint.cyan(portal)}`]),
  ]
}

const noted = (symbol: string, text: string, { paint, columns }: FindingContext): readonly string[] =>
  wrapped(printableText(text), columns - 5).map((line, i) => `  ${i === 0 ? paint.dim(symbol) : ' '} ${line}`)

/** What no rule is about and a check of sources refuses. */
const besidesLines = ({ besides }: Audit, verbose: boolean, context: FindingContext): readonly string[] => {
  if (besides.length === 0) return []
  const { paint } = context
  const shown = verbose ? besides : besides.slice(0, most)
  return [
    paint.bold('Besides the rules: the tenant has what entitle check refuses in sources'),
    ...shown.flatMap(failure => failureLines(failure, context)),
    ...(shown.length === besides.length
      ? []
      : [`    ${paint.dim(`and ${besides.length - shown.length} more: --verbose shows them`)}`]),
    '',
  ]
}

/** What the sources' waivers excuse today. */
const excusedLines = ({ rules }: Audit, { paint, columns }: FindingContext): readonly string[] => {
  const excused = rules.flatMap(({ rule, excused: all }) => all.map(failure => ({ rule, failure })))
  if (excused.length === 0) return []
  return [
    paint.bold('Excused by waivers of the sources'),
    ...excused.flatMap(({ rule, failure: { address, waived } }) => [
      `  ${paint.cyan('~')} ${printableText(rule)}  ${printableText(auditedObject(address))}`,
      ...wrapped(printableText(`until ${waived?.until ?? ''}: ${waived?.because ?? ''}`), columns - 6).map(
        line => `      ${line}`,
      ),
    ]),
    '',
  ]
}

const passingLines = (rules: readonly AuditedRule[], verbose: boolean, context: FindingContext): readonly string[] => {
  const { paint, columns } = context
  if (rules.length === 0) return []
  const names = rules.map(rule => (verbose ? lookedAt(rule) : rule.rule))
  const [first = '', ...others] = wrapped(
    `${counted(rules.length, 'rule')} ${rules.length === 1 ? 'passes' : 'pass'}: ${names.map(printableText).join(', ')}`,
    columns - 4,
  )
  return [`${paint.green('✓')} ${first}`, ...others.map(line => `  ${line}`), '']
}

const leftOutLines = ({ leftOut }: Audit, { paint, columns }: FindingContext): readonly string[] => {
  if (leftOut.length === 0) return []
  return [
    ...[...Map.groupBy(leftOut, ({ why }) => why)].flatMap(([why, group]) =>
      wrapped(printableText(`Left out: ${group.map(({ rule }) => rule).join(', ')}. ${why}`), columns - 2).map(
        paint.dim,
      ),
    ),
    '',
  ]
}

const summary = (audit: Audit, { paint }: FindingContext): string => {
  const is = (wanted: AuditedRule['verdict']) => audit.rules.some(({ verdict }) => verdict === wanted)
  const colour = is('fail') ? paint.red : is('not determined') ? paint.yellow : paint.green
  return `${colour('Audited:')} ${auditSummary(audit)}. Nothing was changed.`
}

/** `entitle-audit/1`. */
export const auditJson = ({ audit, requests, milliseconds }: AuditView, nameOf: (uri: string) => string): string => {
  const failure = ({ declared, ...rest }: Failure): object => ({
    ...rest,
    ...(declared === undefined ? {} : { declared: placeJson({ kind: 'source', range: declared }, nameOf) }),
  })
  const rules = audit.rules.map(rule => ({
    ...rule,
    failures: rule.failures.map(failure),
    excused: rule.excused.map(failure),
  }))
  return json({ ...audit, rules, besides: audit.besides.map(failure), requests, milliseconds })
}
