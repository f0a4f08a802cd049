import type {
  Approval,
  AutomaticAssignment,
  Expiration,
  ObjectReference,
  Question,
  Requestable,
  Review,
  ReviewTerms,
  Sourced,
  Terms,
  WorkflowCall,
} from '../resolve/program.ts'
import { minutesInWords, momentInWords } from './duration-words.ts'
import { counted } from './fields.ts'
import { subjectsInSource } from './subject-in-words.ts'

/** One line of a policy's terms: `expires`, `after 180 days`, and the template that says so. */
export interface TermInWords {
  readonly label: string
  readonly text: string
  /** Undefined where the policy itself says so. */
  readonly template?: string
}

/** What a policy or a template says once templates are taken in, in the language's words. What nobody says is told by Graph's default. */
export const termsInWords = (terms: Terms): readonly TermInWords[] => [
  terms.automatic === undefined
    ? term('requestable by', terms.requestable, requestableInWords, 'no one (nothing is said)')
    : term('assigned automatically', terms.automatic, automaticInWords, ''),
  ...said('managers', terms.onBehalf, () => 'may request for their reports'),
  ...said('requestor', terms.chooseDates, () => 'may choose dates'),
  term('approval', terms.approval, approvalInWords, 'not required (nothing is said)'),
  term('expires', terms.expiration, expirationInWords, 'never (nothing is said)'),
  term(
    'extension',
    terms.extension,
    ({ allowed, approval }) => (allowed ? (approval ? 'allowed with approval' : 'allowed') : 'denied'),
    'denied (nothing is said)',
  ),
  term('review', terms.review, reviewInWords, 'none (nothing is said)'),
  ...said('asks', terms.questions, questions => questions.map(questionInWords).join('; ')),
  ...said('calls', terms.calls, calls => calls.map(callInWords).join('; ')),
  ...said('notifications', terms.notificationsOff, () => 'off'),
]

/** A line for what holds only where it is said. */
const said = <T>(label: string, sourced: Sourced<T> | undefined, words: (value: T) => string): TermInWords[] =>
  sourced === undefined ? [] : [term(label, sourced, words, '')]

const term = <T>(
  label: string,
  sourced: Sourced<T> | undefined,
  words: (value: T) => string,
  absent: string,
): TermInWords =>
  sourced === undefined
    ? { label, text: absent }
    : {
        label,
        text: words(sourced.value),
        ...(sourced.template === undefined ? {} : { template: sourced.template.name }),
      }

const named = ({ object }: ObjectReference): string => object.name ?? `"${object.displayName}"`

export const requestableInWords = (requestable: Requestable): string => {
  switch (requestable.who) {
    case 'users from':
      return `users from ${requestable.organizations.map(({ organization }) => organization.name).join(', ')}`
    case 'apps':
      return requestable.objects.map(object => `app ${named(object)}`).join(', ')
    case 'objects':
      return requestable.objects.map(named).join(', ')
    default:
      return requestable.who
  }
}

const automaticInWords = ({ rule, removedAfterMinutes }: AutomaticAssignment): string =>
  `where ${rule}, removed ${removedAfterMinutes === undefined ? 'at once' : `after ${minutesInWords(removedAfterMinutes)}`}`

const questionInWords = ({ text, required, editable, answer, translations }: Question): string => {
  const more = [
    ...(required ? ['required'] : []),
    ...(editable ? ['editable'] : []),
    ...(answerInWords(answer) === '' ? [] : [answerInWords(answer)]),
    ...(translations.length === 0 ? [] : [`also in ${translations.map(({ language }) => language).join(', ')}`]),
  ]
  return `"${text}"${more.length === 0 ? '' : ` (${more.join(', ')})`}`
}

const answerInWords = (answer: Question['answer']): string => {
  switch (answer.kind) {
    case 'short':
      return answer.pattern === undefined ? '' : `matching ${answer.pattern}`
    case 'long':
      return 'long answer'
    case 'choice':
      return `${answer.many ? 'any' : 'one'} of ${answer.choices.map(choice => `"${choice}"`).join(', ')}`
  }
}

const callInWords = ({ event, workflow }: WorkflowCall): string => {
  const when = typeof event === 'string' ? event : `${counted(event.daysBeforeExpiry, 'day')} before expiry`
  return `on ${when} ${workflow.name}`
}

const approvalInWords = (approval: Approval): string => {
  if (!approval.required) return 'not required'
  const stages = approval.stages.map(stage => {
    const whom = subjectsInSource(stage.approvers, stage.fallback)
    const escalates =
      stage.escalation === undefined
        ? ''
        : `; escalates to ${subjectsInSource(stage.escalation.approvers, stage.escalation.fallback)} after ${minutesInWords(stage.escalation.afterMinutes)}`
    return `${whom} (within ${minutesInWords(stage.withinMinutes)}${escalates})`
  })
  return `${counted(stages.length, 'stage')}: ${stages.join(', then ')}${approval.justification ? '; justification required' : ''}`
}

export const expirationInWords = (expiration: Expiration): string => {
  if (expiration.expires === 'never') return 'never'
  return expiration.expires === 'after'
    ? `after ${minutesInWords(expiration.minutes)}`
    : `on ${momentInWords(expiration.date)}`
}

const reviewInWords = (review: Review): string => reviewTermsInWords(review.frequency, review)

/** `quarterly by self, open for 14 days`; behind how often it happens, how it goes. */
export const reviewTermsInWords = (often: string, review: ReviewTerms): string => {
  const reviewers = subjectsInSource(review.reviewers, review.fallback)
  const noResponse = { remove: 'remove access', keep: 'keep access', follow: 'follow recommendation' }
  return [
    `${often}${reviewers === '' ? '' : ` by ${reviewers}`}`,
    ...(review.starting === undefined ? [] : [`starting ${review.starting}`]),
    `open for ${counted(review.openForDays, 'day')}`,
    ...(review.noResponse === undefined ? [] : [`if no response ${noResponse[review.noResponse.value]}`]),
  ].join(', ')
}
