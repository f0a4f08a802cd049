import type { Finding, Place } from '../model/finding.ts'
import { segmentsOf, type TenantObject } from '../model/tenant.ts'

const nouns: { readonly [kind: string]: string } = {
  'connected-organization': 'organization',
  'access-package': 'package',
  'assignment-policy': 'policy',
  'catalog-resource': 'resource',
  'custom-workflow-extension': 'workflow',
  'catalog-role': 'role',
  'resource-role-scope': 'grant',
  'incompatible-package': 'incompatible package',
  'incompatible-group': 'incompatible group',
  'access-review': 'review',
}

const noun = ({ kind }: TenantObject) => nouns[kind] ?? kind

const called = (object: TenantObject): string => {
  const [, ...outer] = segmentsOf(object.address).toReversed()
  const inside = outer.map(({ name }) => name)
  return `The ${noun(object)} ${object.name}${inside.length === 0 ? '' : ` of ${inside.join(', ')}`}`
}

const place = ({ origin, address }: TenantObject): Place =>
  origin === undefined ? { kind: 'tenant', address } : { kind: 'source', range: origin.range }

const question = (object: TenantObject, rule: string, message: string, help: string): Finding => ({
  rule,
  severity: 'error',
  message,
  place: place(object),
  help,
})

export const severalLive = (object: TenantObject, live: readonly TenantObject[]): Finding =>
  question(
    object,
    'ambiguous-name',
    `${called(object)} is in the tenant ${live.length} times under that name: ${live.map(({ id }) => id).join(', ')}. Entitle never guesses which one is meant.`,
    `Pin the one that is meant with its id, as in \`id "${live[0]?.id ?? ''}"\`, or rename the other one.`,
  )

export const pinnedNowhere = (object: TenantObject): Finding =>
  question(
    object,
    'pinned-id-not-found',
    `${called(object)} is pinned to the id ${object.id ?? ''}, which no ${noun(object)} there has.`,
    'Correct the id, or remove it to have the name looked up.',
  )

export const pinnedElsewhere = (object: TenantObject, live: TenantObject): Finding =>
  question(
    object,
    'pinned-id-not-found',
    `${called(object)} is pinned to the id ${object.id ?? ''}, which lives elsewhere: ${live.address}. It can't be moved.`,
    'Correct the id, or declare it where it lives.',
  )

export const notUnderstood = (object: TenantObject, live: TenantObject): Finding =>
  question(
    object,
    'not-understood',
    `${called(object)} is in the tenant with the id ${live.id ?? ''}, and looks at access or asks reviewers in a way that the language has no words for. Entitle leaves it as it is.`,
    'Declare the review under another name, or change it in the Microsoft Entra admin center to what the sources say.',
  )

export const declaredTwice = (object: TenantObject, other: TenantObject): Finding => ({
  ...question(
    object,
    'declared-twice',
    `${called(object)} is declared twice: ${other.name} means the same.`,
    'Remove one of the two.',
  ),
  related: [{ place: place(other), message: 'declared here, too' }],
})
