import { invalidFilter } from '../http/graph-error.ts'
import { enumMember, isEnum, isStructured, navigationOf, propertyOf, typeNameOf } from '../schema/lookup.ts'
import { isGuid } from '../schema/scalars.ts'
import type { Filter, Operand } from './filter-expression.ts'

/** The type a path leads to, with the navigations it crosses; a segment the type doesn't have is refused. */
export function typeAt(type: string, segments: readonly string[]): string {
  let at = type
  for (const segment of segments) {
    if (segment.startsWith('microsoft.graph.') || segment.startsWith('graph.')) {
      at = typeNameOf(segment)
      continue
    }
    const member = propertyOf(at, segment) ?? navigationOf(at, segment)
    if (!member) throw invalidFilter(`Could not find a property named '${segment}' on type 'microsoft.graph.${at}'.`)
    at = member.type
  }
  return at
}

/**
 * Holds a filter against the schema: unknown properties, GUIDs that are none and foreign enumeration members are
 * refused before anything is read. `guids` says whether ids of this collection are GUIDs.
 */
export function checkFilter(
  filter: Filter,
  type: string,
  guids: boolean,
  variables: Readonly<Record<string, string>> = {},
): void {
  const recur = (inner: Filter) => checkFilter(inner, type, guids, variables)
  const operandType = (operand: Operand): string | undefined => {
    if (operand.kind === 'function') return void operandType(operand.of)
    if (operand.kind !== 'path') return undefined
    const [first = '', ...rest] = operand.segments
    const variable = variables[first]
    return variable === undefined
      ? typeAt(type, operand.segments)
      : isStructured(variable)
        ? typeAt(variable, rest)
        : variable
  }
  const checkPair = (path: Operand, literal: Operand) => {
    const found = operandType(path)
    if (literal.kind !== 'literal' || path.kind !== 'path') return void operandType(literal)
    if (typeof literal.value !== 'string') return
    const last = path.segments.at(-1)
    if (guids && last === 'id' && !isGuid(literal.value)) throw invalidFilter('Unrecognized Guid format.')
    if (found && isEnum(found) && !enumMember(found, literal.value)) {
      throw invalidFilter(
        `The string '${literal.value}' is not a valid enumeration type constant of 'microsoft.graph.${found}'.`,
      )
    }
    if (found === 'Boolean' || found === 'Int32') {
      throw invalidFilter(`A binary operator with incompatible types was detected: 'Edm.${found}' and 'Edm.String'.`)
    }
  }
  switch (filter.kind) {
    case 'and':
    case 'or':
      recur(filter.left)
      recur(filter.right)
      break
    case 'not':
      recur(filter.of)
      break
    case 'truth':
      operandType(filter.of)
      break
    case 'compare':
    case 'text':
      checkPair(filter.left, filter.right)
      break
    case 'in':
      for (const value of filter.values) checkPair(filter.left, value)
      break
    default: {
      const element = typeAt(type, filter.path)
      if (filter.body) checkFilter(filter.body, type, guids, { ...variables, [filter.variable]: element })
    }
  }
}
