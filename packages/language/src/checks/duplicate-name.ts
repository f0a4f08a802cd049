import type { Finding, SourceRange } from '@entitle/graph'
import { libraryScheme } from '../references/library.ts'
import type { EntitleSymbol, Family } from '../references/symbol.ts'
import { unitOf } from '../references/units.ts'
import { type Check, findingAt, mostOthers } from './check.ts'

const families: { readonly [family in Family]: string } = {
  tenant: 'tenants',
  organization: 'organizations',
  directory: 'users, groups, apps or sites',
  catalog: 'catalogs',
  package: 'packages',
  policy: 'policies',
  workflow: 'workflows',
  template: 'policy templates',
  review: 'reviews',
  standard: 'standards',
}

/** Names that two declarations of one family share: a reference could mean either. */
export const duplicateName: Check = ({ documents, symbols }) =>
  documents.flatMap(document =>
    symbols.of(unitOf(document.parseResult.value)).flatMap(symbol => {
      for (const key of symbol.keys) {
        const same = symbols.all(symbol.family, key)
        if (same.length > 1) return [duplicate(symbol.family, key, symbol, same)]
      }
      return []
    }),
  )

const duplicate = (family: Family, key: string, symbol: EntitleSymbol, same: readonly EntitleSymbol[]): Finding => {
  const parts = key.split('.')
  const name = parts.at(-1) ?? key
  const home = parts.slice(0, -1).join('.')
  const of = home === '' ? '' : family === 'policy' ? ` of package ${home}` : ` of catalog ${home}`
  const others = same.filter(other => other !== symbol)
  if (others.some(({ documentUri }) => documentUri.scheme === libraryScheme))
    return findingAt(
      'duplicate-name',
      'error',
      placeOf(symbol),
      `${name} is a standard that comes with Entitle. Give yours another name, and say \`extends ${name}\`.`,
    )
  const count = same.length === 2 ? 'Two' : String(same.length)
  return findingAt(
    'duplicate-name',
    'error',
    placeOf(symbol),
    `${count} ${families[family]}${of} are called ${name}, so a reference to it could mean either. Rename all but one.`,
    {
      related: others.slice(0, mostOthers).map(other => ({
        place: { kind: 'source', range: placeOf(other) },
        message: `Also called ${name}.`,
      })),
    },
  )
}

const placeOf = ({ documentUri, nameSegment }: EntitleSymbol): SourceRange => {
  const { start, end } = nameSegment?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
  return { uri: documentUri.toString(), start, end }
}
