import type { AstNode } from 'langium'
import type * as ast from '../generated/ast.ts'
import { propertyRange, rangeOf } from '../syntax/range.ts'
import type { Names } from './names.ts'
import type { OwnRuleElement } from './program.ts'
import { traitOf } from './trait.ts'

/** The code of rules that nobody gave a name. */
export const unnamed = 'own-rule'

/** A rule of a standard's own; undefined where part of it can't be understood, so that it says nothing rather than something else. */
export const ownRuleOf = (node: ast.OwnRule, names: Names): OwnRuleElement | undefined => {
  const claim = traitOf(node.claim, names)
  const conditions = node.conditions.flatMap(({ negated, trait }) => {
    const resolved = traitOf(trait, names)
    return resolved === undefined ? [] : [{ negated: negated === true, trait: resolved }]
  })
  if (claim === undefined || conditions.length < node.conditions.length) return undefined
  return {
    name: node.name ?? unnamed,
    ...(node.name === undefined ? {} : { nameRange: propertyRange(node, 'name') }),
    standard: node.$container.name ?? '',
    demand: node.demand,
    claim,
    conditions,
    ...(node.because === undefined ? {} : { because: node.because }),
    words: { claim: written(node.claim), conditions: node.conditions.map(written).join(' and ') },
    range: rangeOf(node),
  }
}

/** As the sources write it, on one line. */
const written = ({ $cstNode }: AstNode): string => ($cstNode?.text ?? '').replace(/\s+/g, ' ')
