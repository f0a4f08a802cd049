import type { Fix } from '@entitle/graph'
import type { PolicyElement, Program, Requestable, Sourced, Trait } from '../../resolve/program.ts'
import { countInWords, daysInWords } from '../bound.ts'
import { sayer } from '../define-rule.ts'
import { addStatement, replace, replaceStatement } from '../edit.ts'
import { isExternalPolicy } from '../external.ts'
import { frequencies, timesAYear } from '../frequency.ts'
import { guestsIn } from '../guest.ts'
import { decidersOf, listInSource, reviewLines } from '../source-words.ts'
import { isSameObject, isSameSubject, subjectsInSource, subjectsInWords, whoInWords } from './object-words.ts'
import { type Place, type Verdict, verdict } from './verdict.ts'

type Of<T extends Trait['trait']> = Extract<Trait, { readonly trait: T }>

const placeOf = (policy: PolicyElement, said?: Sourced<unknown>): Omit<Place, 'is'> => ({
  subject: sayer(policy, said),
  range: said?.range ?? policy.nameRange,
})

/** Adds a statement to the policy, in the place of its own where it has one; what a template says is replaced for this policy only. */
const saying = (
  policy: PolicyElement,
  said: Sourced<unknown> | undefined,
  lines: readonly string[],
): readonly Fix[] => {
  const own = said !== undefined && said.template === undefined
  const edit = own ? replaceStatement(policy.block, said.range, lines) : addStatement(policy.block, lines)
  return [{ title: `${own ? 'Write' : 'Add'} ${lines[0]}${lines.length > 1 ? ' … }' : ''}`, safe: true, edits: [edit] }]
}

export const isForAudience = (policy: PolicyElement, { audience }: Of<'audience'>, program: Program): Verdict => {
  const people = audience === 'external' ? 'people from outside' : 'people from inside'
  const holds = audience === 'external' ? isExternalPolicy(policy, program) : isInternal(policy, program)
  return verdict(holds, placeOf(policy, policy.terms.requestable), [
    `lets ${people} request access`,
    `lets no ${people} request access`,
  ])
}

const isInternal = ({ terms: { requestable } }: PolicyElement, program: Program): boolean => {
  const who = requestable?.value
  if (who?.who === 'any member' || who?.who === 'any user') return true
  return who?.who === 'objects' && who.objects.length > guestsIn(who, program).length
}

export const isRequestable = (policy: PolicyElement, { who }: Of<'requestable'>): Verdict => {
  const said = policy.terms.requestable
  const holds = said === undefined ? who.who === 'no one' : admits(said.value, who)
  const words = said === undefined ? 'is requestable by no one' : `is requestable by ${whoInWords(said.value)}`
  return verdict(holds, placeOf(policy, said), [words, words])
}

/** Of lists, one common entry is enough. */
const admits = (said: Requestable, asked: Requestable): boolean => {
  if (said.who === 'users from')
    return (
      asked.who === 'users from' &&
      asked.organizations.some(({ organization: { node } }) =>
        said.organizations.some(({ organization }) => organization.node === node),
      )
    )
  if (said.who === 'apps' || said.who === 'objects')
    return (
      asked.who === said.who &&
      asked.objects.some(({ object }) => said.objects.some(other => isSameObject(other.object, object)))
    )
  return said.who === asked.who
}

export const isApproved = (policy: PolicyElement, { approvers, stages }: Of<'approval'>): Verdict => {
  const said = policy.terms.approval
  const place = placeOf(policy, said)
  const asked = said?.value.required === true ? said.value.stages : []
  const by = approvers.length === 0 ? '' : ` by ${subjectsInWords(approvers)}`
  if (asked.length === 0)
    return verdict(
      false,
      place,
      ['', `asks for no approval${by}`],
      approvers.length === 0 || stages > 1
        ? []
        : saying(policy, said, ['approval {', `  stage by ${subjectsInSource(approvers)}`, '}']),
    )
  if (asked.length < stages) return verdict(false, place, ['', `has ${countInWords(asked.length, 'approval stages')}`])
  const decides = asked.some(stage => approvers.some(one => stage.approvers.some(other => isSameSubject(one, other))))
  return verdict(approvers.length === 0 || decides, place, [`asks for approval${by}`, `asks for no approval${by}`])
}

export const isJustified = (policy: PolicyElement): Verdict => {
  const said = policy.terms.approval
  const holds = said?.value.required === true && said.value.justification
  return verdict(holds, placeOf(policy, said), ['asks requestors why', 'doesn’t ask requestors why'])
}

export const expires = (policy: PolicyElement, { mostMinutes }: Of<'expiration'>, today: string): Verdict => {
  const said = policy.terms.expiration
  const place = placeOf(policy, said)
  const fixes =
    mostMinutes === undefined ? [] : saying(policy, said, [`expires after ${daysInWords(mostMinutes / 1440)}`])
  if (said === undefined) return verdict(false, place, ['', 'doesn’t say when access ends'], fixes)
  if (said.value.expires === 'never') return verdict(false, place, ['', 'gives access that never ends'], fixes)
  const minutes =
    said.value.expires === 'after' ? said.value.minutes : (Date.parse(said.value.date) - Date.parse(today)) / 60_000
  const words =
    said.value.expires === 'after'
      ? `gives access for ${daysInWords(minutes / 1440)}`
      : `gives access until ${said.value.written}`
  return verdict(
    mostMinutes === undefined || minutes <= mostMinutes + slackOf(said.value),
    place,
    [words, words],
    fixes,
  )
}

/** A date lasts to the end of its day. */
const slackOf = ({ expires: how }: { readonly expires: string }): number => (how === 'on' ? 1440 : 0)

export const isExtensible = (policy: PolicyElement, { approval }: Of<'extension'>): Verdict => {
  const said = policy.terms.extension
  const allowed = said?.value.allowed === true
  const approved = said?.value.approval === true
  const hasApproval = policy.terms.approval?.value.required === true
  return verdict(
    allowed && (approved || !approval),
    placeOf(policy, said),
    [
      `lets people extend their access${approved ? ' with approval' : ''}`,
      allowed ? 'lets people extend their access without approval' : 'doesn’t let people extend their access',
    ],
    hasApproval ? saying(policy, said, ['extension allowed with approval']) : [],
  )
}

export const isReviewed = (policy: PolicyElement, { reviewers, frequency }: Of<'review'>): Verdict => {
  const said = policy.terms.review
  const place = placeOf(policy, said)
  const by = reviewers.length === 0 ? '' : ` by ${subjectsInWords(reviewers)}`
  if (said === undefined)
    return verdict(false, place, ['', `has no review${by}`], reviewing(policy, { reviewers, frequency }))
  const often = frequency === undefined || timesAYear[said.value.frequency] >= timesAYear[frequency]
  if (!often) {
    const { frequencyRange } = said.value
    const fix =
      frequencyRange === undefined
        ? []
        : [{ title: `Review ${frequency}`, safe: false, edits: [replace(frequencyRange, frequency)] }]
    return verdict(
      false,
      { ...place, range: frequencyRange ?? place.range },
      ['', `has access reviewed ${said.value.frequency}`],
      fix,
    )
  }
  const decides =
    reviewers.length === 0 || reviewers.some(one => said.value.reviewers.some(other => isSameSubject(one, other)))
  return verdict(decides, { ...place, range: said.value.reviewersRange ?? place.range }, [
    `has access reviewed ${said.value.frequency}${by}`,
    `has access reviewed, but not${by}`,
  ])
}

const reviewing = (
  policy: PolicyElement,
  { reviewers, frequency }: Pick<Of<'review'>, 'reviewers'> & { frequency: Of<'review'>['frequency'] | undefined },
): readonly Fix[] => {
  const who = reviewers.length > 0 ? subjectsInSource(reviewers) : listInSource(decidersOf(policy.package.catalog))
  return who === '' ? [] : saying(policy, undefined, reviewLines(frequency ?? usual, who))
}

const usual = frequencies.find(frequency => frequency === 'quarterly') ?? 'quarterly'

export const asksQuestions = (policy: PolicyElement): Verdict => {
  const said = policy.terms.questions
  return verdict((said?.value.length ?? 0) > 0, placeOf(policy, said), ['asks questions', 'asks no questions'])
}

export const isAutomatic = (policy: PolicyElement): Verdict =>
  verdict(policy.terms.automatic !== undefined, placeOf(policy, policy.terms.automatic), [
    'assigns access automatically',
    'doesn’t assign access automatically',
  ])

export const isSilent = (policy: PolicyElement): Verdict =>
  verdict(policy.terms.notificationsOff !== undefined, placeOf(policy, policy.terms.notificationsOff), [
    'has notifications off',
    'sends notifications',
  ])
