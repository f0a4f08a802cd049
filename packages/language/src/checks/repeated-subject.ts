import type { Finding, SourceRange } from '@entitle/graph'
import type { ApprovalStage, Requestable, ReviewTerms, Subject } from '../resolve/program.ts'
import { type Check, findingAt } from './check.ts'
import { calledAs } from './names.ts'
import { isOwn, type TermsHolder, termsHolders } from './terms-holders.ts'

/** Requestors, approvers and reviewers that one list names twice. */
export const repeatedSubject: Check = ({ program }) => [
  ...termsHolders(program).flatMap(inTerms),
  ...program.reviews.flatMap(({ terms }) => inReview(terms)),
  ...program.scenarios.flatMap(({ requestor }) =>
    requestor?.value.requestor === 'member'
      ? twice(requestor.value.groups.map(({ object, range }) => ({ key: object, words: calledAs(object), range })))
      : [],
  ),
]

const inTerms = ({ terms: { requestable, approval, review } }: TermsHolder): Finding[] => [
  ...(requestable !== undefined && isOwn(requestable) ? twice(requestorsOf(requestable.value)) : []),
  ...(approval !== undefined && isOwn(approval) && approval.value.required
    ? approval.value.stages.flatMap(inStage)
    : []),
  ...(review !== undefined && isOwn(review) ? inReview(review.value) : []),
]

const inStage = ({ approvers, fallback, escalation }: ApprovalStage): Finding[] =>
  [approvers, fallback, escalation?.approvers ?? [], escalation?.fallback ?? []].flatMap(list =>
    twice(list.map(itemOf)),
  )

const inReview = ({ reviewers, fallback }: ReviewTerms): Finding[] =>
  [reviewers, fallback].flatMap(list => twice(list.map(itemOf)))

interface Item {
  readonly key: unknown
  readonly words: string
  readonly range: SourceRange
}

const requestorsOf = (requestable: Requestable): Item[] => {
  if (requestable.who === 'users from')
    return requestable.organizations.map(({ organization, range }) => ({
      key: organization,
      words: `organization ${organization.name}`,
      range,
    }))
  return requestable.who === 'objects' || requestable.who === 'apps'
    ? requestable.objects.map(({ object, range }) => ({ key: object, words: calledAs(object), range }))
    : []
}

const itemOf = (subject: Subject): Item => {
  const { range } = subject
  if (subject.subject === 'object') return { key: subject.object, words: calledAs(subject.object), range }
  const words = subject.subject === 'manager' && subject.level > 1 ? `manager level ${subject.level}` : subject.subject
  return { key: words, words: `\`${words}\``, range }
}

const twice = (items: readonly Item[]): Finding[] => {
  const seen = new Set<unknown>()
  return items.flatMap(({ key, words, range }) => {
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [findingAt('repeated-item', 'warning', range, `This list names ${words} already. Leave this out.`)]
  })
}
