import { fold } from '@entitle/graph'
import type { Written, WrittenItem } from '../resolve/written.ts'

/** What an item means, whether it is called by a declared name or in place. */
export type Meaning = (item: WrittenItem) => string

/** Statements that no tenant knows of, and declarations, which are told apart by their names. */
const others: ReadonlySet<string> = new Set(['Waiver', 'Tags', 'Formerly', 'Pin', 'Package', 'Policy', 'Workflow'])

/** Statements of one type of which there may be several, that a template gives all or none of. */
export const several: ReadonlySet<string> = new Set(['Ask', 'OnCall'])

/** The statements of a block that say what its tenant has, by what they are about: two of one slot say it twice. */
export const slots = (
  statements: readonly Written[],
  meaning: Meaning,
  inPlace: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, readonly Written[]> => {
  const found = new Map<string, Written[]>()
  const counts = new Map<string, number>()
  for (const each of statements) {
    if (others.has(each.type)) continue
    const count = counts.get(each.type) ?? 0
    counts.set(each.type, count + 1)
    const slot = inPlace.has(each.type) || each.type === 'Stage' ? `${each.type} ${count}` : slotOf(each, meaning)
    found.set(slot, [...(found.get(slot) ?? []), each])
  }
  return found
}

const slotOf = (each: Written, meaning: Meaning): string => {
  const word = (name: string) => fold(each.property(name) ?? '')
  switch (each.type) {
    case 'Requestable':
    case 'AssignedAutomatically':
      return 'who'
    case 'Approval':
    case 'NoApproval':
      return 'approval'
    case 'RoleHolders':
      return `RoleHolders ${word('role')}`
    case 'Sponsors':
      return `Sponsors ${word('side')}`
    case 'Grant': {
      const item = each.item('resource')
      return `Grant ${word('role')} ${item === undefined ? '' : meaning(item)}`
    }
    case 'Domain':
    case 'TenantSource':
      return `${each.type} ${word('value')}`
    case 'Ask':
      return `Ask ${each.property('text') ?? ''}`
    case 'OnCall':
      return `OnCall ${word('event')} ${word('days')} ${word('workflow')}`
    default:
      return each.type
  }
}

/** Types of statements whose order counts, and that can't be told apart by what they say or stand in another order than before. */
export const positional = (before: readonly Written[], after: readonly Written[]): ReadonlySet<string> => {
  const texts = (all: readonly Written[]) =>
    all.flatMap(each => (each.type === 'Ask' ? [each.property('text') ?? ''] : []))
  const [old, now] = [texts(before), texts(after)]
  const isTwice = new Set(old).size < old.length || new Set(now).size < now.length
  const kept = (all: readonly string[], other: readonly string[]) => all.filter(each => other.includes(each)).join('\n')
  return isTwice || kept(old, now) !== kept(now, old) ? new Set(['Ask']) : new Set()
}
