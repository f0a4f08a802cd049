import type { IRecognitionException, IToken } from 'chevrotain'
import {
  type AstNode,
  createParser,
  type Grammar,
  type LangiumCoreServices,
  LangiumParser,
  type ParseResult,
  type ParserOptions,
} from 'langium'
import { failureAt } from './failure.ts'
import type { Mistake } from './mistake.ts'
import { recognize } from './recognize.ts'
import { applied } from './repair.ts'
import { RepairingLexer } from './repairing-lexer.ts'

/** So many times at most a file is read anew with one mistake more repaired. */
const mostRepairs = 24
/** Larger files are read anew less often, so that an edit in one never takes long. */
const mostTokensRead = 200_000

const mistakes = new WeakMap<AstNode, readonly Mistake[]>()

/** The mistakes of a file, in the order in which they stand, by the root of its tree. */
export const mistakesOf = (root: AstNode): readonly Mistake[] => mistakes.get(root) ?? []

/**
 * Reads a file with mistakes as a person would: each is recognized, told, and repaired in passing, so that what stands around it has its
 * place in the tree. The result still says that there were errors.
 */
export class RepairingParser extends LangiumParser {
  private readonly grammar: Grammar
  private readonly repairing: RepairingLexer

  constructor(services: LangiumCoreServices) {
    super(services)
    if (!(this.lexer instanceof RepairingLexer)) throw new Error('the parser needs the lexer that it can prepare')
    this.grammar = services.Grammar
    this.repairing = this.lexer
  }

  override parse<T extends AstNode = AstNode>(input: string, options: ParserOptions = {}): ParseResult<T> {
    const first = super.parse<T>(input, options)
    if (first.parserErrors.length === 0 || options.rule !== undefined) return first
    const parserErrors = [...first.parserErrors]
    const found: Mistake[] = []
    let tokens: readonly IToken[] = this.repairing.tokenize(input).tokens
    let result = first
    let [error] = parserErrors
    let reported = -1
    let added = 0
    const most = Math.min(mostRepairs, Math.max(1, Math.floor(mostTokensRead / (tokens.length + 1))))
    for (let round = 0; round < most && error !== undefined; round++) {
      const failure = failureAt(this.grammar, input, tokens, indexOf(tokens, error))
      const mistake = recognize(failure, this.repairing.definition)
      const at = failure.tokens[failure.index]?.startOffset ?? input.length
      const { index, window, tokens: read } = failure
      // A brace too many at the end makes up for one that was added too early.
      const isMadeUp = added > 0 && read[index]?.image === '}' && window.braces.length === 0
      if (isMadeUp) added--
      else if (at > reported) found.push(mistake)
      added += mistake.repair.insert.filter(({ image }) => image === '}').length
      reported = Math.max(reported, at)
      if (mistake.repair.remove === 0 && mistake.repair.insert.length === 0) break
      tokens = applied(tokens, mistake.repair)
      this.repairing.prepare(input, tokens)
      result = super.parse<T>(input, options)
      error = result.parserErrors[0]
    }
    mistakes.set(result.value, found)
    return { ...result, parserErrors }
  }
}

/** The parser of the services, with every rule of the grammar. */
export const createRepairingParser = (services: LangiumCoreServices): RepairingParser => {
  const parser = createParser(services.Grammar, new RepairingParser(services), services.parser.Lexer.definition)
  parser.finalize()
  return parser
}

/** Where the token stands that an error is about; the end for an error about the end. */
const indexOf = (tokens: readonly IToken[], { token }: IRecognitionException): number => {
  const at = tokens.findIndex(
    other => other === token || (!other.isInsertedInRecovery && other.startOffset === token.startOffset),
  )
  return at < 0 ? tokens.length : at
}
