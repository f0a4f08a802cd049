import type * as ast from '../generated/ast.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { propertyRange } from '../syntax/range.ts'
import { type Check, findingAt } from './check.ts'

/** Templates, and standards, that build on themselves. */
export const templateCycle: Check = ({ documents }) => [
  ...documents
    .flatMap(document => nodesOf(document, 'PolicyTemplate'))
    .flatMap(template => {
      const circle = circleOf<ast.PolicyTemplate>(template, ({ base }) => (base?.ref === undefined ? [] : [base.ref]))
      return circle === undefined
        ? []
        : [
            findingAt(
              'template-cycle',
              'error',
              propertyRange(template, 'base'),
              `Policy template ${template.name} builds on itself: ${words(circle)}. Take \`from\` out of one of them.`,
            ),
          ]
    }),
  ...documents
    .flatMap(document => nodesOf(document, 'Standard'))
    .flatMap(standard => {
      const circle = circleOf<ast.Standard>(standard, ({ bases }) => bases.flatMap(({ ref }) => ref ?? []))
      return circle === undefined
        ? []
        : [
            findingAt(
              'standard-cycle',
              'error',
              propertyRange(standard, 'bases'),
              `Standard ${standard.name} extends itself: ${words(circle)}. Take \`extends\` out of one of them.`,
            ),
          ]
    }),
]

/** The way from a node back to itself. */
const circleOf = <T extends { readonly name: string }>(start: T, bases: (node: T) => readonly T[]): T[] | undefined => {
  const seen = new Set<T>()
  const search = (node: T, way: T[]): T[] | undefined => {
    for (const base of bases(node)) {
      if (base === start) return [...way, node, start]
      if (seen.has(base)) continue
      seen.add(base)
      const found = search(base, [...way, node])
      if (found !== undefined) return found
    }
    return undefined
  }
  return search(start, [])
}

const words = (circle: readonly { readonly name: string }[]): string => circle.map(({ name }) => name).join(' → ')
