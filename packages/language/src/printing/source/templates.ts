import { type Term, termOrder, type WrittenPolicy } from './assignment-policy.ts'
import { displayNameOf } from './identity.ts'
import { nameFrom } from './name-from.ts'
import type { Sentence } from './sentence.ts'
import { uniqueNames } from './unique-names.ts'

/** Terms that several policies share. */
export interface Template {
  readonly name: string
  readonly terms: ReadonlySet<Term>
  readonly sentences: readonly Sentence[]
  readonly members: readonly WrittenPolicy[]
}

/** How many policies must share terms, and how many lines those must have, for a template to be worth its place. */
const fewestMembers = 3
const fewestLines = 2

interface Candidate {
  readonly terms: readonly Term[]
  readonly lines: number
  readonly members: readonly WrittenPolicy[]
}

/** Templates for policies that say the same, those that save the most lines first; each policy follows at most one. */
export const findTemplates = (policies: readonly WrittenPolicy[], taken: Iterable<string>): readonly Template[] => {
  const texts = new Map(policies.map(policy => [policy, textsOf(policy)]))
  const candidates = subsets(termOrder).flatMap(terms => candidatesOf(terms, policies, texts))
  candidates.sort((a, b) => saved(b) - saved(a))
  const placed = new Set<WrittenPolicy>()
  const chosen: Candidate[] = []
  for (const candidate of candidates) {
    const members = candidate.members.filter(member => !placed.has(member))
    if (members.length < fewestMembers) continue
    for (const member of members) placed.add(member)
    chosen.push({ ...candidate, members })
  }
  const names = uniqueNames(
    chosen.map(({ members }) => ({ wish: commonName(members), word: 'standard' })),
    taken,
  )
  return chosen.map(({ terms, members }, index) => ({
    name: names[index] ?? '',
    terms: new Set(terms),
    sentences: terms.flatMap(term => members[0]?.terms.get(term) ?? []),
    members,
  }))
}

/** Policies that say all of these terms, by what they say. */
const candidatesOf = (
  terms: readonly Term[],
  policies: readonly WrittenPolicy[],
  texts: ReadonlyMap<WrittenPolicy, ReadonlyMap<Term, string>>,
): Candidate[] => {
  const able = policies.filter(policy => terms.every(term => policy.terms.has(term)))
  const groups = Map.groupBy(able, policy => terms.map(term => texts.get(policy)?.get(term)).join('\n'))
  return [...groups.values()].flatMap(members => {
    const lines = terms.reduce((sum, term) => sum + linesOf(members[0]?.terms.get(term)), 0)
    return members.length < fewestMembers || lines < fewestLines ? [] : [{ terms, lines, members }]
  })
}

const saved = ({ lines, members }: Candidate): number => lines * (members.length - 1)

/** What makes two statements the same: their words, and which objects they name. */
const textsOf = ({ terms }: WrittenPolicy): ReadonlyMap<Term, string> =>
  new Map([...terms].map(([term, sentence]) => [term, JSON.stringify(sentence)]))

const linesOf = (sentence: Sentence | undefined): number =>
  sentence === undefined ? 0 : 1 + (sentence.block ?? []).reduce((sum, inner) => sum + linesOf(inner), 0)

/** The display name that most of the policies have; of several the first by the alphabet. */
const commonName = (members: readonly WrittenPolicy[]): string => {
  const names = Map.groupBy(members, ({ object }) => nameFrom(displayNameOf(object), 'policy'))
  const [first] = [...names].sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1))
  return first?.[0] ?? ''
}

const subsets = (terms: readonly Term[]): readonly (readonly Term[])[] =>
  Array.from({ length: 2 ** terms.length - 1 }, (_, index) =>
    terms.filter((_term, bit) => ((index + 1) >> bit) % 2 === 1),
  )
