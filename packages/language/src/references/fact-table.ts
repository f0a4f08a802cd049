import type { AstNode } from 'langium'
import { Reliances } from './reliances.ts'
import { fileOf } from './units.ts'

/** Something that a file says and that other files may ask for by its key. */
export interface Fact {
  readonly key: string
  /** Another one whenever what is said is different. */
  readonly stamp: string
  /** Another one whenever it is said elsewhere; who asks for the place relies on `placeKey`. */
  readonly place: string
  readonly node: AstNode
}

/** By what somebody relies on where the facts of a key stand, and not only on what they say. */
export const placeKey = (key: string): string => `place of ${key}`

/** What the files of the workspace say of themselves, by key, kept up to date file by file. */
export class FactTable {
  private readonly reliances: Reliances
  private readonly byKey = new Map<string, Map<string, Fact[]>>()
  private readonly sorted = new Map<string, readonly Fact[]>()
  private readonly documents = new Map<string, ReadonlyMap<string, readonly Fact[]>>()

  constructor(reliances = new Reliances()) {
    this.reliances = reliances
  }

  /** Replaces what the file `uri` says; facts of one key in the order in which they stand. Returns the keys of what is different. */
  set(uri: string, facts: readonly Fact[]): ReadonlySet<string> {
    const before = this.documents.get(uri) ?? new Map<string, readonly Fact[]>()
    const after = Map.groupBy(facts, ({ key }) => key)
    const changed = new Set<string>()
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      const [was, is] = [before.get(key), after.get(key)]
      if (joined(was, 'stamp') !== joined(is, 'stamp')) changed.add(key)
      if (joined(was, 'place') !== joined(is, 'place')) changed.add(placeKey(key))
      this.sorted.delete(key)
      const files = this.byKey.get(key) ?? new Map<string, Fact[]>()
      if (is === undefined) files.delete(uri)
      else files.set(uri, is)
      if (files.size === 0) this.byKey.delete(key)
      else this.byKey.set(key, files)
    }
    if (after.size === 0) this.documents.delete(uri)
    else this.documents.set(uri, after)
    this.reliances.change(changed)
    return changed
  }

  delete(uri: string): void {
    this.set(uri, [])
  }

  /** What the file `uri` says. */
  of(uri: string): readonly Fact[] {
    return [...(this.documents.get(uri)?.values() ?? [])].flat()
  }

  /** The facts of a key, in the order of files and within each as they stand. The same array until one of these files changes. */
  at(key: string): readonly Fact[] {
    this.reliances.on(key)
    const known = this.sorted.get(key)
    if (known !== undefined) return known
    const files = this.byKey.get(key)
    if (files === undefined) return none
    const facts =
      files.size === 1 ? ([...files.values()][0] ?? none) : [...files].toSorted(byPlace).flatMap(([, same]) => same)
    this.sorted.set(key, facts)
    return facts
  }
}

const none: readonly Fact[] = []

type Said = readonly [unit: string, facts: readonly Fact[]]

/** By file; units of one file as they stand. */
const byPlace = ([a, [left]]: Said, [b, [right]]: Said): number => {
  const [one, other] = [fileOf(a), fileOf(b)]
  if (one !== other) return one < other ? -1 : 1
  return (left?.node.$cstNode?.offset ?? 0) - (right?.node.$cstNode?.offset ?? 0)
}

const joined = (facts: readonly Fact[] | undefined, of: 'stamp' | 'place'): string | undefined =>
  facts?.map(fact => fact[of]).join('\n')
