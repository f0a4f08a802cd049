import { minutesInWords } from '../printing/duration-words.ts'
import { counted } from '../printing/fields.ts'
import { expirationInWords } from '../printing/terms-in-words.ts'
import type { ApprovalStage, CallEvent, PackageElement, PolicyElement, Review, Terms } from '../resolve/program.ts'
import { audiencesOf } from './audience.ts'
import type { Arrow, Box, Column, Picture } from './picture.ts'
import { people } from './subjects.ts'

/** How one gets a package, keeps it and loses it: a column for each of its policies. */
export const lifecycle = (accessPackage: PackageElement): Picture => {
  const { displayName, catalog, policies } = accessPackage
  const drawn = policies.map((policy, index) => lifeOf(policy, accessPackage, `p${index + 1}`))
  return {
    title: `Lifecycle of ${displayName}, in ${catalog.displayName}`,
    columns: drawn.map(({ column }) => column),
    arrows: drawn.flatMap(({ arrows }) => arrows),
  }
}

interface Step extends Omit<Box, 'id'> {
  /** When one goes on from here. */
  readonly next?: string
}

const lifeOf = (
  policy: PolicyElement,
  accessPackage: PackageElement,
  id: string,
): { readonly column: Column; readonly arrows: readonly Arrow[] } => {
  const { terms, displayName } = policy
  const steps = [
    beginning(policy),
    ...stagesOf(terms),
    access(policy, accessPackage),
    ...reviewOf(terms),
    ending(policy),
  ]
  const boxes = steps.map(({ next: _next, ...box }, index) => ({ ...box, id: `${id}s${index + 1}` }))
  const arrows = steps.slice(0, -1).map(({ next }, index) => ({
    from: `${id}s${index + 1}`,
    to: `${id}s${index + 2}`,
    ...(next === undefined ? {} : { label: next }),
  }))
  return { column: { groups: [{ heading: displayName, boxes }] }, arrows }
}

const beginning = ({ terms, range }: PolicyElement): Step => {
  const { automatic, requestable, onBehalf, chooseDates, questions, approval } = terms
  const who = audiencesOf(terms)
  const noOne = automatic === undefined && (requestable === undefined || requestable.value.who === 'no one')
  const title = automatic === undefined ? (noOne ? 'No one may request' : 'Request') : 'Assigned automatically'
  const justified = approval?.value.required === true && approval.value.justification
  const decided = approval?.value.required === true && approval.value.stages.length > 0
  return {
    kind: 'begin',
    title,
    lines: [
      ...(automatic !== undefined
        ? [`where ${automatic.value.rule}`]
        : noOne
          ? ['administrators assign it']
          : [`by ${who.map(({ words }) => words).join(', ')}`]),
      ...(onBehalf === undefined ? [] : ['managers may request for their reports']),
      ...(chooseDates === undefined ? [] : ['the requestor may choose dates']),
      ...(justified ? ['with a justification'] : []),
      ...(questions === undefined ? [] : [`answers ${counted(questions.value.length, 'question')}`]),
      ...callsOn(terms, event => event === 'request created'),
    ],
    range,
    ...(automatic !== undefined || noOne || decided ? {} : { next: 'no approval' }),
  }
}

const stagesOf = (terms: Terms): readonly Step[] => {
  const { approval, automatic } = terms
  if (approval?.value.required !== true || automatic !== undefined) return []
  const { stages } = approval.value
  return stages.map((stage, index) => ({
    kind: 'decides',
    title: stages.length === 1 ? 'Approval' : `Approval, stage ${index + 1} of ${stages.length}`,
    lines: stageLines(stage),
    range: stage.range,
    next: 'approved',
  }))
}

const stageLines = ({ approvers, fallback, withinMinutes, justification, escalation }: ApprovalStage): string[] => [
  ...(approvers.length === 0 ? [] : [`by ${people(approvers, fallback)}`]),
  ...(justification ? ['who give a reason'] : []),
  ...(escalation === undefined
    ? []
    : [
        `after ${minutesInWords(escalation.afterMinutes)} also by ${people(escalation.approvers, escalation.fallback)}`,
      ]),
  `denied unless approved within ${minutesInWords(withinMinutes)}`,
]

const access = ({ terms }: PolicyElement, { grants, range }: PackageElement): Step => ({
  kind: 'access',
  title: 'Access',
  lines: [
    ...(grants.length === 0 ? ['to nothing yet'] : []),
    ...grants.map(({ role, resource }) => `${role} of ${resource.object.displayName}`),
    ...callsOn(terms, event => event === 'request approved' || event === 'assignment granted'),
  ],
  range,
})

const reviewOf = ({ review }: Terms): readonly Step[] =>
  review === undefined
    ? []
    : [
        {
          kind: 'review',
          title: `Review, ${review.value.frequency}`,
          lines: reviewLines(review.value),
          range: review.range,
          next: 'kept',
        },
      ]

const noResponse = { remove: 'removes access', keep: 'keeps access', follow: 'follows the recommendation' } as const

const reviewLines = (review: Review): string[] => [
  ...(review.starting === undefined ? [] : [`from ${review.starting}`]),
  ...(review.reviewers.length === 0 ? [] : [`by ${people(review.reviewers, review.fallback)}`]),
  `open for ${counted(review.openForDays, 'day')}`,
  'whoever is denied loses access',
  ...(review.noResponse === undefined ? [] : [`no response ${noResponse[review.noResponse.value]}`]),
]

const ending = ({ terms, range }: PolicyElement): Step => {
  const { automatic, expiration, extension } = terms
  const title = automatic !== undefined ? 'End: no longer matched' : endOf(terms)
  const after = automatic?.value.removedAfterMinutes
  return {
    kind: 'end',
    title,
    lines: [
      ...(automatic === undefined ? [] : [after === undefined ? 'at once' : `${minutesInWords(after)} later`]),
      ...(extension?.value.allowed !== true
        ? []
        : [extension.value.approval ? 'may be extended, with approval' : 'may be extended']),
      ...callsOn(terms, event => event === 'assignment removed' || typeof event !== 'string'),
    ],
    range: expiration?.range ?? range,
  }
}

const endOf = ({ expiration }: Terms): string =>
  expiration === undefined || expiration.value.expires === 'never'
    ? 'No end'
    : `End ${expirationInWords(expiration.value)}`

const callsOn = ({ calls }: Terms, meant: (event: CallEvent) => boolean): readonly string[] =>
  (calls?.value ?? [])
    .filter(({ event }) => meant(event))
    .map(({ event, workflow }) => {
      const when = typeof event === 'string' ? event : `${counted(event.daysBeforeExpiry, 'day')} before expiry`
      return `on ${when} calls ${workflow.displayName}`
    })
