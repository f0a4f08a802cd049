import type { DirectoryKind } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'
import { rangeOf } from '../syntax/range.ts'
import { statementOf, statementsOf } from './element.ts'
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
  private readonly declared = new Map<ast.DirectoryObject, DirectoryElement>()
  private readonly byName = new Map<string, DirectoryElement>()
  private readonly inPlace: DirectoryElement[] = []

  constructor(nodes: readonly ast.DirectoryObject[]) {
    for (const node of nodes) {
      const element = elementOf(node)
      this.declared.set(node, element)
      const key = keyOf(element.kind, element.displayName)
      if (!this.byName.has(key)) this.byName.set(key, element)
    }
  }

  get elements(): readonly DirectoryElement[] {
    return [...this.declared.values(), ...this.inPlace]
  }

  declaredAs(node: ast.DirectoryObject): DirectoryElement | undefined {
    return this.declared.get(node)
  }

  /** What a use means; undefined where its name is unknown. An object written in place that is also declared is the declared one. */
  use(node: ast.ObjectUse | ast.Exclusion | undefined, kind?: DirectoryKind): ObjectReference | undefined {
    if (node === undefined) return undefined
    const target = node.target?.ref
    if (target?.$type === 'DirectoryObject') {
      const object = this.declared.get(target)
      return object === undefined ? undefined : { object, range: rangeOf(node) }
    }
    const inPlaceKind = node.objectKind === undefined ? kind : kinds[node.objectKind]
    if (node.value === undefined || inPlaceKind === undefined) return undefined
    return { object: this.written(inPlaceKind, node.value, node), range: rangeOf(node) }
  }

  uses(nodes: readonly ast.ObjectUse[], kind?: DirectoryKind): ObjectReference[] {
    return nodes.flatMap(node => this.use(node, kind) ?? [])
  }

  private written(kind: DirectoryKind, value: string, node: ast.ObjectUse | ast.Exclusion): DirectoryElement {
    const key = keyOf(kind, value)
    const known = this.byName.get(key)
    if (known !== undefined) return known
    const element: DirectoryElement = {
      element: 'directory',
      kind,
      displayName: value,
      inTenant: {},
      range: rangeOf(node),
    }
    this.byName.set(key, element)
    this.inPlace.push(element)
    return element
  }
}

/** Directory names are compared without regard to case, as the directory does. */
const keyOf = (kind: DirectoryKind, name: string) => `${kind} ${name.toLowerCase()}`

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
