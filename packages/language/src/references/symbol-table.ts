import type { AstNodeDescription } from 'langium'
import type { EntitleSymbol, Family } from './symbol.ts'

/** The shared services in which names are looked up. */
export interface SymbolServices {
  readonly workspace: { readonly SymbolTable: SymbolTable }
}

/** Every declaration of the workspace by family and name, kept up to date file by file. */
export class SymbolTable {
  private readonly families = new Map<Family, Map<string, EntitleSymbol[]>>()
  private readonly documents = new Map<string, readonly EntitleSymbol[]>()

  /** Replaces what the file `uri` declares. */
  set(uri: string, descriptions: readonly AstNodeDescription[]): void {
    this.delete(uri)
    const symbols = descriptions.filter(isSymbol)
    this.documents.set(uri, symbols)
    for (const symbol of symbols) {
      const names = this.namesOf(symbol.family)
      for (const key of symbol.keys) {
        const found = names.get(key)
        if (found === undefined) names.set(key, [symbol])
        else found.push(symbol)
      }
    }
  }

  delete(uri: string): void {
    for (const symbol of this.documents.get(uri) ?? []) {
      const names = this.namesOf(symbol.family)
      for (const key of symbol.keys) {
        const left = names.get(key)?.filter(other => other !== symbol) ?? []
        if (left.length === 0) names.delete(key)
        else names.set(key, left)
      }
    }
    this.documents.delete(uri)
  }

  /** What is called `name`; of several (a duplicate is a finding) the one whose file comes first, whatever was edited last. */
  find(family: Family, name: string): EntitleSymbol | undefined {
    const found = this.all(family, name)
    return found.length < 2 ? found[0] : found.toSorted(byPlace)[0]
  }

  all(family: Family, name: string): readonly EntitleSymbol[] {
    return this.families.get(family)?.get(name) ?? []
  }

  /** Names of the family with what they stand for. */
  entries(family: Family): IterableIterator<[string, EntitleSymbol[]]> {
    return this.namesOf(family).entries()
  }

  private namesOf(family: Family): Map<string, EntitleSymbol[]> {
    const found = this.families.get(family)
    if (found !== undefined) return found
    const names = new Map<string, EntitleSymbol[]>()
    this.families.set(family, names)
    return names
  }
}

const isSymbol = (description: AstNodeDescription): description is EntitleSymbol => 'family' in description

const byPlace = (a: EntitleSymbol, b: EntitleSymbol) => {
  const [left, right] = [a.documentUri.toString(), b.documentUri.toString()]
  if (left !== right) return left < right ? -1 : 1
  return (a.nameSegment?.offset ?? 0) - (b.nameSegment?.offset ?? 0)
}
