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
import { applied, movesBraces } from './repair.ts'
import { type Read, RepairingLexer } from './repairing-lexer.ts'

/** So many times at most a file is read anew with one mistake more repaired. */
const mostRepairs = 24
/** Larger files are read anew less often, so that an edit in one never takes long. */
const mostTokensRead = 200_000

/** What reading a file gave, with the mistakes in it, in the order in which they stand. */
export interface Repaired<T extends AstNode = AstNode> extends ParseResult<T> {
  readonly mistakes: readonly Mistake[]
  /** Where one mistake is all that is wrong, and blocks are as they are written: the offset at which reading failed. */
  readonly onlyAt?: number
}

/** The mistakes of a file. */
export const mistakesOf = ({ parseResult }: { readonly parseResult: ParseResult }): readonly Mistake[] =>
  'mistakes' in parseResult ? (parseResult as Repaired).mistakes : []

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
    return options.rule === undefined
      ? this.parseRead<T>(input, this.repairing.tokenize(input))
      : super.parse<T>(input, options)
  }

  /** What a stretch of a text says, with positions in the whole text. */
  tokensBetween(text: string, start: number, end: number, startLine: number): Read {
    const { tokens, hidden, errors } = this.repairing.tokenize(text.slice(start, end))
    const column = start - 1 - Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1))
    for (const token of [...tokens, ...hidden]) move(token, start, startLine, column)
    return { tokens, hidden, errors }
  }

  /** Reads tokens of a text as if it held nothing else. */
  parseRead<T extends AstNode = AstNode>(input: string, read: Read): Repaired<T> {
    const parse = (tokens: IToken[]): ParseResult<T> => {
      this.repairing.prepare(input, { ...read, tokens })
      return super.parse<T>(input)
    }
    let tokens = read.tokens
    const first = parse(tokens)
    const parserErrors = [...first.parserErrors]
    const found: Mistake[] = []
    let result = first
    let [error] = parserErrors
    let reported = -1
    let added = 0
    let onlyAt: number | undefined
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
      result = parse(tokens)
      error = result.parserErrors[0]
      onlyAt = round === 0 && error === undefined && !movesBraces(read, mistake.repair) ? at : undefined
    }
    return { ...result, parserErrors, mistakes: found, ...(onlyAt === undefined ? {} : { onlyAt }) }
  }
}

/** A token that was read alone, at its place in the whole text. */
const move = (token: IToken, offset: number, line: number, column: number): void => {
  token.startOffset += offset
  if (token.endOffset !== undefined) token.endOffset += offset
  if (token.startColumn !== undefined && token.startLine === 1) token.startColumn += column
  if (token.endColumn !== undefined && token.endLine === 1) token.endColumn += column
  if (token.startLine !== undefined) token.startLine += line
  if (token.endLine !== undefined) token.endLine += line
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
