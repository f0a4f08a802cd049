import type { Properties } from '../model/tenant.ts'
import { defineCheck, type Happening, items, type PlanCheck, part, type Told } from './check.ts'
import { admitsOutsiders, newlyAdmitted, subjectNames } from './requestors.ts'
import { compareEnds, endInWords, endOf, spanInWords } from './spans.ts'

const kinds = ['assignment-policy'] as const

/** A check of what changes in a policy that is there. */
const ofPolicy = (
  facts: Pick<PlanCheck, 'name' | 'tells' | 'why' | 'severity'>,
  check: (policy: string, before: Properties, after: Properties, happening: Happening) => Told | undefined,
): PlanCheck =>
  defineCheck({
    ...facts,
    kinds,
    check: happening => {
      const { name, within, before, after } = happening
      return before === undefined || after === undefined
        ? undefined
        : check(`Policy ${name} of package ${within}`, before, after, happening)
    },
  })

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

export const widensRequestors = defineCheck({
  name: 'widens-requestors',
  tells: 'that a policy admits people whom it did not admit before, or that a package gets another policy',
  why: 'More people may ask for what the package gives.',
  severity: 'warning',
  kinds,
  check({ name, within, before, after, isInLive }) {
    const more = newlyAdmitted(before, after)
    if (more.length === 0 || after === undefined || !isInLive) return undefined
    const outside = admitsOutsiders(after) && !admitsOutsiders(before)
    return {
      message: `${before === undefined ? 'A new policy' : 'Policy'} ${name} of package ${within} lets ${listed(more)} request${before === undefined ? '' : ', whom it did not admit so far'}.`,
      ...(outside ? { why: 'People from outside may ask for what the package gives.' } : {}),
      ...(before === undefined && !outside ? { severity: 'info' as const } : {}),
    }
  },
})

const approval = (policy: Properties) => part(policy, 'requestApprovalSettings')
const stagesOf = (policy: Properties): readonly Properties[] =>
  approval(policy).isApprovalRequiredForAdd === true ? items(approval(policy), 'stages') : []

export const removesApprovalStage = ofPolicy(
  {
    name: 'removes-approval-stage',
    tells: 'that requests need no approval any more, or fewer stages of it',
    why: 'Fewer people look at a request before access is given.',
    severity: 'warning',
  },
  (policy, before, after) => {
    const [then, now] = [stagesOf(before).length, stagesOf(after).length]
    if (now >= then) return undefined
    if (now === 0) return { message: `${policy} gives access without approval; so far somebody approved.` }
    return { message: `${policy} has ${now === 1 ? '1 stage' : `${now} stages`} of approval rather than ${then}.` }
  },
)

const decidersOf = (stage: Properties | undefined): readonly string[] =>
  subjectNames([...items(stage, 'primaryApprovers'), ...items(stage, 'fallbackPrimaryApprovers')])

export const removesLastApprover = ofPolicy(
  {
    name: 'removes-last-approver',
    tells: 'that a stage of approval keeps none of the approvers that it had, or has none at all',
    why: 'Those who know whom to let in no longer decide.',
    severity: 'warning',
  },
  (policy, before, after) => {
    const then = stagesOf(before)
    for (const [place, stage] of stagesOf(after).entries()) {
      const had = decidersOf(then[place])
      const has = decidersOf(stage)
      if (had.length === 0 || had.some(name => has.includes(name))) continue
      const which = then.length === 1 ? 'its stage' : `stage ${place + 1}`
      return {
        message: `${policy} takes every approver from ${which}: ${listed(had)}; ${has.length === 0 ? 'nobody is left' : `now ${listed(has)} ${has.length === 1 ? 'decides' : 'decide'}`}.`,
      }
    }
    return undefined
  },
)

export const lengthensExpiry = ofPolicy(
  {
    name: 'lengthens-expiry',
    tells: 'that access ends later than so far, or never',
    why: 'Access outlives the work that it was given for.',
    severity: 'warning',
  },
  (policy, before, after) => {
    const [then, now] = [endOf(before), endOf(after)]
    return compareEnds(then, now) === 'later'
      ? { message: `Access under ${lower(policy)} ends ${endInWords(now)} rather than ${endInWords(then)}.` }
      : undefined
  },
)

export const shortensExpiry = ofPolicy(
  {
    name: 'shortens-expiry-of-live-access',
    tells: 'that access will end earlier, and what becomes of access that people have',
    why: 'Who has access keeps the end that it had: Graph applies the new one to new requests only.',
    severity: 'info',
  },
  (policy, before, after) => {
    const [then, now] = [endOf(before), endOf(after)]
    return compareEnds(then, now) === 'earlier'
      ? {
          message: `Access under ${lower(policy)} ends ${endInWords(now)} rather than ${endInWords(then)}; access that people have keeps its end.`,
          help: 'End or shorten that access by assignments where it must not last.',
        }
      : undefined
  },
)

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const requesting = (policy: Properties) => part(policy, 'requestorSettings')

export const allowsExtension = ofPolicy(
  {
    name: 'allows-extension',
    tells: 'that people may extend their access, or may do so without approval',
    why: 'An end that people may push back by themselves ends nothing.',
    severity: 'warning',
  },
  (policy, before, after) => {
    const mayExtend = (each: Properties) => requesting(each).enableTargetsToSelfUpdateAccess === true
    const isApproved = (each: Properties) => approval(each).isApprovalRequiredForUpdate === true
    if (!mayExtend(after)) return undefined
    if (!mayExtend(before))
      return {
        message: `${policy} lets people extend their access${isApproved(after) ? ', with approval' : ' without approval'}.`,
        ...(isApproved(after) ? { severity: 'info' as const } : {}),
      }
    return isApproved(before) && !isApproved(after)
      ? { message: `${policy} lets people extend their access without approval; so far somebody approved.` }
      : undefined
  },
)

export const letsRequestForOthers = ofPolicy(
  {
    name: 'lets-request-for-others',
    tells: 'that somebody may request access for others',
    why: 'People get access that they never asked for.',
    severity: 'info',
  },
  (policy, before, after) => {
    const may = (each: Properties) => requesting(each).enableOnBehalfRequestorsToAddAccess === true
    if (may(before) || !may(after)) return undefined
    const who = subjectNames(items(requesting(after), 'onBehalfRequestors'))
    return { message: `${policy} lets ${who.length === 0 ? 'others' : listed(who)} request access for somebody else.` }
  },
)

export const dropsJustification = ofPolicy(
  {
    name: 'drops-justification',
    tells: 'that requestors or approvers need not say why any more',
    why: 'An auditor asks for the reason later, and nobody wrote it down.',
    severity: 'info',
  },
  (policy, before, after) => {
    if (approval(before).isRequestorJustificationRequired === true)
      if (approval(after).isRequestorJustificationRequired !== true && stagesOf(after).length > 0)
        return { message: `${policy} no longer asks requestors why they need access.` }
    const says = (each: Properties) => stagesOf(each).every(stage => stage.isApproverJustificationRequired === true)
    return stagesOf(before).length > 0 && stagesOf(after).length > 0 && says(before) && !says(after)
      ? { message: `${policy} no longer asks approvers why they decide as they do.` }
      : undefined
  },
)

export const slowsApproval = ofPolicy(
  {
    name: 'answers-late',
    tells: 'that requests may stay open longer without a decision',
    why: 'A request that nobody decides on is denied in the end, and people wait for it.',
    severity: 'info',
  },
  (policy, before, after) => {
    const days = (stage: Properties | undefined) =>
      Number.parseInt(/^P(\d+)D/.exec(String(stage?.durationBeforeAutomaticDenial ?? ''))?.[1] ?? '', 10)
    for (const [place, stage] of stagesOf(after).entries()) {
      const [then, now] = [days(stagesOf(before)[place]), days(stage)]
      if (now > then)
        return { message: `${policy} leaves requests open for ${spanInWords(now)} rather than ${spanInWords(then)}.` }
    }
    return undefined
  },
)

export const assignsAutomatically = ofPolicy(
  {
    name: 'assigns-automatically',
    tells: 'that a rule gives access to people without a request, or another rule does',
    why: 'Everybody whom the rule matches gets the access within minutes, and who it no longer matches loses it.',
    severity: 'warning',
  },
  (policy, before, after) => {
    const rule = (each: Properties) =>
      part(each, 'automaticRequestSettings').requestAccessForAllowedTargets === true
        ? String(
            items(each, 'specificAllowedTargets')
              .map(target => target.membershipRule)
              .find(text => text !== undefined) ?? '',
          )
        : undefined
    const [then, now] = [rule(before), rule(after)]
    if (now === undefined || now === then) return undefined
    return {
      message: `${policy} assigns the package to everybody with ${now}${then === undefined ? '' : `; so far with ${then}`}.`,
    }
  },
)

export const silencesNotifications = ofPolicy(
  {
    name: 'silences-notifications',
    tells: 'that people are no longer told of access that they get or lose',
    why: 'Nobody notices access that ends, or that somebody should not have.',
    severity: 'info',
  },
  (policy, before, after) => {
    const isOff = (each: Properties) => part(each, 'notificationSettings').isAssignmentNotificationDisabled === true
    return !isOff(before) && isOff(after) ? { message: `${policy} no longer tells people of their access.` } : undefined
  },
)

export const dropsWorkflow = ofPolicy(
  {
    name: 'drops-workflow',
    tells: 'that a workflow is no longer called',
    why: 'What it did for each request or assignment (tickets, badges, licences) no longer happens.',
    severity: 'info',
  },
  (policy, before, after) => {
    const [then, now] = [items(before, 'customExtensionStageSettings'), items(after, 'customExtensionStageSettings')]
    return now.length < then.length
      ? {
          message: `${policy} calls ${now.length === 0 ? 'no workflow any more' : 'fewer workflows'}; so far it called ${then.length}.`,
        }
      : undefined
  },
)
