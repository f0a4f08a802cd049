import type { Written } from '../resolve/written.ts'
import { sameWords } from './layout.ts'
import { type Meaning, positional, several, slots } from './slots.ts'

/** What is to become of the statements of a block. */
export interface Wishes {
  readonly gone: readonly Written[]
  readonly changed: readonly Changed[]
  /** Statements to put in, as they would be printed. */
  readonly added: readonly Written[]
  /** What is not said here but by a template, and should be said otherwise. */
  readonly inherited: readonly Inherited[]
}

/** Statements that stand there, and what they are to say. */
export interface Changed {
  readonly own: readonly Written[]
  readonly before: Written | undefined
  readonly after: Written
}

/** Said where a template or nothing at all says it now. */
export interface Inherited {
  readonly slot: string
  readonly before: Written
  /** Undefined where nothing is to be said. */
  readonly after: Written | undefined
}

export interface Compared {
  /** As it stands in the sources; undefined where nothing stands there. */
  readonly own: Written
  /** What the sources say, and what they are to say, each as it would be printed. */
  readonly before: Written
  readonly after: Written
  readonly meaning: Meaning
}

/** Where the sources leave it open, it is what it was when the review was first deployed. */
const leftOpen: ReadonlySet<string> = new Set(['Starting'])

/** Compares what a block says with what it is to say, statement by statement. */
export const wishes = ({ own, before, after, meaning }: Compared): Wishes => {
  const places = positional(before.statements, after.statements)
  const slotted = (each: Written) => slots(each.statements, meaning, places)
  const [mine, old, now] = [slotted(own), slotted(before), slotted(after)]
  const gone: Written[] = []
  const changed: Changed[] = []
  const added: Written[] = []
  const inherited: Inherited[] = []
  for (const slot of new Set([...now.keys(), ...old.keys()])) {
    const [stands = [], was, is] = [mine.get(slot), old.get(slot)?.at(-1), now.get(slot)?.at(-1)]
    if (was !== undefined && is !== undefined && sameWords(was.text, is.text)) continue
    if (was !== undefined && stands.length === 0) inherited.push({ slot, before: was, after: is })
    else if (is === undefined) gone.push(...stands)
    else if (stands.length > 0) changed.push({ own: stands, before: was, after: is })
    else if (!leftOpen.has(is.type)) added.push(is)
  }
  return { gone, changed, ...wholly({ own, after }, added, inherited) }
}

/** Whoever says one question says all: a template's no longer hold. */
const wholly = (
  { own, after }: Pick<Compared, 'own' | 'after'>,
  added: readonly Written[],
  inherited: readonly Inherited[],
): Pick<Wishes, 'added' | 'inherited'> => {
  const isSilent = (type: string) => !own.statements.some(each => each.type === type)
  const types = new Set(inherited.map(({ before }) => before.type).filter(type => several.has(type) && isSilent(type)))
  const taken = [...types].flatMap(type => after.statements.filter(each => each.type === type))
  return {
    added: [...added.filter(({ type }) => !types.has(type)), ...taken],
    inherited: inherited.filter(({ before }) => !types.has(before.type)),
  }
}
