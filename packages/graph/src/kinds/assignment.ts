import type { Json } from '../model/json.ts'
import { type Address, isRef, type TenantObject, type Value } from '../model/tenant.ts'
import { em, filter, idIn, parentOf } from './em.ts'
import type { Kind, Surroundings } from './kind.ts'
import { refName } from './name-of.ts'
import { exact, type Fields, isObj, moment, object, ref, whole } from './shape.ts'
import { type Slots, slots } from './slots.ts'
import { refKey } from './subject-set.ts'
import { listed, probe, request, shown, unlisted, where } from './write.ts'

export const assignments = `${em}/assignments`
const requests = `${em}/assignmentRequests`

/** https://learn.microsoft.com/graph/api/resources/entitlementmanagementschedule */
const scheduleFields: Fields = { startDateTime: moment, expiration: whole({ type: exact, endDateTime: moment }) }

const fields: Fields = { target: ref('user'), schedule: object(scheduleFields) }

/** The assignments of one package, those that have ended among them, each with its policy. */
export const assignmentsIn = (packageId: string): string =>
  `${assignments}?${filter`accessPackage/id eq '${packageId}'`}&$expand=target,assignmentPolicy`

/** The assignments of one package that one person has or had, each with its policy. */
export const assignmentsOf = (packageId: string, targetId: string): string =>
  `${assignments}?${filter`accessPackage/id eq '${packageId}' and target/objectId eq '${targetId}'`}&$expand=target,assignmentPolicy`

/** The person's id, or the e-mail address of somebody whom the directory doesn't know yet. */
const targetOf = ({ properties: { target } }: TenantObject): { readonly id: string } | { readonly email: string } => {
  if (!isRef(target)) return { id: '' }
  return target.invited === true ? { email: target.name } : { id: target.id ?? '' }
}

/** As a request says it. Whoever is new is invited, and is a guest of the directory from then on. */
const asked = (of: TenantObject): { readonly [key: string]: Json } => {
  const target = targetOf(of)
  return 'id' in target
    ? { targetId: target.id }
    : { target: { '@odata.type': '#microsoft.graph.accessPackageSubject', email: target.email } }
}

const packageOf = ({ parent = '' }: TenantObject): Address => parentOf(parent)

const lookupOf = (of: TenantObject, { idOf }: Surroundings, state: { readonly state?: string } = {}) => {
  const open = slots(idOf)
  const policy = open.body(of.parent ?? '')
  const target = targetOf(of)
  const packageId = open.path(packageOf(of))
  const path = 'id' in target ? assignmentsOf(packageId, target.id) : assignmentsIn(packageId)
  const person = 'id' in target ? {} : { 'target/email': target.email }
  return {
    probe: probe(path, open),
    where: [...where({ 'assignmentPolicy/id': policy, ...person, ...state }), ...notExpired],
  }
}

/** Assignments stay in the list when they have ended. https://learn.microsoft.com/graph/api/resources/accesspackageassignment */
const notExpired = [{ path: 'state', equals: 'expired', not: true }] as const

/** Whether it starts at once: what starts later is in the tenant at once, and delivered when its day has come. */
const startsNow = ({ properties: { schedule } }: TenantObject): boolean =>
  !isObj(schedule) || schedule.startDateTime === undefined

const write = (
  schedule: Value | undefined,
  { idOf }: Surroundings,
  body: (open: Slots) => { readonly [key: string]: Json },
) => {
  const open = slots(idOf)
  const said = schedule === undefined ? {} : { schedule: open.value(schedule) }
  return request('POST', requests, open, { ...body(open), ...said })
}

/** The dates that are there, with those that are declared in their place: a request says all of them. */
const rescheduled = (of: TenantObject, live: TenantObject): Value | undefined => {
  const [wanted, found] = [of.properties.schedule, live.properties.schedule]
  if (!isObj(wanted) || !isObj(found)) return wanted
  const known = Object.entries(found).filter(([name, value]) => name in scheduleFields && value !== null)
  return { ...Object.fromEntries(known), ...wanted }
}

/** What the requests say that end access for a move, so that a deployment that was broken off can go on. */
export const moveReason = 'Moved to another policy by Entitle'

const lasting = (of: TenantObject, open: Slots) => {
  const target = targetOf(of)
  const packageId = open.path(packageOf(of))
  const path = 'id' in target && target.id !== '' ? assignmentsOf(packageId, target.id) : assignmentsIn(packageId)
  return probe(path, open)
}

const risks = { create: 'may-grant-access', update: 'may-change-access', delete: 'may-end-access' } as const

/**
 * One person's access through one policy of a package, given by an administrator. It is made and changed by requests, which have ids of
 * their own and are carried out after a while. People also have assignments because they asked for them: only those that are declared
 * are looked at, and none is taken away but with what it holds: a package or policy that is deleted with `--end-assignments`.
 * https://learn.microsoft.com/graph/api/entitlementmanagement-post-assignmentrequests
 */
export const assignment: Kind = {
  name: 'assignment',
  parent: 'assignment-policy',
  type: 'accessPackageAssignment',
  fields,
  named: false,
  onlyDeclared: true,
  nameOf: ({ target }) => refName(target),
  keyOf: ({ properties: { target } }) => (isRef(target) ? refKey(target) : ''),
  create: (of, surroundings) => ({
    request: write(of.properties.schedule, surroundings, open => ({
      requestType: 'adminAdd',
      assignment: {
        ...asked(of),
        assignmentPolicyId: open.body(of.parent ?? ''),
        accessPackageId: open.body(packageOf(of)),
      },
    })),
    settle: listed(lookupOf(of, surroundings, startsNow(of) ? { state: 'delivered' } : {})),
    lookup: lookupOf(of, surroundings),
  }),
  update: (of, live, surroundings) => ({
    request: write(rescheduled(of, live), surroundings, () => ({
      requestType: 'adminUpdate',
      assignment: { id: live.id ?? '' },
    })),
    settle: shown(probe(`${assignments}/${idIn(live.id)}`, slots(surroundings.idOf))),
  }),
  remove: (live, surroundings) => {
    const open = slots(surroundings.idOf)
    const gone = { probe: lasting(live, open), where: [...where({ id: live.id }), ...notExpired] }
    const body = { requestType: 'adminRemove', assignment: { id: live.id ?? '' } }
    return { request: request('POST', requests, open, body), settle: unlisted(gone), lookup: gone }
  },
  risk: ({ action }) => risks[action],
}
