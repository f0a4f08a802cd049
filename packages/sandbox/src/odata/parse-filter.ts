import { invalidFilter } from '../http/graph-error.ts'
import type { Comparison, Filter, Operand, TextTest } from './filter-expression.ts'
import { filterTokens } from './filter-tokens.ts'

const comparisons = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le'])
const textTests = new Set(['startswith', 'endswith', 'contains'])
const functions = new Set(['tolower', 'toupper', 'trim', 'length'])
const word = /^[A-Za-z_][\w.]*(\/[A-Za-z_][\w.]*)*$/
const bareLiteral =
  /^(-?\d+(\.\d+)?|\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|duration'.*')$/i

/** Parses a `$filter`; what it cannot read is refused as Graph refuses it, with 400 InvalidFilter. */
export function parseFilter(text: string): Filter {
  const parser = new FilterParser(filterTokens(text), text)
  const filter = parser.disjunction()
  parser.expectEnd()
  return filter
}

class FilterParser {
  private at = 0
  private readonly tokens: readonly string[]
  private readonly text: string

  constructor(tokens: readonly string[], text: string) {
    this.tokens = tokens
    this.text = text
  }

  disjunction(): Filter {
    let left = this.conjunction()
    while (this.take('or')) left = { kind: 'or', left, right: this.conjunction() }
    return left
  }

  expectEnd(): void {
    if (this.at < this.tokens.length) throw this.error()
  }

  private conjunction(): Filter {
    let left = this.negation()
    while (this.take('and')) left = { kind: 'and', left, right: this.negation() }
    return left
  }

  private negation(): Filter {
    return this.take('not') ? { kind: 'not', of: this.negation() } : this.test()
  }

  private test(): Filter {
    if (this.take('(')) {
      const inner = this.disjunction()
      this.expect(')')
      return inner
    }
    const next = this.peek()?.toLowerCase() ?? ''
    if (textTests.has(next) && this.tokens[this.at + 1] === '(') return this.textTest(next as TextTest)
    const lambda = /^(.*)\/(any|all)$/.exec(this.peek() ?? '')
    if (lambda && this.tokens[this.at + 1] === '(') return this.lambda(String(lambda[1]), lambda[2] as 'any' | 'all')
    return this.comparison()
  }

  private textTest(test: TextTest): Filter {
    this.at++
    this.expect('(')
    const left = this.operand()
    this.expect(',')
    const right = this.operand()
    this.expect(')')
    const outcome: Filter = { kind: 'text', test, left, right }
    if (!this.take('eq')) return outcome
    if (this.take('true')) return outcome
    if (this.take('false')) return { kind: 'not', of: outcome }
    throw this.error()
  }

  private lambda(path: string, kind: 'any' | 'all'): Filter {
    this.at += 2
    const segments = path.split('/')
    if (this.take(')')) return { kind, path: segments, variable: '', body: undefined }
    const declared = /^([A-Za-z_]\w*):(.*)$/.exec(this.peek() ?? '')
    if (!declared) throw this.error()
    const [, variable = '', rest = ''] = declared
    const remaining = [...(rest ? [rest] : []), ...this.tokens.slice(this.at + 1)]
    const inner = new FilterParser(remaining, this.text)
    const body = inner.disjunction()
    inner.expect(')')
    this.at = this.tokens.length - (remaining.length - inner.at)
    return { kind, path: segments, variable, body }
  }

  private comparison(): Filter {
    const left = this.operand()
    const operator = this.peek()?.toLowerCase() ?? ''
    if (operator === 'in') {
      this.at++
      return { kind: 'in', left, values: this.literals() }
    }
    if (!comparisons.has(operator)) {
      if (left.kind === 'path') return { kind: 'truth', of: left }
      throw this.error()
    }
    this.at++
    return { kind: 'compare', operator: operator as Comparison, left, right: this.operand() }
  }

  private literals(): Operand[] {
    this.expect('(')
    const values = [this.operand()]
    while (this.take(',')) values.push(this.operand())
    this.expect(')')
    return values
  }

  private operand(): Operand {
    const next = this.peek()
    if (next === undefined) throw this.error()
    this.at++
    if (next.startsWith("'")) return { kind: 'literal', value: next.slice(1, -1).replaceAll("''", "'"), quoted: true }
    const name = next.toLowerCase()
    if (functions.has(name) && this.take('(')) {
      const of = this.operand()
      this.expect(')')
      return { kind: 'function', name: name as 'tolower', of }
    }
    if (name === 'null') return { kind: 'literal', value: null, quoted: false }
    if (name === 'true' || name === 'false') return { kind: 'literal', value: name === 'true', quoted: false }
    if (/^-?\d+(\.\d+)?$/.test(next)) return { kind: 'literal', value: Number(next), quoted: false }
    if (bareLiteral.test(next)) return { kind: 'literal', value: next, quoted: false }
    if (word.test(next)) return { kind: 'path', segments: next.split('/') }
    throw this.error()
  }

  private peek(): string | undefined {
    return this.tokens[this.at]
  }

  private take(text: string): boolean {
    if (this.peek()?.toLowerCase() !== text) return false
    this.at++
    return true
  }

  private expect(text: string): void {
    if (!this.take(text)) throw this.error()
  }

  private error() {
    const near = this.peek()
    const place = near === undefined ? 'at its end' : `near '${near}'`
    return invalidFilter(`Syntax error ${place} in '${this.text}'.`)
  }
}
