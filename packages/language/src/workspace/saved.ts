import type { AstNode } from 'langium'
import { URI } from 'langium'
import type { Fact, FactTable } from '../references/fact-table.ts'
import type { EntitleSymbol, Family } from '../references/symbol.ts'
import type { SymbolTable } from '../references/symbol-table.ts'
import { everyNode } from '../syntax/nodes.ts'
import type { Knowledge, SourceFile } from './analyzer.ts'

/** Everything that is known of a file, so that another process need not read it. Nodes are told by their number in the file. */
export interface SavedFile extends Knowledge {
  readonly uri: string
  /** Of the text that all this is known of. */
  readonly digest: string
  readonly symbols: readonly SavedSymbol[]
  readonly facts: readonly (readonly [key: string, stamp: string, place: string, node: number])[]
}

interface SavedSymbol {
  readonly family: Family
  readonly keys: readonly string[]
  readonly stamp?: string
  readonly name: string
  readonly nameSegment?: NonNullable<EntitleSymbol['nameSegment']>
  readonly node: number
}

export interface Tables {
  readonly symbols: SymbolTable
  readonly facts: FactTable
}

/** What is known of a file that was read in this process. */
export const savedFile = (
  file: SourceFile,
  digest: string,
  knowledge: Knowledge,
  { symbols, facts }: Tables,
): SavedFile => {
  const numbers = new Map(everyNode(file.document()).map((node, number) => [node, number]))
  const numberOf = (node: AstNode | undefined) => (node === undefined ? -1 : (numbers.get(node) ?? -1))
  return {
    uri: file.uri,
    digest,
    ...knowledge,
    symbols: symbols.of(file.uri).map(({ family, keys, stamp, name, nameSegment, node }) => ({
      family,
      keys,
      ...(stamp === undefined ? {} : { stamp }),
      name,
      ...(nameSegment === undefined ? {} : { nameSegment }),
      node: numberOf(node),
    })),
    facts: facts.of(file.uri).map(({ key, stamp, place, node }) => [key, stamp, place, numberOf(node)]),
  }
}

/** Lets the tables know what the file says; the file is read when somebody follows a name into it. */
export const restoreTables = (saved: SavedFile, file: SourceFile, { symbols, facts }: Tables): void => {
  const node = (number: number): AstNode => {
    const found = everyNode(file.document())[number]
    if (found === undefined) throw new Error(`${file.uri} has no node ${number}`)
    return found
  }
  const documentUri = URI.parse(saved.uri)
  symbols.set(
    saved.uri,
    saved.symbols.map(
      ({ node: number, ...symbol }): EntitleSymbol => ({
        ...symbol,
        type: '',
        path: '',
        documentUri,
        get node() {
          return node(number)
        },
      }),
    ),
  )
  facts.set(
    saved.uri,
    saved.facts.map(
      ([key, stamp, place, number]): Fact => ({
        key,
        stamp,
        place,
        get node() {
          return node(number)
        },
      }),
    ),
  )
}
