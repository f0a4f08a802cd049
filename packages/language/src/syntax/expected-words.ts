import type { Expectation } from './expectation.ts'

const references: { readonly [type: string]: string } = {
  Tenant: 'the name of a tenant',
  Organization: 'the name of an organization',
  DirectoryObject: 'the name of a user, group, app or site',
  Catalog: 'the name of a catalog',
  Package: 'the name of a package',
  Excludable: 'the name of a package or group',
  PolicyTemplate: 'the name of a policy template',
  Policy: 'the name of a policy',
  Workflow: 'the name of a workflow',
  Standard: 'the name of a standard',
}

const properties: { readonly [property: string]: string } = {
  'Duration.unit': '`days`, `hours` or `weeks`',
  'Duration.amount': 'a number',
  'RuleSetting.rule': 'the name of a rule',
  'Waiver.rule': 'the name of a rule',
  'Tags.names': 'a tag',
  'TagOption.tags': 'a tag',
  'TagTrait.tags': 'a tag',
  'OwnRule.name': 'a name for the rule',
}

const terminals: { readonly [terminal: string]: string } = {
  ID: 'a name',
  TEXT: 'a text in quotes',
  NUMBER: 'a number',
  DATE: 'a date such as `2027-06-30`',
  TIME: 'a time such as `18:00`',
}

const objectWords = new Set(['user', 'group', 'app', 'site'])
const signs = new Set([',', '.', '{', '}'])

/** What may stand somewhere, in the words of a reader, each once: values first, then words, then signs. */
export const expectedWords = (expected: readonly Expectation[]): string[] => {
  const values = expected.flatMap(({ terminal, reference, property, rule }) =>
    terminal === undefined
      ? []
      : [
          reference === undefined
            ? (properties[`${rule}.${property}`] ?? terminals[terminal] ?? terminal)
            : (references[reference] ?? 'a name'),
        ],
  )
  const anObject = expected.some(({ reference }) => reference === 'DirectoryObject')
  const keywords = expected.flatMap(({ keyword, rule }) => {
    if (keyword === undefined || (anObject && rule === 'DirectoryWord' && objectWords.has(keyword))) return []
    return [`\`${keyword}\``]
  })
  const isSign = (word: string) => signs.has(word.slice(1, -1))
  return [...new Set([...values, ...keywords.filter(word => !isSign(word)), ...keywords.filter(isSign)])]
}

/** `a`, `a or b`, `a, b or c`; of many the first few. */
export const orList = (words: readonly string[], most = 12): string => {
  if (words.length > most) return `${words.slice(0, most).join(', ')} and more`
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
