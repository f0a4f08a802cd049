import { type DirectoryKind, fold, type Ref } from '@entitle/graph'
import { nameFrom, nameOfSite, nameOfUser } from './name-from.ts'
import { onOneLine, type Sentence, sentence, type Use, withBlock } from './sentence.ts'
import { lineLiteral } from './text-literal.ts'
import { uniqueNames } from './unique-names.ts'

/** How the sources write directory objects. */
export interface DirectoryWords {
  /** The object in a sentence: its declared name, or the object itself in place. */
  readonly wordsOf: (use: Use) => string
  readonly declarations: readonly Sentence[]
}

interface Entry {
  readonly kind: DirectoryKind
  readonly name: string
  readonly id: string | undefined
  readonly live: boolean
  readonly uses: number
}

const words = { user: 'user', group: 'group', servicePrincipal: 'app', site: 'site' } as const
const order: readonly string[] = ['user', 'group', 'servicePrincipal', 'site']

/** Words that mean something else where an object may stand. */
const reserved =
  'after any app external fallback from group in internal level manager no of on self site then user users'.split(' ')

export interface DirectoryOptions {
  /** Ids, in lower case, of objects that their name doesn't lead to: they are declared with their id. */
  readonly unclear?: ReadonlySet<string>
  /** The name of an object that the workspace declares already. */
  readonly declaredAs?: (ref: Ref) => string | undefined
  /** Declare nothing but what must pin its id. */
  readonly onlyPinned?: boolean
}

/**
 * Decides which objects are declared: those used more than once, and those that a name can't tell from another or whose name is not
 * known, which must pin their id. All others are written in place. `taken` are names of declared objects and of packages, which
 * share places with them.
 */
export const directoryWords = (
  uses: readonly Use[],
  taken: Iterable<string>,
  { unclear = new Set(), declaredAs = () => undefined, onlyPinned = false }: DirectoryOptions = {},
): DirectoryWords => {
  const entries = [...entriesOf(uses.filter(({ use }) => declaredAs(use) === undefined))].sort(([, a], [, b]) =>
    compare(a, b),
  )
  const namesakes = Map.groupBy(entries, ([, { kind, name }]) => `${kind} ${fold(name)}`)
  const isAmbiguous = ({ kind, name }: Entry) => (namesakes.get(`${kind} ${fold(name)}`)?.length ?? 0) > 1
  const pinOf = (entry: Entry): string | undefined => {
    if (!entry.live) return entry.id
    if (entry.kind === 'site') return undefined
    const isUnclear = entry.id !== undefined && unclear.has(entry.id.toLowerCase())
    return isUnclear || isAmbiguous(entry) || entry.name === '' || entry.name === entry.id ? entry.id : undefined
  }
  const declared = entries.filter(
    ([, entry]) => (entry.uses > 1 && !onlyPinned) || isAmbiguous(entry) || pinOf(entry) !== undefined,
  )
  const names = uniqueNames(
    declared.map(([, entry]) => ({ wish: wishOf(entry), word: words[entry.kind] })),
    [...reserved, ...taken],
    true,
  )
  const nameOf = new Map(declared.map(([key], index) => [key, names[index] ?? '']))
  return {
    wordsOf: use => {
      const name = declaredAs(use.use) ?? nameOf.get(keyOf(use))
      if (name !== undefined) return name
      const text = lineLiteral(use.use.name)
      return use.behindApp === true ? text : `${words[use.use.$ref as DirectoryKind]} ${text}`
    },
    declarations: declared.map(([key, entry]) => {
      const pin = pinOf(entry)
      const head = [words[entry.kind], nameOf.get(key) ?? '', lineLiteral(entry.name)]
      return onOneLine(withBlock(head, pin === undefined ? [] : [sentence('id', lineLiteral(pin))]))
    }),
  }
}

const entriesOf = (uses: readonly Use[]): ReadonlyMap<string, Entry> => {
  const found = new Map<string, Entry>()
  for (const each of uses) {
    const { $ref, name, id } = each.use
    const known = found.get(keyOf(each))
    found.set(
      keyOf(each),
      known === undefined
        ? { kind: $ref as DirectoryKind, name, id, live: each.live, uses: 1 }
        : { ...known, uses: known.uses + 1 },
    )
  }
  return found
}

/** A live object is its id, whatever it is called; a desired one is what the sources say of it. */
const keyOf = ({ use, live }: Use): string => {
  const { $ref, name, id }: Ref = use
  return live && id !== undefined && $ref !== 'site'
    ? `${$ref} ${id.toLowerCase()}`
    : `${$ref} ${name} ${live ? '' : (id ?? '')}`
}

/** What the object would like to be called. A name that isn't known suggests nothing. */
const wishOf = ({ kind, name, id }: Entry): string => {
  if (name === id && kind !== 'site') return ''
  const readable = kind === 'user' ? nameOfUser(name) : kind === 'site' ? nameOfSite(name) : name
  return nameFrom(readable, words[kind])
}

const compare = (a: Entry, b: Entry): number =>
  order.indexOf(a.kind) - order.indexOf(b.kind) ||
  byText(fold(a.name), fold(b.name)) ||
  byText(a.name, b.name) ||
  byText(a.id ?? '', b.id ?? '')

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
