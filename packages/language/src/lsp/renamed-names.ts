import { type AstNode, AstUtils, type Reference } from 'langium'
import { isCatalog, isPackage, isPolicy } from '../generated/ast.ts'
import { type Shelf, shelvesFor } from '../references/scope-provider.ts'
import { type EntitleSymbol, type Family, nameKey, qualifiedPackageName } from '../references/symbol.ts'
import { byPlace } from '../references/symbol-table.ts'
import type { EntitleLspServices } from './lsp-services.ts'
import { catalogOf } from './names.ts'
import { allReferences, type Use } from './occurrences.ts'

/** A name that would mean something else, or nothing that it meant. */
export interface Misled extends Use {
  /** As it would be written then. */
  readonly text: string
  readonly before: EntitleSymbol
  readonly after: EntitleSymbol | undefined
}

/** What names would mean if a declaration were called otherwise. */
export interface RenamedNames {
  /** A declaration that has a name already which the renamed one, or one within it, would get. */
  readonly taken: EntitleSymbol | undefined
  /** The first name in the workspace that would mean something else than it means. */
  readonly misled: Misled | undefined
}

/** Looks every name of the workspace up as it would be written then, among all declarations as they would be called then. */
export const renamedNames = (declaration: AstNode, newName: string, services: EntitleLspServices): RenamedNames => {
  const { SymbolTable } = services.shared.workspace
  const renaming = renamingOf(declaration, newName)
  const moved = new Map<EntitleSymbol, readonly string[]>()
  for (const family of renaming.families)
    for (const [, symbols] of SymbolTable.entries(family))
      for (const symbol of symbols) if (renaming.concerns(symbol)) moved.set(symbol, symbol.keys.map(renaming.key))

  const then = Map.groupBy(
    [...moved].flatMap(([symbol, keys]) => keys.map(key => ({ symbol, key: nameKey(symbol.family, key) }))),
    ({ key }) => key,
  )
  const others = (family: Family, name: string) => SymbolTable.all(family, name).filter(symbol => !moved.has(symbol))
  const find = (family: Family, name: string) =>
    [...others(family, name), ...(then.get(nameKey(family, name)) ?? []).map(({ symbol }) => symbol)].toSorted(
      byPlace,
    )[0]
  const meaning = (shelves: readonly Shelf[], text: string): EntitleSymbol | undefined => {
    for (const { family, prefix } of shelves) {
      const found = find(family, renaming.prefix(prefix) + text)
      if (found !== undefined) return found
    }
    return undefined
  }

  const lastNames = new Set([...moved.values()].flat().map(lastOf))
  const misled = (use: Use): readonly Misled[] => {
    const { reference } = use
    const text = renaming.text(reference)
    if (text === reference.$refText && !lastNames.has(lastOf(text))) return []
    const before = reference.$nodeDescription
    if (before === undefined) return []
    const type = services.shared.AstReflection.getReferenceType(reference.info)
    const after = meaning(shelvesFor(type, reference.container), text)
    return after === before ? [] : [{ ...use, text, before, after }]
  }

  const taken = [...moved].flatMap(([{ family }, [name = '']]) => others(family, name))
  return { taken: taken[0], misled: allReferences(services).flatMap(misled)[0] }
}

/** What a rename does to names: whose change, and how these, prefixes in front of others, and references read then. */
interface Renaming {
  readonly families: readonly Family[]
  readonly concerns: (symbol: EntitleSymbol) => boolean
  readonly key: (key: string) => string
  readonly prefix: (prefix: string) => string
  readonly text: (reference: Reference) => string
}

const renamingOf = (declaration: AstNode, newName: string): Renaming => {
  const inside = (name: string) => name.slice(0, name.lastIndexOf('.') + 1) + newName
  const last = (reference: Reference) =>
    reference.ref === declaration ? inside(reference.$refText) : reference.$refText
  if (isCatalog(declaration)) {
    const [old, now] = [`${declaration.name}.`, `${newName}.`]
    const first = (name: string) => (name.startsWith(old) ? now + name.slice(old.length) : name)
    return {
      families: ['catalog', 'package', 'policy', 'workflow'],
      concerns: ({ node }) => node === declaration || (node !== undefined && catalogAround(node) === declaration),
      key: name => (name === declaration.name ? newName : first(name)),
      prefix: first,
      text: reference => {
        const isQualified = reference.$refText.startsWith(old) && isPackage(reference.ref)
        return isQualified && catalogOf(reference.ref) === declaration ? first(reference.$refText) : last(reference)
      },
    }
  }
  if (isPackage(declaration)) {
    const [old, now] = [qualifiedPackageName(declaration), inside(qualifiedPackageName(declaration))]
    const first = (name: string) => (name.startsWith(`${old}.`) ? now + name.slice(old.length) : name)
    return {
      families: ['package', 'policy'],
      concerns: ({ node }) => node === declaration || (isPolicy(node) && node.$container === declaration),
      key: name => (name === old || name === declaration.name ? inside(name) : first(name)),
      prefix: prefix => first(prefix),
      text: last,
    }
  }
  return {
    families: families[declaration.$type] ?? [],
    concerns: ({ node }) => node === declaration,
    key: inside,
    prefix: prefix => prefix,
    text: last,
  }
}

const families: { readonly [type: string]: readonly Family[] } = {
  Tenant: ['tenant'],
  Organization: ['organization'],
  DirectoryObject: ['directory'],
  PolicyTemplate: ['template'],
  Policy: ['policy'],
  Workflow: ['workflow'],
  StandaloneReview: ['review'],
  Standard: ['standard'],
}

const catalogAround = (node: AstNode): AstNode | undefined => {
  const found = AstUtils.getContainerOfType(node, isPackage)
  return found === undefined ? AstUtils.getContainerOfType(node, isCatalog) : catalogOf(found)
}

const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1)
