import type { Address } from '../model/tenant.ts'

/** What a diagnosis is about, in the order in which people are told. */
export const topics = ['sign-in', 'permissions', 'roles', 'resources', 'licence', 'limits', 'clock', 'network'] as const
export type Topic = (typeof topics)[number]

/** One thing that was looked at, in words for people. */
export interface Diagnosis {
  readonly topic: Topic
  readonly state: 'ok' | 'problem' | 'not-determined'
  /** What is so, one sentence or two. */
  readonly says: string
  /** Why it matters, or why it is not known. */
  readonly because?: string
  /** What to do about it, in the imperative. */
  readonly remedy?: string
  /** The page on which the remedy is done, which it also names. */
  readonly link?: string
  /** What it concerns of what is declared or planned. */
  readonly about?: readonly Address[]
}

export const ok = (topic: Topic, says: string): Diagnosis => ({ topic, state: 'ok', says })

/** Diagnoses that say the same of several objects as one. */
export function merged(diagnoses: readonly Diagnosis[]): readonly Diagnosis[] {
  const byText = Map.groupBy(diagnoses, ({ topic, state, says, because = '', remedy = '' }) =>
    [topic, state, says, because, remedy].join('\n'),
  )
  return [...byText.values()].flatMap(same => {
    const [first] = same
    if (first === undefined) return []
    const about = [...new Set(same.flatMap(each => each.about ?? []))]
    return [about.length === 0 ? first : { ...first, about }]
  })
}
