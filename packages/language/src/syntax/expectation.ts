import type { IToken } from 'chevrotain'
import { type Grammar, GrammarAST } from 'langium'

/** What the grammar takes at some place: a word, a sign, or a value of a token's kind. */
export interface Expectation {
  /** `approval`, `{`; undefined for a value. */
  readonly keyword?: string
  /** ID, TEXT, NUMBER, DATE, TIME; undefined for a word of the language. */
  readonly terminal?: string
  /** What a name here refers to: `Organization`. */
  readonly reference?: string
  /** The property of the tree that the value is kept in: `name`, `displayName`. */
  readonly property?: string
  /** The grammar's rule that expects it. */
  readonly rule: string
  /** The rule, and the property in it, that the expecting rule stands in, and so on outwards. */
  readonly outer?: Place
}

/** A rule of the grammar and the property that it is reading, inside another. */
export interface Place {
  readonly rule: string
  readonly property?: string
  readonly outer?: Place
}

interface Continuation {
  readonly element: GrammarAST.AbstractElement
  /** The element was taken once already and may be taken again. */
  readonly again: boolean
  readonly context: Context
  readonly next: Continuation | undefined
}
interface Context extends Place {
  readonly reference?: string
}
interface Step {
  readonly expectation: Expectation
  readonly rest: Continuation | undefined
}

/** Where reading tokens by the grammar stops, and what could have stood there. */
export interface Reading {
  /** How many tokens were read; all of them, where the grammar takes them all. */
  readonly read: number
  readonly expected: readonly Expectation[]
  /** True where the text may end here. */
  readonly complete: boolean
}

const mostStates = 400

/**
 * Reads tokens as far as the grammar's entry rule takes them, along every path at once; words of the language may be names. With
 * `lastIsWord` the last token is no name where it can be a word: behind `stage by group` somebody goes on to say which.
 */
export const readAlong = (
  grammar: Grammar,
  tokens: readonly IToken[],
  { lastIsWord = false }: { readonly lastIsWord?: boolean } = {},
): Reading => {
  const entry = grammar.rules.find((rule): rule is GrammarAST.ParserRule => GrammarAST.isParserRule(rule) && rule.entry)
  if (entry === undefined) throw new Error('the grammar has no entry rule')
  const first: Continuation = {
    element: entry.definition,
    again: false,
    context: { rule: entry.name },
    next: undefined,
  }
  let states: (Continuation | undefined)[] = [first]
  let read = 0
  for (const token of tokens) {
    const steps = states.flatMap(state => [...stepsFrom(state)])
    const taken = steps.filter(({ expectation }) => takes(expectation, token)).slice(0, mostStates)
    if (taken.length === 0) break
    const asWord =
      lastIsWord && read === tokens.length - 1 ? taken.filter(({ expectation }) => expectation.keyword) : []
    states = (asWord.length === 0 ? taken : asWord).map(({ rest }) => rest)
    read++
  }
  const expected = states.flatMap(state => [...stepsFrom(state)].map(({ expectation }) => expectation))
  return { read, expected, complete: states.some(canEnd) }
}

/** Every expectation at the start of a continuation, with what follows when it is met. */
function* stepsFrom(state: Continuation | undefined): Iterable<Step> {
  if (state === undefined) return
  const { element, again, context, next } = state
  const { cardinality } = element
  if (again || cardinality === '?' || cardinality === '*') yield* stepsFrom(next)
  const repeats = cardinality === '*' || cardinality === '+'
  yield* once(element, context, repeats ? { element, again: true, context, next } : next)
}

function* once(element: GrammarAST.AbstractElement, context: Context, next: Continuation | undefined): Iterable<Step> {
  if (GrammarAST.isKeyword(element)) yield { expectation: { ...context, keyword: element.value }, rest: next }
  else if (GrammarAST.isGroup(element)) yield* stepsFrom(sequence(element.elements, context, next))
  else if (GrammarAST.isAlternatives(element))
    for (const alternative of element.elements) yield* stepsFrom({ element: alternative, again: false, context, next })
  else if (GrammarAST.isAssignment(element))
    yield* stepsFrom({
      element: element.terminal,
      again: false,
      context: { ...context, property: element.feature },
      next,
    })
  else if (GrammarAST.isCrossReference(element)) {
    const reference = element.type.$refText
    const { terminal } = element
    if (terminal !== undefined)
      yield* stepsFrom({ element: terminal, again: false, context: { ...context, reference }, next })
  } else if (GrammarAST.isRuleCall(element)) {
    const rule = element.rule.ref
    if (GrammarAST.isParserRule(rule)) {
      const inner =
        rule.dataType === undefined && context.reference === undefined ? { rule: rule.name, outer: context } : context
      yield* stepsFrom({ element: rule.definition, again: false, context: inner, next })
    } else yield { expectation: { ...context, terminal: element.rule.$refText }, rest: next }
  }
}

const sequence = (
  elements: readonly GrammarAST.AbstractElement[],
  context: Context,
  next: Continuation | undefined,
): Continuation | undefined =>
  elements.reduceRight<Continuation | undefined>((next, element) => ({ element, again: false, context, next }), next)

const canEnd = (state: Continuation | undefined): boolean =>
  state === undefined ||
  ((state.again || state.element.cardinality === '?' || state.element.cardinality === '*') && canEnd(state.next))

const takes = ({ keyword, terminal }: Expectation, token: IToken): boolean => {
  if (keyword !== undefined) return token.image === keyword && token.tokenType.name !== 'TEXT'
  const { name, CATEGORIES } = token.tokenType
  return name === terminal || (terminal === 'ID' && (CATEGORIES ?? []).some(category => category.name === 'ID'))
}
