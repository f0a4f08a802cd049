import type { JsonObject } from '../model/json.ts'
import type { Properties, TenantObject, Value } from '../model/tenant.ts'
import { approvalSettings, approverLists } from './approval-settings.ts'
import { automaticRequestSettings, automationRisk } from './automatic-request-settings.ts'
import { em, filter, idIn, quoted } from './em.ts'
import { fold } from './fold.ts'
import type { Kind } from './kind.ts'
import { mergedFields, withDefaults } from './merge.ts'
import { displayName } from './name-of.ts'
import type { PropertyChange } from './property-change.ts'
import { askedInOrder, questions } from './questions.ts'
import { reviewSettings } from './review-settings.ts'
import {
  duration,
  exact,
  type Fields,
  isNothing,
  isObj,
  itemsIn,
  moment,
  type Obj,
  object,
  off,
  text,
  whole,
} from './shape.ts'
import { slots } from './slots.ts'
import { stageSetting, stageSettings } from './stage-settings.ts'
import { described, subjects } from './subject-set.ts'
import { gone, probe, readable, request, shown, where } from './write.ts'

export const assignmentPolicies = `${em}/assignmentPolicies`

const isAllOff = (value: Obj): boolean => value.isAssignmentNotificationDisabled !== true

/** https://learn.microsoft.com/graph/api/resources/accesspackageassignmentpolicy */
const fields: Fields = {
  displayName: exact,
  description: text,
  allowedTargetScope: exact,
  specificAllowedTargets: subjects,
  expiration: whole({ type: exact, duration, endDateTime: moment }),
  requestorSettings: object({
    enableTargetsToSelfAddAccess: off,
    enableTargetsToSelfUpdateAccess: off,
    enableTargetsToSelfRemoveAccess: off,
    enableOnBehalfRequestorsToAddAccess: off,
    enableOnBehalfRequestorsToUpdateAccess: off,
    enableOnBehalfRequestorsToRemoveAccess: off,
    onBehalfRequestors: subjects,
    allowCustomAssignmentSchedule: off,
  }),
  requestApprovalSettings: approvalSettings,
  reviewSettings,
  automaticRequestSettings,
  questions,
  customExtensionStageSettings: stageSettings,
  notificationSettings: object({ isAssignmentNotificationDisabled: off }, { isNothing: isAllOff }),
}

/** What a policy leads to and is shown only when it is asked for. */
export const expandedParts = 'questions,customExtensionStageSettings($expand=customExtension)'

/** What a policy is sent with besides what is declared; a PUT demands all of it, and null where there are no automatic assignments. */
const nothing = {
  specificAllowedTargets: [],
  automaticRequestSettings: null,
  reviewSettings: null,
  questions: [],
  customExtensionStageSettings: [],
}

/**
 * A policy has no PATCH: a PUT replaces all of it, so it is sent as it was read with what is declared laid over it.
 * https://learn.microsoft.com/graph/api/accesspackageassignmentpolicy-update
 */
export const assignmentPolicy: Kind = {
  name: 'assignment-policy',
  parent: 'access-package',
  type: 'accessPackageAssignmentPolicy',
  fields,
  named: true,
  nameOf: displayName,
  keyOf: ({ name }) => fold(name),
  create(object, { idOf }) {
    const open = slots(idOf)
    const accessPackage = open.body(object.parent ?? '')
    const declared = withDefaults(object.properties, object.defaults)
    const properties = { ...declared, questions: askedInOrder(declared.questions) }
    const body = {
      ...nothing,
      ...(open.value(complete(properties)) as JsonObject),
      accessPackage: { id: accessPackage },
    }
    const list = `${assignmentPolicies}?${filter`displayName eq ${quoted(object.name)}`}&$expand=accessPackage`
    return {
      request: request('POST', assignmentPolicies, open, body),
      settle: readable(probe(`${assignmentPolicies}/{id}`, open)),
      lookup: {
        probe: probe(list, open),
        where: where({ displayName: object.name, 'accessPackage/id': accessPackage }),
      },
    }
  },
  update(object, live, { idOf }) {
    const open = slots(idOf)
    const to = `${assignmentPolicies}/${idIn(live.id)}`
    const body = {
      ...nothing,
      ...(open.value(complete(wholePolicy(object, live))) as JsonObject),
      accessPackage: { id: open.body(object.parent ?? '') },
    }
    return { request: request('PUT', to, open, body), settle: shown(probe(`${to}?$expand=${expandedParts}`, open)) }
  },
  remove(live, { idOf }) {
    const open = slots(idOf)
    const to = `${assignmentPolicies}/${idIn(live.id)}`
    return { request: request('DELETE', to, open), settle: gone(probe(to, open)) }
  },
  risk({ action, object: { properties }, changes }) {
    if (action === 'create') return properties.allowedTargetScope === 'notSpecified' ? 'none' : 'may-grant-access'
    if (action === 'delete') return 'may-change-access'
    return changes.every(isTold) ? 'none' : (automationRisk(changes) ?? 'may-change-access')
  },
}

/** Whether a change says something to people and nothing about access. */
const isTold = ({ path }: PropertyChange): boolean =>
  path === 'displayName' || path === 'description' || path.startsWith('notificationSettings')

const readOnly = new Set(['id', 'createdDateTime', 'modifiedDateTime', 'accessPackage', 'catalog'])

const wholePolicy = (object: TenantObject, live: TenantObject): Properties => {
  const kept = Object.entries(live.raw ?? {}).filter(([name]) => !readOnly.has(name) && !name.includes('@'))
  const raw: JsonObject = {
    ...Object.fromEntries(kept),
    customExtensionStageSettings: itemsIn((live.raw?.customExtensionStageSettings ?? []) as Value).map(stageSetting),
  }
  const whole = withDefaults(mergedFields(fields, raw, object.properties), object.defaults)
  return object.properties.questions === undefined ? whole : { ...whole, questions: askedInOrder(whole.questions) }
}

/** With every array that Graph wants to see, people by their names, and sources of targets without read-only parts. */
const complete = (properties: Properties): Value => {
  const approval = properties.requestApprovalSettings
  const review = properties.reviewSettings
  return described({
    ...properties,
    ...(isObj(approval)
      ? { requestApprovalSettings: { ...approval, stages: itemsIn(approval.stages).map(withArrays(approverLists)) } }
      : {}),
    ...(isObj(review) ? { reviewSettings: withArrays(['primaryReviewers', 'fallbackReviewers'])(review) } : {}),
  })
}

const withArrays =
  (names: readonly string[]) =>
  (value: Value): Value =>
    isObj(value)
      ? {
          ...value,
          ...Object.fromEntries(names.map(name => [name, isNothing(value[name]) ? [] : (value[name] as Value)])),
        }
      : value
