import type { Json } from '../model/json.ts'
import type { KindName } from '../model/tenant.ts'
import type { Step } from '../plan/plan.ts'
import type { HttpResponse } from '../ports/ports.ts'
import type { Failure } from './outcome.ts'

const verbs = { create: 'create it', update: 'change it', delete: 'delete it' } as const

/** The role of entitlement management that writing each kind takes. https://learn.microsoft.com/entra/id-governance/entitlement-management-delegate */
const roles: { readonly [kind in KindName]: string } = {
  settings: 'Identity Governance Administrator',
  'connected-organization': 'Identity Governance Administrator',
  sponsor: 'Identity Governance Administrator',
  catalog: 'Catalog creator (to create) or Catalog owner (to change and delete)',
  'catalog-role': 'Catalog owner',
  'catalog-resource': 'Catalog owner, together with ownership of the resource or a directory role that may change it',
  'custom-workflow-extension': 'Catalog owner, together with Contributor on the Logic App in Azure',
  'access-package': 'Access package manager or Catalog owner',
  'resource-role-scope': 'Access package manager or Catalog owner',
  'assignment-policy': 'Access package manager or Catalog owner',
  'incompatible-package': 'Access package manager or Catalog owner',
  'incompatible-group': 'Access package manager or Catalog owner',
  assignment: 'Access package assignment manager or Catalog owner',
  'access-review': 'Identity Governance Administrator or User Administrator',
}

/** What of a step says why it was refused. */
type Refused = Pick<Step, 'action' | 'kind'> & Partial<Pick<Step, 'request'>>

/** Only that role writes policies that assign automatically. https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-auto-assignment-policy */
const roleFor = ({ kind, request }: Refused): string =>
  kind === 'assignment-policy' &&
  part(part(request?.body, 'automaticRequestSettings'), 'requestAccessForAllowedTargets') === true
    ? 'Identity Governance Administrator, since the policy assigns automatically'
    : roles[kind]

const goOn = 'then run entitle deploy again: it goes on from here'

interface Cause {
  readonly because?: string
  readonly remedy: string
}
type Explain = (role: string, kind: KindName) => Cause

const licence: Explain = () => ({
  because: 'the tenant has no Microsoft Entra ID Governance licence that covers this',
  remedy: `Add the licence, or remove what needs it from the sources; ${goOn}.`,
})
const denied: Explain = (role, kind) => ({
  because: `the signed-in account lacks the permission ${kind === 'access-review' ? 'AccessReview' : 'EntitlementManagement'}.ReadWrite.All, or the role ${role}`,
  remedy: `Ask for that permission and role, or deploy with an account that has them; ${goOn}.`,
})
const notOwner: Explain = () => ({
  because: 'the signed-in account does not own the resource, and has no directory role that may change its members',
  remedy: `Ask the owner of the resource to add it to the catalog, or to make the account an owner of it; ${goOn}.`,
})
const hasAssignments: Explain = () => ({
  because: 'people still have access through it',
  remedy: `End these assignments first; ${goOn}.`,
})
const inUse: Explain = () => ({
  because: 'an access package still grants a role of this resource',
  remedy: `Remove the resource from every access package of the catalog; ${goOn}.`,
})
const taken: Explain = () => ({
  because: 'another object of that name is there already',
  remedy: 'Run entitle plan to see which, and rename one of them.',
})

/** By Graph's error code, in lower case. */
const byCode: { readonly [code: string]: Explain } = {
  authorization_requestdenied: denied,
  accessdenied: denied,
  unauthorized: denied,
  nogovernancesku: licence,
  insufficientlicenses: licence,
  callernotresourceowner: notOwner,
  invaliddeleteresourcehasentitlements: inUse,
  invaliddeleteaccesspackagehasgrants: hasAssignments,
  invaliddeletepolicyhasgrants: hasAssignments,
  invaliddeletecataloghasaccesspackages: () => ({
    because: 'the catalog still holds access packages that the sources do not declare',
    remedy: 'Delete them first, or run entitle deploy --prune.',
  }),
  invaliddeletecatalog: () => ({
    because: 'the catalog is built in',
    remedy: 'Declare the catalog in the sources, so that nothing tries to delete it.',
  }),
  invaliddeletecustomextensioninuse: () => ({
    because: 'a policy still calls it',
    remedy: 'Take the calls out of every policy of the catalog first, also of those that the sources do not declare.',
  }),
  existinggrant: () => ({
    because: 'the person has access through another policy of the package',
    remedy: 'Name that policy after using, or end that assignment in the Microsoft Entra admin center first.',
  }),
  policyrequirementsnotmet: () => ({
    because: 'the policy is not for that person',
    remedy:
      'Assign under a policy whose requestable statement covers the person, or under one that is requestable by no one.',
  }),
  incompatibleaccesspackage: () => ({
    because: 'the person has access to a package that this one is incompatible with',
    remedy: 'End that access in the Microsoft Entra admin center first, or take the assignment out of the sources.',
  }),
  duplicateaccesspackage: taken,
  duplicatekey: taken,
  resourcenotfoundinoriginsystem: () => ({
    because: 'the group, application or site is not in the directory any more',
    remedy: 'Correct its name in the sources, and run entitle plan again.',
  }),
}

/** By status, where the code says nothing. */
const byStatus: { readonly [status: number]: Explain } = {
  401: () => ({ because: 'the sign-in is not accepted or has run out', remedy: `Sign in again, ${goOn}.` }),
  402: licence,
  403: denied,
  404: () => ({
    because: 'something that it refers to is not there any more',
    remedy: 'Run entitle plan again to see what has changed.',
  }),
  409: () => ({
    because: 'it conflicts with another change, or with an object that is there already',
    remedy: 'Wait until other changes to the catalog are done, and run entitle plan again.',
  }),
  412: () => ({
    because: 'it was changed in the meantime',
    remedy: 'Run entitle plan again to see what has changed.',
  }),
  429: () => ({
    because: 'Graph keeps asking for slower requests',
    remedy: `Wait some minutes, ${goOn}.`,
  }),
  501: () => ({ remedy: 'Remove it from the sources, or use a cloud that supports it.' }),
}

const malformed: Explain = () => ({
  remedy: 'Correct the declaration that Graph names, and run entitle plan again.',
})
const trouble: Explain = () => ({
  because: 'Graph has trouble of its own',
  remedy: `Wait some minutes, ${goOn}.`,
})

const statusNames: { readonly [status: number]: string } = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  423: 'Locked',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

export interface GraphErrorFacts {
  readonly code?: string
  readonly message?: string
  readonly requestId?: string
}

const part = (value: Json | undefined, name: string): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json })[name]
    : undefined
const textOf = (value: Json | undefined) => (typeof value === 'string' && value !== '' ? value : undefined)

/** What the error envelope says. @see https://learn.microsoft.com/graph/errors */
export function errorFacts(answer: HttpResponse): GraphErrorFacts {
  const error = part(answer.body, 'error')
  const inner = part(error, 'innerError') ?? part(error, 'innererror')
  const code = textOf(part(error, 'code'))
  const message = textOf(part(error, 'message'))
  const requestId = answer.headers['request-id'] ?? textOf(part(inner, 'request-id'))
  return {
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message: plain(message) }),
    ...(requestId === undefined ? {} : { requestId }),
  }
}

/** A text of the server as one line without control characters and without anything that looks like a token. */
export const plain = (text: string): string => {
  const line = text
    .replaceAll(/\beyJ[\w-]{4,}\.[\w-]+\.?[\w-]*/g, '…')
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim()
  return line.length > 300 ? `${line.slice(0, 299)}…` : line
}

/** Why Graph's answer to a step is no success, and what to do. */
export function failureOf(step: Refused, answer: HttpResponse): Failure {
  const { code, message, requestId } = errorFacts(answer)
  const { status } = answer
  const explain = byCode[(code ?? '').toLowerCase()] ?? byStatus[status] ?? (status >= 500 ? trouble : malformed)
  const cause = explain(roleFor(step), step.kind)
  const said = message === undefined ? undefined : `Graph says: ${message}`
  const because = [cause.because, said].filter(text => text !== undefined).join('. ')
  const name = statusNames[status]
  return {
    message: `Graph ${status >= 500 ? 'failed' : 'refused'} to ${verbs[step.action]} (${status}${name === undefined ? '' : ` ${name}`})`,
    ...(because === '' ? {} : { because }),
    remedy: cause.remedy,
    status,
    ...(code === undefined ? {} : { code }),
    ...(requestId === undefined ? {} : { requestId }),
  }
}

/** The answer was lost, and the tenant could not be asked either. */
export const lost = (step: Pick<Step, 'action'>, reason: string): Failure => ({
  message: `It is not known whether Graph did ${verbs[step.action]}`,
  because: plain(reason),
  remedy: 'Check the connection and run entitle deploy again: it looks first, and goes on from here.',
})

/** Graph took it and doesn't show it, for all of `milliseconds`; undefined where Graph could not be asked. */
export const unseen = ({ kind, action }: Pick<Step, 'kind' | 'action'>, milliseconds: number | undefined): Failure => ({
  message:
    action === 'delete' && kind === 'assignment'
      ? 'Graph took the request, but has not ended the assignment'
      : kind === 'catalog-resource'
        ? 'Graph took the request, but has not delivered the resource to the catalog'
        : kind === 'assignment'
          ? 'Graph took the request, but has not delivered the assignment'
          : 'Graph took it, but does not show it',
  because:
    milliseconds === undefined ? 'Graph could not be asked' : `${Math.round(milliseconds / 1000)} s were not enough`,
  remedy: 'Wait some minutes and run entitle deploy again: it goes on from here.',
})

/** Nothing was sent: the sign-in or the address is at fault. */
export const notSent = (reason: string): Failure => ({
  message: 'Nothing was sent to Graph',
  because: plain(reason),
  remedy: `Sign in again, ${goOn}.`,
})

/** What a step needs to know could not be read; nothing was written for it. */
export const notRead = (reason: string): Failure => ({
  message: 'What it needs could not be read, so it was not tried',
  because: plain(reason),
  remedy: `Check the connection, ${goOn}.`,
})
