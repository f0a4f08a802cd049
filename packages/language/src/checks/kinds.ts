import type { DirectoryKind, Finding } from '@entitle/graph'
import type { DirectoryElement, ObjectReference, Requestable, Subject, Terms } from '../resolve/program.ts'
import { type Check, findingAt } from './check.ts'
import { calledAs, packagesOf } from './names.ts'

type Reference = Pick<ObjectReference, 'object' | 'range'>

const people: readonly DirectoryKind[] = ['user', 'group']

/** Directory objects of a kind that can't be what the sources make of them: a site doesn't approve, a user isn't a resource. */
export const kinds: Check = ({ program }) => [
  ...program.organizations.flatMap(({ internalSponsors, externalSponsors }) =>
    wrong([...internalSponsors, ...externalSponsors], people, 'Sponsors are users and groups'),
  ),
  ...program.catalogs.flatMap(({ owners, readers, packageManagers, assignmentManagers, resources }) => [
    ...wrong(
      [...owners, ...readers, ...packageManagers, ...assignmentManagers],
      [...people, 'servicePrincipal'],
      'Roles of a catalog are held by users, groups and apps',
    ),
    ...wrong(resources, ['group', 'servicePrincipal', 'site'], 'Resources are groups, apps and sites'),
  ]),
  ...packagesOf(program).flatMap(({ incompatible }) =>
    incompatible.flatMap(exclusion =>
      exclusion.kind === 'group'
        ? wrong(
            [{ object: exclusion.group.object, range: exclusion.range }],
            ['group'],
            'A package is incompatible with packages and groups',
          )
        : [],
    ),
  ),
  ...terms(program),
]

/** Terms are looked at where they are written: a policy's own, and each template's once. */
const terms = ({ catalogs, templates }: Parameters<Check>[0]['program']): Finding[] => [
  ...templates.flatMap(template => ownTerms(template.terms, said => said.template === undefined)),
  ...catalogs
    .flatMap(({ packages }) => packages.flatMap(({ policies }) => policies))
    .flatMap(policy => ownTerms(policy.terms, said => said.template === undefined)),
]

const ownTerms = (
  { requestable, approval, review }: Terms,
  isOwn: (said: { readonly template?: unknown }) => boolean,
): Finding[] => [
  ...(requestable !== undefined && isOwn(requestable) ? requestors(requestable.value) : []),
  ...(approval !== undefined && isOwn(approval) && approval.value.required
    ? approval.value.stages.flatMap(({ approvers, fallback, escalation }) =>
        approverFindings([
          ...approvers,
          ...fallback,
          ...(escalation?.approvers ?? []),
          ...(escalation?.fallback ?? []),
        ]),
      )
    : []),
  ...(review !== undefined && isOwn(review)
    ? wrong(objectsOf([...review.value.reviewers, ...review.value.fallback]), people, 'Reviewers are users and groups')
    : []),
]

const requestors = (requestable: Requestable): Finding[] => {
  if (requestable.who === 'objects')
    return wrong(
      requestable.objects,
      people,
      'A list of requestors names users and groups; apps stand behind `app`, each by itself',
    )
  return requestable.who === 'apps'
    ? wrong(requestable.objects, ['servicePrincipal'], 'Behind `app` stands an app')
    : []
}

const approverFindings = (subjects: readonly Subject[]): Finding[] => [
  ...subjects.flatMap(({ subject, range }) => {
    if (subject === 'self')
      return [
        findingAt(
          'approver-kind',
          'error',
          range,
          'Nobody approves their own request: `self` can only review. Name a user or a group, `manager` or `internal sponsors`.',
        ),
      ]
    if (subject === 'group owners')
      return [
        findingAt(
          'approver-kind',
          'error',
          range,
          '`group owners` can only review groups, not approve. Name a user or a group, `manager` or `internal sponsors`.',
        ),
      ]
    return []
  }),
  ...wrong(objectsOf(subjects), people, 'Approvers are users and groups'),
]

const objectsOf = (subjects: readonly Subject[]): Reference[] =>
  subjects.flatMap(subject => (subject.subject === 'object' ? [{ object: subject.object, range: subject.range }] : []))

const nouns: { readonly [kind in DirectoryKind]: string } = {
  user: 'a user',
  group: 'a group',
  servicePrincipal: 'an app',
  site: 'a site',
}

const wrong = (references: readonly Reference[], fitting: readonly DirectoryKind[], rule: string): Finding[] =>
  references
    .filter(({ object }: { readonly object: DirectoryElement }) => !fitting.includes(object.kind))
    .map(({ object, range }) =>
      findingAt('wrong-kind', 'error', range, `${rule}; ${calledAs(object)} is ${nouns[object.kind]}.`),
    )
