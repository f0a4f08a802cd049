import type { Desired } from '@entitle/language'

/** What a plan deletes beside what the sources ask for, and what becomes of those who hold it. */
export interface Pruning {
  readonly people: 'keep' | 'end' | 'move'
  /** The policy that people are moved to, as the sources name it: `partners.supplier.staff`. */
  readonly policy?: string
}

interface Named {
  readonly declared: Desired['policies']
  readonly now: string
  nearest(word: string, names: readonly string[]): string | undefined
}

/** The same as options of a plan; none without a pruning. */
export const pruningOptions = (pruning: Pruning | undefined, named: Named) => {
  if (pruning === undefined) return {}
  const { people, policy } = pruning
  return {
    prune: true,
    endAssignments: people === 'end',
    ...(policy === undefined ? {} : { reassignTo: { text: policy, ...named } }),
  }
}
