import type { DirectoryKind } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'
import { placeKey } from '../references/fact-table.ts'
import { inPlaceKey, objectKey, wordInPlace } from '../references/facts.ts'
import { nodesKey } from '../references/linker.ts'
import { unitOf } from '../references/units.ts'
import { perPlace } from '../syntax/per-node.ts'
import { rangeOf } from '../syntax/range.ts'
import { statementOf, statementsOf } from './element.ts'
import type { Sources } from './elements.ts'
import type { DirectoryElement, ObjectReference } from './program.ts'

const kinds: { readonly [word in ast.DirectoryWord]: DirectoryKind } = {
  user: 'user',
  group: 'group',
  app: 'servicePrincipal',
  site: 'site',
}

/** The word of the language for a kind of directory object. */
export const directoryWord = (kind: DirectoryKind): ast.DirectoryWord => (kind === 'servicePrincipal' ? 'app' : kind)

/** Every directory object that the sources name: declared ones, and one for each distinct object written in place. */
export class Directory {
  private readonly sources: Sources
  private readonly inPlace = new Map<string, DirectoryElement>()

  constructor(sources: Sources) {
    this.sources = sources
  }

  readonly declaredAs: (node: ast.DirectoryObject) => DirectoryElement = perPlace(node => elementOf(node))

  /** What a use means; undefined where its name is unknown. An object written in place that is also declared is the declared one. */
  use(node: ast.ObjectUse | ast.Exclusion | undefined, kind?: DirectoryKind): ObjectReference | undefined {
    if (node === undefined) return undefined
    const target = node.target?.ref
    if (target?.$type === 'DirectoryObject') return { object: this.declaredAs(target), range: rangeOf(node) }
    const word = node.objectKind ?? (kind === undefined ? undefined : directoryWord(kind))
    if (node.value === undefined || word === undefined) return undefined
    return { object: this.written(word, node.value, node), range: rangeOf(node) }
  }

  uses(nodes: readonly ast.ObjectUse[], kind?: DirectoryKind): ObjectReference[] {
    return nodes.flatMap(node => this.use(node, kind) ?? [])
  }

  /** Objects that are only written in place, in the order in which they first are. */
  get undeclared(): readonly DirectoryElement[] {
    const objects = this.sources.facts.at(inPlaceKey).flatMap(({ node }) => {
      const use = node as ast.ObjectUse
      const word = wordInPlace(use)
      return word === undefined || use.value === undefined ? [] : [this.written(word, use.value, use)]
    })
    return [...new Set(objects)].filter(({ node }) => node === undefined)
  }

  private written(word: ast.DirectoryWord, value: string, use: ast.ObjectUse | ast.Exclusion): DirectoryElement {
    const key = objectKey(word, value)
    const said = this.sources.facts.at(key)
    const declared = said.find(({ node }) => node.$type === 'DirectoryObject')?.node
    if (declared?.$type === 'DirectoryObject') {
      this.sources.reliances.on(nodesKey(unitOf(declared)))
      return this.declaredAs(declared as ast.DirectoryObject)
    }
    const first = (said[0]?.node ?? use) as ast.ObjectUse
    const displayName = first.value ?? value
    const known = this.inPlace.get(key)
    if (known?.displayName === displayName) return known
    const element = this.elementInPlace(key, word, displayName, first)
    this.inPlace.set(key, element)
    return element
  }

  /** It is the same element wherever it is written, and stands where it is written first. */
  private elementInPlace(
    key: string,
    word: ast.DirectoryWord,
    displayName: string,
    use: ast.ObjectUse,
  ): DirectoryElement {
    const { facts, reliances } = this.sources
    return {
      element: 'directory',
      kind: kinds[word],
      displayName,
      inTenant: {},
      get range() {
        reliances.on(placeKey(key))
        return rangeOf(facts.at(key)[0]?.node ?? use)
      },
    }
  }
}

const elementOf = (node: ast.DirectoryObject): DirectoryElement => {
  const id = statementOf<ast.Pin>(node, 'Pin')?.value
  const inTenant = statementsOf<ast.InTenant>(node, 'InTenant').map(statement => [
    statement.tenant?.$refText ?? '',
    { displayName: statement.value ?? '', ...(statement.id === undefined ? {} : { id: statement.id }) },
  ])
  return {
    element: 'directory',
    kind: kinds[node.objectKind] ?? 'group',
    name: node.name ?? '',
    displayName: node.displayName ?? node.name ?? '',
    ...(id === undefined ? {} : { id }),
    inTenant: Object.fromEntries(inTenant),
    range: rangeOf(node),
    node,
  }
}
