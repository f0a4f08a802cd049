import type { Entry } from './reference/entry.ts'
import { anchorOf, type Placed, placed } from './reference/pages.ts'

/** Entries by the types of the tree's nodes that they explain; several where a statement's meaning depends on its block. */
const byType: ReadonlyMap<string, readonly Placed[]> = placed.reduce((known, found) => {
  for (const type of found.entry.types) known.set(type, [...(known.get(type) ?? []), found])
  return known
}, new Map<string, Placed[]>())

/** By the type of the tree's node that a word opens, what it means where nothing is known of the block around it. */
export const words: { readonly [type: string]: Entry } = Object.fromEntries(
  [...byType].flatMap(([type, found]) => {
    const general = found.find(({ entry }) => entry.within === undefined) ?? found[0]
    return general === undefined ? [] : [[type, general.entry]]
  }),
)

/** What explains nodes of a type, among blocks of other types, the innermost first. */
export const explained = (type: string, around: readonly string[] = []): Placed | undefined => {
  const found = byType.get(type) ?? []
  for (const block of around) {
    const there = found.find(({ entry }) => entry.within?.includes(block))
    if (there !== undefined) return there
  }
  return found.find(({ entry }) => entry.within === undefined) ?? found[0]
}

const site = 'https://github.com/entitle/entitle/blob/main/docs/reference'

/** A word's explanation as Markdown: its meaning, its default, Graph's properties, Microsoft's page and ours. */
export const wordMarkdown = (type: string, around: readonly string[] = []): string | undefined => {
  const found = explained(type, around)
  if (found === undefined) return undefined
  const { entry, page } = found
  const graph = entry.graph?.map(name => `\`${name}\``).join(', ')
  const links = [
    ...(entry.page === undefined ? [] : [`[Microsoft’s documentation](${entry.page})`]),
    `[Reference](${site}/${page.name}.md#${anchorOf(entry)})`,
  ]
  return [
    entry.meaning,
    ...(entry.default === undefined ? [] : [`Where nothing is said: ${entry.default}.`]),
    ...(graph === undefined ? [] : [`Microsoft Graph: ${graph}`]),
    links.join(' · '),
  ].join('\n\n')
}
