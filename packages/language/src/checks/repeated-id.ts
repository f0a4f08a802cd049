import type { Finding, SourceRange } from '@entitle/graph'
import type { AstNode } from 'langium'
import type * as ast from '../generated/ast.ts'
import { pinKey } from '../references/facts.ts'
import { statementOf } from '../resolve/element.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { propertyRange, rangeOf } from '../syntax/range.ts'
import { type Check, findingAt, mostOthers } from './check.ts'

type Holder = ast.Pin['$container']

/** Declarations that are pinned to one object of the tenant: each would change it, in turns. */
export const repeatedId: Check = ({ documents, facts }) =>
  documents
    .flatMap(document => nodesOf(document, 'Pin'))
    .flatMap(pin => {
      const { value, $container: holder } = pin
      const kind = kindOf(holder)
      if (value === undefined || kind === undefined) return []
      const others = facts
        .at(pinKey(holder.$type, value))
        .map(({ node }) => node as Holder)
        .filter(other => other !== holder && kindOf(other) === kind)
      return others.length === 0 ? [] : [shared(pin, kind, others)]
    })

const nouns: { readonly [type in Holder['$type']]?: string } = {
  Tenant: 'tenants',
  Organization: 'organizations',
  Catalog: 'catalogs',
  Package: 'packages',
  Policy: 'policies',
  StandaloneReview: 'reviews',
}

/** Users and groups may share an id as little as two groups; they are told apart all the same. */
const kindOf = (holder: Holder): string | undefined =>
  holder.$type === 'DirectoryObject' ? `${holder.objectKind}s` : nouns[holder.$type]

const shared = (pin: ast.Pin, kind: string, others: readonly Holder[]): Finding =>
  findingAt(
    'repeated-id',
    'error',
    propertyRange(pin, 'value'),
    `${others.length === 1 ? 'Two' : others.length + 1} ${kind} are pinned to the id "${pin.value}", and can't all be the same object. Correct the id of all but one, or leave it out.`,
    {
      related: others.slice(0, mostOthers).map(other => ({
        place: { kind: 'source', range: pinOf(other) },
        message: other.name === undefined ? 'This one has it too.' : `${other.name} has it too.`,
      })),
    },
  )

const pinOf = (holder: Holder): SourceRange => {
  const pin = statementOf<ast.Pin & AstNode>(holder, 'Pin')
  return pin === undefined ? rangeOf(holder) : propertyRange(pin, 'value')
}
