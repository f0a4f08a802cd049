import type { Finding, Plan } from '@entitle/graph'
import { changeTree, lossOf, movedOf } from '@entitle/graph'
import { type Pruning, pruningWords } from '../pruning.ts'
import { changeLines, tally } from './change-lines.ts'
import { planVoice } from './change-voice.ts'
import { changedValues } from './changed-values.ts'
import { counted, peopleWords } from './counted.ts'
import { type FindingContext, findingLines } from './finding.ts'
import { findingJson, json, placeJson } from './json.ts'
import { printableText } from './printable.ts'
import { took } from './took.ts'

/** A plan and how it came about. */
export interface PlanResult extends Pruning {
  readonly plan: Plan
  /** How people know the tenant: its domain, or the sandbox's file. */
  readonly tenant: string
  readonly account?: string
  readonly requests: number
  readonly objects: number
  readonly milliseconds: number
  /** The options that say which tenant, for command lines to copy: ` --sandbox`, or nothing. */
  readonly where: string
  /** The file that holds the plan, where it was saved. */
  readonly saved?: string
  /** The file that the plan was read from. */
  readonly from?: string
  /** The plan is about to be carried out. */
  readonly deploying?: boolean
  readonly verbose: boolean
}

export const planText = (result: PlanResult, context: FindingContext): string => {
  const { plan } = result
  const tree = changeTree(plan)
  const voice = planVoice(result.prune)
  return [
    readingLine(result, context, result.deploying === true || result.account === undefined ? undefined : 'read-only'),
    '',
    ...changeLines(tree, { ...context, voice, verbose: result.verbose }),
    ...generalFindings(plan).flatMap(finding => [...findingLines(finding, context), '']),
    planSummary(plan, context),
    ...footer(result),
    '',
  ].join('\n')
}

/** `contoso.com  (read 41 objects in 9 requests, 1.4 s; signed in as anna@contoso.com, read-only)`. */
export const readingLine = (
  result: Pick<PlanResult, 'tenant' | 'account' | 'requests' | 'objects' | 'milliseconds' | 'from'>,
  { paint }: Pick<FindingContext, 'paint'>,
  access?: string,
): string => {
  const account = result.account === undefined ? [] : [`signed in as ${printableText(result.account)}`]
  const who = [...account, ...(access === undefined ? [] : [access])].join(', ')
  const read =
    result.from !== undefined
      ? `plan from ${printableText(result.from)}`
      : `read ${counted(result.objects, 'object')} in ${counted(result.requests, 'request')}, ${took(result.milliseconds)}`
  return `${paint.bold(printableText(result.tenant))}  ${paint.dim(`(${[read, who].filter(part => part !== '').join('; ')})`)}`
}

/** Findings that no line of the tree shows. */
const generalFindings = (plan: Plan): readonly Finding[] => {
  const shown = new Set([...plan.steps, ...plan.unmanaged].map(({ address }) => address))
  return plan.findings.filter(({ place }) => place.kind === 'source' || !shown.has(place.address))
}

/** `Plan: 2 to add, 1 to change, 0 to delete, 1 not managed · 6 writes`. */
const planSummary = (plan: Plan, { paint }: Pick<FindingContext, 'paint'>): string => {
  const counts = tally(changeTree(plan))
  const unmanaged = counts.unmanaged === 0 ? '' : `, ${counts.unmanaged} not managed`
  if (plan.steps.length === 0 && hasErrors(plan))
    return `${paint.red('No plan:')} the errors above keep it from being made.`
  if (plan.steps.length === 0)
    return `${paint.green('Nothing to do:')} ${counted(plan.unchanged, 'object')} ${plan.unchanged === 1 ? 'is' : 'are'} as declared${unmanaged}.`
  const [{ people: losing }, { people: moving }] = [lossOf(plan), movedOf(plan)]
  const losers = losing === 0 ? '' : `; ${peopleWords(losing, 'loses', 'lose')} access`
  const movers = moving === 0 ? '' : `; ${peopleWords(moving, 'is', 'are')} moved to another policy`
  const replaced = counts.replace === 0 ? '' : `, ${counts.replace} to replace`
  return (
    `${paint.bold('Plan:')} ${counts.create} to add, ${counts.update} to change${replaced}, ${counts.delete} to delete${unmanaged}` +
    `${losers}${movers} · ${counted(plan.steps.length, 'write')}`
  )
}

const hasErrors = ({ findings }: Plan): boolean => findings.some(({ severity }) => severity === 'error')

const footer = ({ plan, saved, deploying, where, ...pruning }: PlanResult): readonly string[] => {
  if (hasErrors(plan))
    return plan.steps.length === 0 ? [] : ['This cannot be deployed before the errors above are settled.']
  if (saved !== undefined) return [`Saved as ${saved}. entitle deploy ${saved}${where} carries out exactly this.`]
  if (plan.steps.length === 0 || deploying === true) return []
  const more = pruningWords(pruning)
  return [
    `Saved nothing. entitle deploy${where}${more} carries out exactly this; entitle plan${where}${more} --out FILE keeps it.`,
  ]
}

/** `entitle-plan-report/1`: the plan in words and data. The plan to deploy is what `--out` writes. */
export const planJson = (result: PlanResult, nameOf: (uri: string) => string): string => {
  const { plan } = result
  return json({
    format: 'entitle-plan-report/1',
    tenant: tenantJson(plan),
    changes: plan.steps.map(step => ({
      id: step.id,
      action: step.action,
      kind: step.kind,
      address: step.address,
      reason: step.reason,
      ...(step.counterpart === undefined ? {} : { counterpart: step.counterpart }),
      risk: step.risk,
      ...losing(plan, step.action === 'delete' ? step.address : undefined),
      undo: step.undo,
      ...(step.origin === undefined
        ? {}
        : { declared: placeJson({ kind: 'source', range: step.origin.range }, nameOf) }),
      properties: step.changes,
      words: changedValues(step, false),
    })),
    unmanaged: plan.unmanaged,
    findings: plan.findings.map(finding => findingJson(finding, nameOf)),
    summary: summaryJson(plan),
    ...(result.saved === undefined ? {} : { saved: result.saved }),
  })
}

/** Who loses access by a deletion, and who is moved to another policy, the first ten by name. */
const losing = (plan: Plan, address: string | undefined): object => {
  const loss = address === undefined ? undefined : lossOf(plan, address)
  const moved = address === undefined ? undefined : movedOf(plan, address)
  return {
    ...(loss === undefined || loss.people === 0 ? {} : { losesAccess: loss }),
    ...(moved === undefined || moved.people === 0 ? {} : { movesAccess: moved }),
  }
}

export const tenantJson = ({ tenant }: Plan): object => ({
  name: tenant.name,
  displayName: tenant.displayName,
  tenantId: tenant.tenantId,
  ...(tenant.domain === undefined ? {} : { domain: tenant.domain }),
})

const summaryJson = (plan: Plan): object => {
  const { create, update, replace, unmanaged, ...counts } = tally(changeTree(plan))
  return {
    add: create,
    change: update,
    replace,
    delete: counts.delete,
    unmanaged,
    unchanged: plan.unchanged,
    losingAccess: lossOf(plan).people,
    moved: movedOf(plan).people,
  }
}
