import { type Access, type End, endInWords, endOf, type TenantObject } from '@entitle/graph'
import { type FactRule, factsIn, type Notice } from './fact-rule.ts'
import { namesIn } from './names-in.ts'

/** So many days a package may lie unused. */
export const unusedDays = 90
const day = 86_400_000

/** ISO date and time: what was asked for before it is no use of a package on that day. */
export const unusedSince = (today: string): string => new Date(Date.parse(today) - unusedDays * day).toISOString()

const idOf = ({ id = '' }: TenantObject): string => id.toLowerCase()

/** The access under each policy, or through each package. */
const accessBy = (facts: Parameters<FactRule['find']>[1], key: 'policyId' | 'packageId') =>
  Map.groupBy(factsIn(facts.access), access => access[key])

/** Whoever has it could get it for so long today, at the latest; access lasts to the end of the day on which it ends. */
const latest = (end: End, today: string): number | undefined => {
  if (end.ends === 'on') return Date.parse(end.date) + day
  return end.ends === 'after' ? Date.parse(today) + (end.days + 1) * day : undefined
}

const outlives =
  (limit: number) =>
  ({ ends }: Access): boolean =>
    ends === undefined || Date.parse(ends) > limit

/** `1 person has access`, `3 people have access`. */
const haveAccess = (people: number): string => (people === 1 ? '1 person has access' : `${people} people have access`)

const untilWhen = ({ name, ends }: Access): string =>
  `${name} (${ends === undefined ? 'for ever' : `until ${ends.slice(0, 10)}`})`

/** What the access shows that people have now. */
export const heldRules: readonly FactRule[] = [
  {
    name: 'access-outlives-policy',
    finds: 'a policy under which people have access for longer than it gives',
    why: 'A policy that was made stricter doesn’t shorten the access that people have already.',
    elements: ['policy'],
    needs: ['access'],
    find({ objects }, facts, today): readonly Notice[] {
      const held = accessBy(facts, 'policyId')
      return objects.flatMap(object => {
        if (object.kind !== 'assignment-policy') return []
        const end = endOf(object.properties)
        const limit = latest(end, today)
        if (limit === undefined) return []
        const longer = (held.get(idOf(object)) ?? []).filter(outlives(limit))
        if (longer.length === 0) return []
        return [
          {
            address: object.address,
            message: `Access under it ends ${endInWords(end)}, and ${haveAccess(longer.length)} for longer: ${namesIn(longer.map(untilWhen))}. End that access, or give it an end.`,
          },
        ]
      })
    },
  },
  {
    name: 'guest-without-sponsor',
    finds: 'a package that guests have whom nobody sponsors',
    why: 'Nobody in the organization answers for them, and sponsors neither approve nor review what they have.',
    elements: ['package'],
    needs: ['access', 'accounts'],
    find({ objects }, facts): readonly Notice[] {
      const guests = new Set(
        factsIn(facts.accounts).flatMap(({ id, isGuest, hasSponsor }) => (isGuest && !hasSponsor ? [id] : [])),
      )
      const held = accessBy(facts, 'packageId')
      return objects.flatMap(object => {
        const access = object.kind === 'access-package' ? (held.get(idOf(object)) ?? []) : []
        const names = [...new Set(access.filter(({ person }) => guests.has(person)).map(({ name }) => name))]
        if (names.length === 0) return []
        const who =
          names.length === 1
            ? '1 guest with access has no sponsor'
            : `${names.length} guests with access have no sponsor`
        return [
          { address: object.address, message: `${who}: ${namesIn(names)}. Give each a sponsor, or end the access.` },
        ]
      })
    },
  },
  {
    name: 'unused-package',
    finds: `a package that nobody has, and that nobody asked for in ${unusedDays} days`,
    why: 'Whatever it grants can be got by whoever finds it, and nobody looks after it.',
    elements: ['package'],
    needs: ['access', 'requested'],
    find({ objects }, facts, today): readonly Notice[] {
      const since = unusedSince(today)
      const used = new Set([...factsIn(facts.requested), ...factsIn(facts.access).map(({ packageId }) => packageId)])
      return objects.flatMap(object => {
        const { createdDateTime } = object.raw ?? {}
        const isOld = typeof createdDateTime === 'string' && createdDateTime < since
        if (object.kind !== 'access-package' || !isOld || used.has(idOf(object))) return []
        const message = `Nobody has it, and nobody asked for it in ${unusedDays} days. Remove it, or hide it until it is needed.`
        return [{ address: object.address, message }]
      })
    },
  },
]
