import type { Json } from '../model/json.ts'
import { isRef, type Ref, type Value } from '../model/tenant.ts'
import { canonicalJson } from './canonical-json.ts'
import { bare } from './compare.ts'
import { foldId } from './fold.ts'
import { exact, isObj, object, ref, type Shape, text } from './shape.ts'

/** Where each sort of subject set holds an id. https://learn.microsoft.com/graph/api/resources/subjectset */
const subject = object({
  '@odata.type': exact,
  userId: ref('user'),
  groupId: ref('group'),
  servicePrincipalId: ref('servicePrincipal'),
  connectedOrganizationId: ref('connected-organization'),
  description: text,
  managerLevel: { is: 'exact', absent: 1 },
})

const holders = ['userId', 'groupId', 'servicePrincipalId', 'connectedOrganizationId']

/** What distinguishes a subject from the others of its set: its sort, and the object or the level it names. */
function subjectKey(value: Value): string {
  if (!isObj(value)) return canonicalJson(value as Json)
  const sort = String(value['@odata.type'] ?? '')
    .replace(/^#?(microsoft\.graph\.)?/, '')
    .toLowerCase()
  const held = holders.map(name => value[name]).find(isRef)
  if (held !== undefined) return `${sort} ${refKey(held)}`
  if (sort === 'requestormanager' || sort === 'targetmanager') return `${sort} ${String(value.managerLevel ?? 1)}`
  const { '@odata.type': _sort, description: _description, ...rest } = value
  return `${sort} ${canonicalJson(bare(rest) as Json)}`
}

/** What distinguishes one reference from another. */
export const refKey = (held: Ref): string => (held.id === undefined ? (held.address ?? held.name) : foldId(held.id))

/** People in no order: the same person twice is once. */
export const subjects: Shape = { is: 'set', of: subject, key: subjectKey }

/** A subject as it is first written: with its name or rule, which the portal shows. */
export const described = (value: Value): Value => {
  if (Array.isArray(value)) return (value as readonly Value[]).map(described)
  if (!isObj(value) || isRef(value)) return value
  const inside = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, described(each)]))
  const name = holders.map(holder => value[holder]).find(isRef)?.name ?? value.membershipRule
  return name === undefined || (typeof inside.description === 'string' && inside.description !== '')
    ? inside
    : { ...inside, description: name }
}
