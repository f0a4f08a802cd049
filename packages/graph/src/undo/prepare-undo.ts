import { isObj } from '../kinds/shape.ts'
import type { Finding } from '../model/finding.ts'
import type { Tenant, TenantObject } from '../model/tenant.ts'
import { type Prepared, preparePlan } from '../plan/prepare-plan.ts'
import { keptDates } from '../plan/reassignment.ts'
import type { HttpTransport } from '../ports/ports.ts'
import type { ReadOptions } from '../read/read.ts'
import type { Lasting, Undo } from './undo.ts'

export interface PrepareUndoInput {
  readonly transport: HttpTransport
  readonly undo: Undo
  /** The moment of planning, in UTC. */
  readonly now: string
  readonly options?: ReadOptions & {
    /** Ends the access of people who got it since through what the deployment made; without it, what has some stays, and is an error. */
    readonly endAssignments?: boolean
  }
}

/**
 * Plans to make the tenant what it was before a deployment, as far as that changed it: what it deleted is made again, what it changed gets
 * its former values, what it made goes. What can't be given back is a warning, and keeps nothing else from being given back.
 * @throws as {@link preparePlan} does.
 */
export async function prepareUndo({ transport, undo, now, options = {} }: PrepareUndoInput): Promise<Prepared> {
  const past = undo.former.filter(object => hasEnded(object, now))
  const desired: Tenant = { objects: undo.former.filter(each => !past.includes(each)).map(each => dated(each, now)) }
  const prepared = await preparePlan({
    transport,
    desired,
    identity: undo.tenant,
    options: { ...options, made: undo.made },
  })
  const { plan } = prepared
  const ended = past.map(({ kind, address, name }): Lasting => {
    const what = `The access of ${name} would have ended by now, so it isn't given again.`
    return { kind, address, what }
  })
  return {
    ...prepared,
    plan: { ...plan, findings: [...plan.findings.map(softened), ...[...undo.lasting, ...ended].map(finding)] },
  }
}

/** Desired objects without an id are made, where they are missing. */
const isGiven = ({ kind, id }: TenantObject) => kind === 'assignment' && id === undefined

const endOf = ({ properties: { schedule } }: TenantObject): string | undefined => {
  const expiration = isObj(schedule) ? schedule.expiration : undefined
  const end = isObj(expiration) ? expiration.endDateTime : undefined
  return typeof end === 'string' ? end : undefined
}

const hasEnded = (object: TenantObject, now: string): boolean => isGiven(object) && (endOf(object) ?? now) < now

/** An assignment that is asked for again begins at once where it had begun, and ends when it would have. */
function dated(object: TenantObject, now: string): TenantObject {
  if (!isGiven(object)) return object
  const { schedule: _, ...rest } = object.properties
  const kept = keptDates(object.properties, {}, now)
  return { ...object, properties: { ...rest, ...(kept === undefined ? {} : { schedule: kept }) } }
}

/** What is wrong with one object only, so that it stays as it is and the others are given back. */
const ofOneObject = new Set([
  'not-in-directory',
  'ambiguous-name',
  'pinned-id-not-found',
  'declared-twice',
  'not-understood',
  'resource-not-in-catalog',
  'assigned-automatically',
])

const softened = (found: Finding): Finding =>
  found.severity === 'error' && ofOneObject.has(found.rule)
    ? {
        ...found,
        rule: 'not-undone',
        severity: 'warning',
        message: `${found.message} What it was is not given back.`,
        help: 'Look whether you want it back, and set it in the Microsoft Entra admin center.',
      }
    : found

const finding = ({ address, what }: Lasting): Finding => ({
  rule: 'not-undone',
  severity: 'warning',
  message: what,
  place: { kind: 'tenant', address },
})
