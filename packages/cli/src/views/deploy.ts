import type { Diagnosis, Failure, Outcome, Plan, Step, StepOutcome, StepResult } from '@entitle/graph'
import type { UndoFacts } from '../commands/undo-file.ts'
import { padded, widthOf, wrapped } from './columns.ts'
import { counted } from './counted.ts'
import type { FindingContext } from './finding.ts'
import { findingJson, json } from './json.ts'
import { tenantJson } from './plan.ts'
import { printableText } from './printable.ts'
import { leafWords, pathWords } from './step-words.ts'
import { took } from './took.ts'

const resultWords: { readonly [result in StepResult]: string } = {
  created: 'created',
  updated: 'updated',
  deleted: 'deleted',
  already: 'already so',
  failed: 'failed',
  unknown: 'unknown',
  stale: 'changed meanwhile',
  'not-run': 'not run',
}

const failing = new Set<StepResult>(['failed', 'unknown', 'stale'])

/** One step as it ended: `✓ catalog Partners › package Alpine      created    0.3 s`. */
export const stepLine = (
  step: Step,
  outcome: StepOutcome,
  previous: string | undefined,
  { paint, columns }: FindingContext,
): string => {
  const bad = failing.has(outcome.result)
  const symbol = bad ? paint.red('✗') : outcome.result === 'deleted' ? paint.red('-') : paint.green('✓')
  const left = `${symbol} ${pathWords(step.address, previous)}`
  const room = Math.min(Math.max(columns - 24, 40), 78)
  const result = padded(resultWords[outcome.result], 10)
  return `${padded(left, Math.max(room, widthOf(left) + 2))}${bad ? paint.red(result) : result} ${paint.dim(took(outcome.milliseconds))}`
}

/** What reading again has shown. */
export interface Verified {
  /** How many changes are left; undefined where nobody looked. */
  readonly checked?: number | undefined
  readonly isUndoing?: boolean
}

/** The end of a deployment: what took effect, what failed and why, what to do. */
export const deployText = (plan: Plan, outcome: Outcome, verified: Verified, context: FindingContext): string =>
  [
    ...(outcome.steps.length === 0 ? [] : ['']),
    ...failuresOf(outcome).flatMap(({ about, failure }) => [...failureLines(about, failure, context), '']),
    endLine(plan, outcome, verified, context),
    '',
  ].join('\n')

/** What failed: steps by the names of their objects, or the deployment as a whole. */
const failuresOf = ({ steps, failure }: Outcome): readonly { about?: string; failure: Failure }[] => [
  ...(failure === undefined ? [] : [{ failure }]),
  ...steps.flatMap(step =>
    step.failure === undefined ? [] : [{ about: leafWords(step.address), failure: step.failure }],
  ),
]

const failureLines = (
  about: string | undefined,
  failure: Failure,
  { paint, columns }: FindingContext,
): readonly string[] => {
  const request = failure.requestId === undefined ? '' : `  ${paint.dim(`request ${failure.requestId}`)}`
  const line = (text: string) => wrapped(printableText(text), columns - 4).map(part => `  ${part}`)
  return [
    `${paint.red('✗')} ${about === undefined ? '' : `${about}: `}${printableText(failure.message)}${request}`,
    ...(failure.because === undefined ? [] : line(`because ${failure.because}`)),
    ...line(`do: ${failure.remedy}`),
  ]
}

const count = ({ steps }: Outcome, ...results: StepResult[]): number =>
  steps.filter(({ result }) => results.includes(result)).length

const endLine = (plan: Plan, outcome: Outcome, verified: Verified, { paint }: FindingContext): string => {
  const effects = count(outcome, 'created', 'updated', 'deleted', 'already')
  const soFar = `${effects} of ${counted(plan.steps.length, 'step')} took effect${effects === plan.steps.length ? '' : '; the others did not'}`
  if (outcome.status === 'done') {
    const parts = [
      [count(outcome, 'created'), 'added'],
      [count(outcome, 'updated'), 'changed'],
      [count(outcome, 'deleted'), 'deleted'],
      [count(outcome, 'already'), 'there already'],
    ].flatMap(([n, word]) => (n === 0 ? [] : [`${n} ${word}`]))
    const waited = outcome.waitedMilliseconds < 1000 ? '' : ` (${took(outcome.waitedMilliseconds)} waiting for Graph)`
    return `${paint.green('Done:')} ${parts.join(', ')} in ${took(outcome.milliseconds)}${waited}.${verdict(verified)}`
  }
  if (outcome.failure !== undefined) return `${paint.red('Refused:')} nothing was changed.`
  if (outcome.status === 'refused')
    return `${paint.red('Refused:')} the tenant changed since this was planned, so nothing was changed. Plan again, look at what is different, and deploy that.`
  if (outcome.status === 'cancelled')
    return `${paint.yellow('Cancelled:')} ${soFar}. Run entitle deploy again to go on from here.`
  const unknown = count(outcome, 'unknown')
  const unsure = unknown === 0 ? '' : ` Of ${counted(unknown, 'step')} it is not known; the next plan tells.`
  if (effects + unknown === 0) return `${paint.red('Failed:')} nothing was changed.`
  return `${paint.red('Failed:')} ${soFar}.${unsure}`
}

/** How to undo a deployment, and what that leaves. */
export const undoText = (undoing: UndoFacts | undefined, { paint, columns }: FindingContext): string => {
  if (undoing === undefined) return ''
  const { file, restores, stays } = undoing
  const kept = stays.flatMap(each =>
    wrapped(printableText(each), columns - 4).map((line, n) => `${n === 0 ? '  - ' : '    '}${line}`),
  )
  const but = stays.length === 0 ? '' : ` What it leaves as it is:`
  return [
    `${paint.bold('To undo this:')} entitle deploy ${printableText(file)} gives back ${counted(restores, 'object')}.${but}`,
    ...kept,
    '',
  ].join('\n')
}

const verdict = ({ checked, isUndoing = false }: Verified): string => {
  if (checked === undefined) return ''
  if (checked === 0) return isUndoing ? ' Checked: nothing is left to undo.' : ' Checked: the tenant is as declared.'
  return ` Checked: Graph does not show ${counted(checked, 'change')} yet; entitle plan tells more.`
}

/** `entitle-deploy/1`. `status` is `nothing-to-do` or `refused` where no step was tried; `hindrances` say what would be in the way. */
export const deployJson = (
  plan: Plan,
  outcome: Outcome | undefined,
  { checked, undoing }: { readonly checked?: number | undefined; readonly undoing?: UndoFacts | undefined },
  nameOf: (uri: string) => string,
  hindrances: readonly Diagnosis[] = [],
): string => {
  const idle = plan.steps.length === 0 && plan.findings.every(({ severity }) => severity !== 'error')
  return json({
    format: 'entitle-deploy/1',
    tenant: tenantJson(plan),
    status: outcome?.status ?? (idle ? 'nothing-to-do' : 'refused'),
    steps: outcome?.steps ?? [],
    ...(outcome?.failure === undefined ? {} : { failure: outcome.failure }),
    ...(hindrances.length === 0 ? {} : { hindrances }),
    findings: plan.findings.map(finding => findingJson(finding, nameOf)),
    ...(outcome === undefined
      ? {}
      : {
          summary: {
            created: count(outcome, 'created'),
            updated: count(outcome, 'updated'),
            deleted: count(outcome, 'deleted'),
            already: count(outcome, 'already'),
            failed: count(outcome, 'failed', 'unknown', 'stale'),
            notRun: count(outcome, 'not-run'),
            requests: outcome.requests,
            milliseconds: outcome.milliseconds,
            waitedMilliseconds: outcome.waitedMilliseconds,
          },
        }),
    ...(checked === undefined ? {} : { asDeclared: checked === 0 }),
    ...(undoing === undefined ? {} : { undo: undoing }),
  })
}
