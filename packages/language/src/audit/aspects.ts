import type { KindName } from '@entitle/graph'

/** What a rule may look at, so that what isn't known of an object leaves rules alone that look at something else. */
export type Aspect =
  | 'requestors'
  | 'approval'
  | 'expiration'
  | 'extension'
  | 'review'
  | 'questions'
  | 'notifications'
  | 'texts'
  | 'visibility'
  | 'grants'
  | 'exclusions'
  | 'roles'
  | 'resources'
  | 'workflows'
  | 'organizations'
  | 'sponsors'
  | 'offboarding'
  | 'reviews'
  /** Which policies there are, and whom they name. */
  | 'policies'

const aspectsOfRules: { readonly [rule: string]: readonly Aspect[] } = {
  'access-outlives-policy': ['policies'],
  'agent-access': ['requestors', 'approval'],
  'any-external-user': ['requestors'],
  'approval-window': ['approval'],
  'approver-fallback': ['approval'],
  'automatic-guests': ['requestors'],
  'automatic-policy-conflict': ['requestors', 'approval', 'questions'],
  'catalog-delegation': ['roles'],
  'compliance-self-review': ['review'],
  'conflicting-grants': ['grants', 'requestors', 'exclusions'],
  'date-in-past': ['expiration', 'review'],
  'duplicate-access': ['grants', 'requestors'],
  'every-connected-organization': ['requestors'],
  'expiration-or-review': ['requestors', 'expiration', 'review'],
  'extension-approval': ['requestors', 'extension', 'approval'],
  'extension-denied': ['requestors', 'extension', 'expiration'],
  'external-approval': ['requestors', 'approval'],
  'external-expiration': ['requestors', 'expiration'],
  'external-justification': ['requestors', 'approval'],
  'external-no-response': ['requestors', 'review'],
  'external-offboarding': ['requestors', 'offboarding'],
  'external-privileged-role': ['requestors', 'grants'],
  'external-review': ['requestors', 'review'],
  'external-self-review': ['requestors', 'review'],
  'external-visibility': ['requestors', 'visibility'],
  'disabled-decider': ['policies'],
  'disabled-sponsor': ['sponsors'],
  // What is gone is seen in what was read, whatever the language can say of it.
  'gone-decider': ['policies'],
  'gone-requestors': ['policies'],
  'gone-resource': ['resources'],
  'gone-sponsor': ['sponsors'],
  'guest-review-frequency': ['reviews'],
  'guest-review-justification': ['reviews'],
  'guest-review-outcome': ['reviews'],
  'guest-self-review': ['reviews'],
  'guest-without-sponsor': [],
  'guests-outside-packages': ['requestors', 'reviews'],
  'last-minute-escalation': ['approval'],
  'low-sensitivity-review': ['review'],
  'manager-of-external': ['requestors', 'approval', 'review'],
  'missing-description': ['texts'],
  'mixed-audience': ['requestors'],
  'offboarding-delay': ['offboarding'],
  'one-sided-incompatibility': ['exclusions'],
  'organization-sponsor': ['sponsors'],
  'priority-surprise': ['requestors'],
  'project-end-date': ['expiration'],
  'proposed-organization': ['requestors', 'organizations'],
  'public-mail-organization': ['organizations'],
  'review-never-happens': ['expiration', 'review'],
  'review-window': ['review', 'reviews'],
  'reviewer-fallback': ['review', 'reviews'],
  'same-decider-twice': ['approval'],
  'self-dealing': ['requestors', 'approval', 'review'],
  'service-limits': ['requestors', 'policies'],
  'silent-expiry': ['expiration', 'notifications'],
  'single-approver': ['approval', 'review', 'reviews'],
  'sponsors-of-internals': ['requestors', 'approval'],
  'unrequestable-package': ['policies', 'requestors', 'visibility'],
  'unused-package': [],
  'unused-resource': ['resources', 'grants'],
}

/** What a rule looks at; undefined: it may be anything. */
export const aspectsOf = (rule: string): readonly Aspect[] | undefined =>
  Object.hasOwn(aspectsOfRules, rule) ? aspectsOfRules[rule] : undefined

/** The rules whose aspects are told here. */
export const rulesWithAspects: readonly string[] = Object.keys(aspectsOfRules)

const ofProperties: { readonly [root: string]: readonly Aspect[] } = {
  displayName: ['texts'],
  description: ['texts'],
  state: ['visibility', 'organizations'],
  isExternallyVisible: ['visibility'],
  isHidden: ['visibility'],
  allowedTargetScope: ['requestors'],
  specificAllowedTargets: ['requestors'],
  automaticRequestSettings: ['requestors'],
  requestorSettings: ['requestors', 'extension'],
  requestApprovalSettings: ['approval', 'extension'],
  reviewSettings: ['review'],
  expiration: ['expiration'],
  questions: ['questions'],
  customExtensionStageSettings: ['workflows'],
  notificationSettings: ['notifications'],
  identitySources: ['organizations'],
}

const ofPolicies: readonly Aspect[] = [
  'policies',
  'requestors',
  'approval',
  'expiration',
  'extension',
  'review',
  'questions',
  'notifications',
  'texts',
  'workflows',
]

const ofKinds: { readonly [kind in KindName]?: readonly Aspect[] } = {
  settings: ['offboarding'],
  'connected-organization': ['organizations', 'sponsors'],
  sponsor: ['sponsors'],
  'catalog-role': ['roles'],
  'catalog-resource': ['resources'],
  'custom-workflow-extension': ['workflows'],
  'access-package': [...ofPolicies, 'grants', 'exclusions', 'visibility'],
  'assignment-policy': ofPolicies,
  'resource-role-scope': ['grants'],
  'incompatible-package': ['exclusions'],
  'incompatible-group': ['exclusions'],
  'access-review': ['reviews'],
  assignment: [],
}

/** What is unknown where an object of this kind is, or such objects are; undefined: everything about it. */
export const aspectsOfKind = (kind: KindName): readonly Aspect[] | undefined => ofKinds[kind]

/** Objects that rules look at property by property. */
const elements: ReadonlySet<KindName> = new Set([
  'connected-organization',
  'catalog',
  'access-package',
  'assignment-policy',
])

/** What is unknown where a property of an object is; no rule looks at properties that the language has no word for. */
export const aspectsOfProperty = (kind: KindName, path: string): readonly Aspect[] | undefined => {
  const root = path.split('/')[0] ?? ''
  return root === '' || !elements.has(kind) ? aspectsOfKind(kind) : (ofProperties[root] ?? [])
}
