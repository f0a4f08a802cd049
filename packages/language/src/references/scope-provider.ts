import {
  type AstNode,
  type AstNodeDescription,
  type AstReflection,
  AstUtils,
  EMPTY_SCOPE,
  type LangiumSharedCoreServices,
  type ReferenceInfo,
  type Scope,
  type ScopeProvider,
  type Stream,
  stream,
} from 'langium'
import { isCatalog, isPackage, isScenario } from '../generated/ast.ts'
import type { Family } from './symbol.ts'
import { catalogNameOf, qualifiedPackageName } from './symbol.ts'
import type { SymbolServices, SymbolTable } from './symbol-table.ts'

/** Names of `family` that stand behind `prefix`, called without it. */
export interface Shelf {
  readonly family: Family
  readonly prefix: string
}

/** Which names a reference may use: global ones by family; a catalog's packages by their short names inside it; a package's policies. */
export class EntitleScopeProvider implements ScopeProvider {
  private readonly reflection: AstReflection
  private readonly symbols: SymbolTable

  constructor(shared: LangiumSharedCoreServices & SymbolServices) {
    this.reflection = shared.AstReflection
    this.symbols = shared.workspace.SymbolTable
  }

  getScope(context: ReferenceInfo): Scope {
    const shelves = shelvesFor(this.reflection.getReferenceType(context), context.container)
    return shelves.length === 0 ? EMPTY_SCOPE : new ShelfScope(this.symbols, shelves)
  }
}

const globalShelves: { readonly [type: string]: Family } = {
  Tenant: 'tenant',
  Organization: 'organization',
  DirectoryObject: 'directory',
  Catalog: 'catalog',
  PolicyTemplate: 'template',
  Standard: 'standard',
}

/** Where a reference of type `type` inside `from` looks, in order. */
export const shelvesFor = (type: string, from: AstNode): readonly Shelf[] => {
  const family = globalShelves[type]
  if (family !== undefined) return [{ family, prefix: '' }]
  const catalog = enclosingCatalog(from)
  const inCatalog = catalog === undefined ? [] : [`${catalog}.`]
  if (type === 'Workflow') return inCatalog.map(prefix => ({ family: 'workflow', prefix }))
  if (type === 'Policy') return policyShelves(from)
  const packages: Shelf[] = [...inCatalog, ''].map(prefix => ({ family: 'package', prefix }))
  return type === 'Excludable' ? [...packages, { family: 'directory', prefix: '' }] : packages
}

const enclosingCatalog = (node: AstNode): string | undefined => {
  const found = AstUtils.getContainerOfType(node, isPackage)
  return found === undefined ? AstUtils.getContainerOfType(node, isCatalog)?.name : catalogNameOf(found)
}

/** `using suppliers` and `expect policy suppliers` mean a policy of the package that the same sentence names. */
const policyShelves = (from: AstNode): readonly Shelf[] => {
  const scenario = AstUtils.getContainerOfType(from, isScenario)
  const target =
    from.$type === 'Assign' && 'package' in from
      ? (from.package as { readonly ref?: AstNode } | undefined)?.ref
      : scenario?.statements.find(statement => statement.$type === 'RequestsPackage')?.package?.ref
  return isPackage(target) ? [{ family: 'policy', prefix: `${qualifiedPackageName(target)}.` }] : []
}

class ShelfScope implements Scope {
  private readonly symbols: SymbolTable
  private readonly shelves: readonly Shelf[]

  constructor(symbols: SymbolTable, shelves: readonly Shelf[]) {
    this.symbols = symbols
    this.shelves = shelves
  }

  getElement(name: string): AstNodeDescription | undefined {
    for (const { family, prefix } of this.shelves) {
      const found = this.symbols.find(family, prefix + name)
      if (found !== undefined) return found
    }
    return undefined
  }

  getElements(name: string): Stream<AstNodeDescription> {
    return stream(this.shelves.flatMap(({ family, prefix }) => this.symbols.all(family, prefix + name)))
  }

  getAllElements(): Stream<AstNodeDescription> {
    return stream(this.everything())
  }

  /** Each declaration once, by the shortest name it can be called here. */
  private *everything(): IterableIterator<AstNodeDescription> {
    const seen = new Set<AstNodeDescription>()
    for (const { family, prefix } of this.shelves)
      for (const [key, symbols] of this.symbols.entries(family)) {
        const symbol = symbols[0]
        if (symbol === undefined || !key.startsWith(prefix)) continue
        const name = key.slice(prefix.length)
        const onTop = symbol.keys[1] ?? key
        if (seen.has(symbol) || (prefix === '' && onTop !== key)) continue
        seen.add(symbol)
        yield Object.create(symbol, { name: { value: name } }) as AstNodeDescription
      }
  }
}
