import type { Properties, TenantObject } from '@entitle/graph'
import { fields } from '../fields.ts'
import { approval, extension } from './approval.ts'
import { automaticAssignment, automaticRoot } from './automatic-assignment.ts'
import { expiration } from './expiration.ts'
import { displayNameOf, identity } from './identity.ts'
import { leftOver } from './left-over.ts'
import { questions } from './questions.ts'
import { requestorOptions } from './requestor-options.ts'
import { mayRequest, requestors } from './requestors.ts'
import { review } from './review.ts'
import { of, type Said, together, type Unsaid } from './said.ts'
import { type Sentence, sentence, withBlock } from './sentence.ts'
import type { Surroundings } from './surroundings.ts'
import { lineLiteral } from './text-literal.ts'
import { workflowCalls } from './workflow-calls.ts'

/** The statements of a policy that a template may say for it, by what they are about. */
export type Term = 'who' | 'approval' | 'expiration' | 'extension' | 'review'

/** A policy in words, before it is known whether a template says some of them. */
export interface WrittenPolicy {
  readonly object: TenantObject
  readonly own: readonly Sentence[]
  readonly terms: ReadonlyMap<Term, Sentence>
  /** What stands behind who may request, and what stands last: no template says it. */
  readonly options: readonly Sentence[]
  readonly last: readonly Sentence[]
  readonly gaps: readonly Unsaid[]
}

/** Terms in the order in which they are written. */
export const termOrder: readonly Term[] = ['who', 'approval', 'expiration', 'extension', 'review']

const looked = [
  'displayName',
  'description',
  'allowedTargetScope',
  'specificAllowedTargets',
  'expiration',
  'requestorSettings',
  'requestApprovalSettings',
  'reviewSettings',
  'questions',
  'customExtensionStageSettings',
  'notificationSettings',
]
const ofTheService = ['id', 'createdDateTime', 'modifiedDateTime', 'accessPackage', 'catalog']

/** https://learn.microsoft.com/graph/api/resources/accesspackageassignmentpolicy */
export const assignmentPolicy = (object: TenantObject, surroundings: Surroundings): WrittenPolicy => {
  const automatic = automaticAssignment(object)
  const who = automatic ?? requestors(object, surroundings)
  const nobodyRequests = automatic !== undefined || !mayRequest(object)
  const said: { readonly [term in Term]: Said } = {
    who,
    approval: approval(object),
    expiration: expiration(object.properties.expiration),
    extension: extension(object),
    review: review(object),
  }
  const terms = termOrder.flatMap(term => {
    const [first] = said[term].sentences
    const idle = term === 'approval' && nobodyRequests && first?.block === undefined
    return first === undefined || idle ? [] : [[term, first] as const]
  })
  const own = identity(object, surroundings)
  const options = together(requestorOptions(object), notifications(object))
  const last = together(questions(object), workflowCalls(object, surroundings))
  const gaps = together(own, ...termOrder.map(term => said[term]), options, last, {
    sentences: [],
    gaps: rest(object, automatic !== undefined),
  })
  return {
    object,
    own: own.sentences,
    terms: new Map(terms),
    options: options.sentences,
    last: last.sentences,
    gaps: of(object.address, gaps).gaps,
  }
}

/** https://learn.microsoft.com/graph/api/resources/accesspackagenotificationsettings */
const notifications = ({ properties: { notificationSettings } }: TenantObject): Said => {
  const settings = fields(notificationSettings)
  return {
    sentences: settings.isAssignmentNotificationDisabled === true ? [sentence('notifications off')] : [],
    gaps: leftOver(settings, ['isAssignmentNotificationDisabled'], 'notificationSettings'),
  }
}

/** What no statement is about: nothing of it is written, and deploying sends it back as it was read. */
const rest = ({ properties, raw = {} }: TenantObject, isAutomatic: boolean) => {
  const all: Properties = { ...(raw as Properties), ...properties }
  const settings = fields(all[automaticRoot])
  const isAsleep =
    !isAutomatic &&
    typeof all[automaticRoot] === 'object' &&
    !Array.isArray(all[automaticRoot]) &&
    settings.requestAccessForAllowedTargets !== true
  const told = looked.filter(name => name in properties)
  return [
    ...leftOver(all, [...told, ...ofTheService, ...(isAutomatic || isAsleep ? [automaticRoot] : [])]),
    ...(isAsleep ? leftOver(settings, [], automaticRoot) : []),
  ]
}

/** The declaration, with those terms left to a template that says them. */
export const policySentence = (
  { object, own, terms, options, last }: WrittenPolicy,
  name: string,
  template?: { readonly name: string; readonly terms: ReadonlySet<Term> },
): Sentence => {
  const head = [
    'policy',
    name,
    lineLiteral(displayNameOf(object)),
    ...(template === undefined ? [] : ['from', template.name]),
  ]
  const left = termOrder.flatMap(term => [
    ...(template?.terms.has(term) === true ? [] : [terms.get(term) ?? []].flat()),
    ...(term === 'who' ? options : []),
  ])
  return withBlock(head, [...own, ...left, ...last])
}
