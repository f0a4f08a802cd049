import { later } from '../kinds/moment.ts'
import { isObj } from '../kinds/shape.ts'
import { type Address, addressOf, isRef, type Properties, type TenantObject } from '../model/tenant.ts'
import type { PersonFacts } from '../read/admission-facts.ts'
import { admits } from './admission.ts'
import { type Move, packageOf, personIn } from './moves.ts'

/** Where people go who hold what is deleted: `--reassign-to`. */
export interface Reassignment {
  /** The policy as it is declared, or as it is in the tenant where nobody declares it. */
  readonly policy: TenantObject
  /** The live address of its package, where the tenant has that already. */
  readonly home?: Address
  /** By the ids of those who have its package already, or are declared to have it: the addresses of these assignments. */
  readonly holders: ReadonlyMap<string, Address>
  /** Assignments that an earlier deployment ended for such a move and was broken off before it granted the new ones. */
  readonly begun: readonly TenantObject[]
  readonly facts: ReadonlyMap<string, PersonFacts>
  /** The moment of planning, in UTC. */
  readonly now: string
}

/** What becomes of those who hold something that is deleted: who moves, and who can't, with the reason. */
export interface Reassigned {
  readonly moves: readonly Move[]
  readonly refused: readonly { readonly holder: TenantObject; readonly because: Obstacle }[]
}

export type Obstacle = 'not-admitted' | 'perhaps-not-admitted' | 'other-package' | 'not-in-directory'

/** Who of the holders of `object` moves to the policy. Who moves already appears in `settled`, by id, and gets nothing twice. */
export function reassigned(
  object: TenantObject,
  held: readonly TenantObject[],
  { policy, home, holders, begun, facts, now }: Reassignment,
  settled: Set<string>,
): Reassigned {
  const moves: Move[] = []
  const refused: { holder: TenantObject; because: Obstacle }[] = []
  const add = (from: TenantObject, ended: boolean) => {
    const person = personIn(from) ?? ''
    const other = packageOf(from) === home ? undefined : holders.get(person)
    const there = settled.has(person) || other !== undefined
    settled.add(person)
    const given = assignmentUnder(policy, from, now)
    const to = other === undefined ? given : { ...given, address: other }
    if (!ended || !there)
      moves.push({
        from,
        to,
        ...(there ? { there } : {}),
        ...(ended ? { begun: true } : {}),
      })
  }
  for (const holder of held) {
    const because = obstacle(object, holder, { policy, facts, ...(home === undefined ? {} : { home }) })
    if (because === undefined) add(holder, false)
    else refused.push({ holder, because })
  }
  const lasting = new Set(held.flatMap(each => personIn(each) ?? []))
  for (const each of begun) {
    const person = personIn(each)
    if (each.parent === object.address && person !== undefined && !lasting.has(person) && !holders.has(person))
      add(each, true)
  }
  return { moves, refused }
}

function obstacle(
  object: TenantObject,
  holder: TenantObject,
  { policy, home, facts }: Pick<Reassignment, 'policy' | 'home' | 'facts'>,
): Obstacle | undefined {
  if (object.kind === 'assignment-policy' && object.parent !== home) return 'other-package'
  const person = personIn(holder)
  if (person === undefined) return 'not-in-directory'
  const answer = admits(policy.properties, facts.get(person) ?? { id: person, groups: new Set() })
  return answer === 'yes' ? undefined : answer === 'no' ? 'not-admitted' : 'perhaps-not-admitted'
}

function assignmentUnder(policy: TenantObject, { name, properties }: TenantObject, now: string): TenantObject {
  const { target } = properties
  const schedule = keptDates(properties, policy.properties, now)
  return {
    kind: 'assignment',
    address: addressOf('assignment', name, policy.address),
    parent: policy.address,
    name,
    properties: { target: isRef(target) ? target : null, ...(schedule === undefined ? {} : { schedule }) },
  }
}

/** The day on which access ends, and one on which it has yet to begin, where the policy doesn't end it before that. */
export function keptDates({ schedule }: Properties, policy: Properties, now: string): Properties | undefined {
  if (!isObj(schedule)) return undefined
  const start =
    typeof schedule.startDateTime === 'string' && schedule.startDateTime > now ? schedule.startDateTime : undefined
  const end = endOf(schedule.expiration, String(schedule.startDateTime ?? ''))
  const last = endOf(policy.expiration, start ?? now)
  const kept = end !== undefined && (last === undefined || end <= last) ? end : undefined
  if (start === undefined && kept === undefined) return undefined
  return {
    ...(start === undefined ? {} : { startDateTime: start }),
    ...(kept === undefined ? {} : { expiration: { type: 'afterDateTime', endDateTime: kept } }),
  }
}

/** When an expiration ends what begins at a moment; undefined where it doesn't, or that can't be told. */
const endOf = (expiration: Properties[string] | undefined, start: string): string | undefined => {
  if (!isObj(expiration)) return undefined
  const { type, endDateTime, duration } = expiration
  if (type === 'afterDateTime') return typeof endDateTime === 'string' ? endDateTime : undefined
  return type === 'afterDuration' && typeof duration === 'string' ? later(start, duration) : undefined
}
