import type { AstNodeDescription } from 'langium'
import type { FactTable } from './fact-table.ts'
import { Reliances } from './reliances.ts'
import { type EntitleSymbol, type Family, nameKey, namesKey } from './symbol.ts'

/** The shared services in which names are looked up. */
export interface SymbolServices {
  readonly workspace: {
    readonly SymbolTable: SymbolTable
    readonly FactTable: FactTable
    readonly Reliances: Reliances
  }
}

/** Every declaration of the workspace by family and name, kept up to date file by file. */
export class SymbolTable {
  private readonly reliances: Reliances
  private readonly families = new Map<Family, Map<string, EntitleSymbol[]>>()
  private readonly documents = new Map<string, readonly EntitleSymbol[]>()

  constructor(reliances = new Reliances()) {
    this.reliances = reliances
  }

  /** Replaces what the unit `uri` declares. Returns the keys of what is different. */
  set(uri: string, descriptions: readonly AstNodeDescription[]): ReadonlySet<string> {
    const before = stampsOf(this.documents.get(uri) ?? [])
    this.remove(uri)
    const symbols = descriptions.filter(isSymbol)
    if (symbols.length > 0) this.documents.set(uri, symbols)
    const changed = new Set<string>()
    for (const symbol of symbols) {
      const names = this.namesOf(symbol.family)
      for (const key of symbol.keys) {
        const found = names.get(key)
        if (found === undefined) names.set(key, [symbol])
        else names.set(key, [...found, symbol].toSorted(byPlace))
      }
    }
    const after = stampsOf(symbols)
    for (const [key, { family, stamp }] of before) {
      const now = after.get(key)
      if (now?.stamp !== stamp) changed.add(key)
      if (now === undefined) changed.add(namesKey(family))
    }
    for (const [key, { family }] of after) if (!before.has(key)) changed.add(key).add(namesKey(family))
    this.reliances.change(changed)
    return changed
  }

  delete(uri: string): void {
    this.set(uri, [])
  }

  /** What is called `name`; of several (a duplicate is a finding) the one whose file comes first, whatever was edited last. */
  find(family: Family, name: string): EntitleSymbol | undefined {
    return this.all(family, name)[0]
  }

  /** Everything called `name`, in the order of files. */
  all(family: Family, name: string): readonly EntitleSymbol[] {
    this.reliances.on(nameKey(family, name))
    return this.families.get(family)?.get(name) ?? []
  }

  /** Names of the family with what they stand for. */
  entries(family: Family): IterableIterator<[string, EntitleSymbol[]]> {
    this.reliances.on(namesKey(family))
    return this.namesOf(family).entries()
  }

  /** What the unit `uri` declares. */
  of(uri: string): readonly EntitleSymbol[] {
    return this.documents.get(uri) ?? []
  }

  private remove(uri: string): void {
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

  private namesOf(family: Family): Map<string, EntitleSymbol[]> {
    const found = this.families.get(family)
    if (found !== undefined) return found
    const names = new Map<string, EntitleSymbol[]>()
    this.families.set(family, names)
    return names
  }
}

const isSymbol = (description: AstNodeDescription): description is EntitleSymbol => 'family' in description

/** By key: all that the declarations of that name say. */
const stampsOf = (
  symbols: readonly EntitleSymbol[],
): Map<string, { readonly family: Family; readonly stamp: string }> => {
  const stamps = new Map<string, { readonly family: Family; readonly stamp: string }>()
  for (const { family, keys, stamp = '' } of symbols)
    for (const name of keys) {
      const key = nameKey(family, name)
      const same = stamps.get(key)
      stamps.set(key, { family, stamp: same === undefined ? stamp : `${same.stamp} ${stamp}` })
    }
  return stamps
}

/** By file, and within each as they stand: the first of a name is the one that it means. */
export const byPlace = (a: EntitleSymbol, b: EntitleSymbol) => {
  const [left, right] = [a.documentUri.toString(), b.documentUri.toString()]
  if (left !== right) return left < right ? -1 : 1
  return (a.nameSegment?.offset ?? 0) - (b.nameSegment?.offset ?? 0)
}
