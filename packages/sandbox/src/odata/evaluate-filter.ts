import type { Json } from '../json.ts'
import type { Comparison, Filter, Operand } from './filter-expression.ts'

/** Gives the value at a path of the item under test; undefined when the path leads nowhere. */
export type Resolve = (segments: readonly string[]) => Json | undefined

/** Resolves paths that start with the variable of a lambda from the element at hand. */
export type ResolveFrom = (element: Json, segments: readonly string[]) => Json | undefined

/** Whether an item passes a filter. Text compares without regard to case, as Graph's directories do. */
export function passes(filter: Filter, resolve: Resolve, from: ResolveFrom): boolean {
  switch (filter.kind) {
    case 'and':
      return passes(filter.left, resolve, from) && passes(filter.right, resolve, from)
    case 'or':
      return passes(filter.left, resolve, from) || passes(filter.right, resolve, from)
    case 'not':
      return !passes(filter.of, resolve, from)
    case 'truth':
      return operandValue(filter.of, resolve) === true
    case 'compare':
      return compare(filter.operator, operandValue(filter.left, resolve), operandValue(filter.right, resolve))
    case 'in': {
      const left = operandValue(filter.left, resolve)
      return filter.values.some(value => compare('eq', left, operandValue(value, resolve)))
    }
    case 'text': {
      const [whole, part] = [operandValue(filter.left, resolve), operandValue(filter.right, resolve)]
      if (typeof whole !== 'string' || typeof part !== 'string') return false
      const [a, b] = [whole.toLowerCase(), part.toLowerCase()]
      if (filter.test === 'contains') return a.includes(b)
      return filter.test === 'startswith' ? a.startsWith(b) : a.endsWith(b)
    }
    default:
      return passesForElements(filter, resolve, from)
  }
}

function passesForElements(
  filter: Extract<Filter, { kind: 'any' | 'all' }>,
  resolve: Resolve,
  from: ResolveFrom,
): boolean {
  const elements = resolve(filter.path)
  if (!Array.isArray(elements)) return filter.kind === 'all'
  const { body, variable } = filter
  if (!body) return elements.length > 0
  const holds = (element: Json) =>
    passes(
      body,
      ([first, ...rest]) => (first === variable ? from(element, rest) : resolve([String(first), ...rest])),
      from,
    )
  return filter.kind === 'any' ? elements.some(holds) : elements.every(holds)
}

function operandValue(operand: Operand, resolve: Resolve): Json {
  if (operand.kind === 'literal') return operand.value
  if (operand.kind === 'path') return resolve(operand.segments) ?? null
  const inner = operandValue(operand.of, resolve)
  if (typeof inner !== 'string') return null
  switch (operand.name) {
    case 'tolower':
      return inner.toLowerCase()
    case 'toupper':
      return inner.toUpperCase()
    case 'trim':
      return inner.trim()
    default:
      return inner.length
  }
}

function compare(operator: Comparison, left: Json, right: Json): boolean {
  if (left === null || right === null) {
    if (operator === 'eq') return left === right
    return operator === 'ne' ? left !== right : false
  }
  const order = orderOf(left, right)
  if (order === undefined) return operator === 'ne'
  switch (operator) {
    case 'eq':
      return order === 0
    case 'ne':
      return order !== 0
    case 'gt':
      return order > 0
    case 'ge':
      return order >= 0
    case 'lt':
      return order < 0
    default:
      return order <= 0
  }
}

const moment = /^\d{4}-\d{2}-\d{2}T/

/** Which of two values comes first: negative, zero or positive; undefined when they cannot be compared. */
export function orderOf(left: Json, right: Json): number | undefined {
  if (typeof left === 'string' && typeof right === 'string') {
    if (moment.test(left) && moment.test(right)) return Date.parse(left) - Date.parse(right)
    const [a, b] = [left.toLowerCase(), right.toLowerCase()]
    return a < b ? -1 : a > b ? 1 : 0
  }
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right)
  return undefined
}
