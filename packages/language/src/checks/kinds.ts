import type { DirectoryKind, Finding } from '@entitle/graph'
import type {
  DirectoryElement,
  ObjectReference,
  Requestable,
  ReviewElement,
  ScenarioRequestor,
  Subject,
  Terms,
  Trait,
} from '../resolve/program.ts'
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
  ...program.assignments.flatMap(({ subject }) =>
    wrong([subject], ['user'], 'Access is assigned to users, one by one'),
  ),
  ...program.reviews.flatMap(review),
  ...program.scenarios.flatMap(({ requestor }) => scenarioRequestor(requestor?.value)),
  ...program.standards.flatMap(({ ownRules }) =>
    ownRules.flatMap(({ claim, conditions }) => [claim, ...conditions.map(({ trait }) => trait)].flatMap(inTrait)),
  ),
  ...terms(program),
]

/** What a rule of one's own asks for must be possible. */
const inTrait = (trait: Trait): Finding[] => {
  switch (trait.trait) {
    case 'grants':
      return trait.resource === undefined
        ? []
        : wrong(
            [trait.resource],
            ['group', 'servicePrincipal', 'site'],
            'Packages grant roles of groups, apps and sites',
          )
    case 'requestable':
      return requestors(trait.who)
    case 'approval':
      return approverFindings(trait.approvers)
    case 'review':
      return wrong(objectsOf(trait.reviewers), people, 'Reviewers are users and groups')
    default:
      return []
  }
}

const review = ({ scope, terms: { reviewers, fallback } }: ReviewElement): Finding[] => {
  const deciders = [...reviewers, ...fallback]
  const resource = scope === undefined || scope.value.in === 'all groups' ? undefined : scope.value.in
  const ofGroup = resource === undefined || resource.object.kind === 'group'
  return [
    ...(resource === undefined
      ? []
      : wrong([resource], ['group', 'servicePrincipal'], 'Reviews outside packages look at groups and apps')),
    ...wrong(objectsOf(deciders), people, 'Reviewers are users and groups'),
    ...(ofGroup || resource === undefined ? [] : deciders.filter(({ subject }) => subject === 'group owners')).map(
      ({ range }) =>
        findingAt(
          'reviewer-kind',
          'error',
          range,
          `\`group owners\` review groups, and this review is of ${resource === undefined ? 'something else' : calledAs(resource.object)}. Name a user or a group, or \`manager\`.`,
        ),
    ),
  ]
}

const scenarioRequestor = (requestor: ScenarioRequestor | undefined): Finding[] => {
  if (requestor?.requestor === 'person') return wrong([requestor.person], ['user'], 'A scenario is about one person')
  return requestor?.requestor === 'member' ? wrong(requestor.groups, ['group'], 'People are members of groups') : []
}

/** Terms are looked at where they are written: a policy's own, and each template's once. */
const terms = ({ policies, templates }: Parameters<Check>[0]['program']): Finding[] => [
  ...templates.flatMap(template => ownTerms(template.terms, said => said.template === undefined)),
  ...policies.flatMap(policy => ownTerms(policy.terms, said => said.template === undefined)),
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
