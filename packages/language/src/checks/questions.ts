import type { Finding } from '@entitle/graph'
import type { AstNode } from 'langium'
import type * as ast from '../generated/ast.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { propertyRange } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

/** Questions that are asked twice, and choices that leave none. */
export const questions: FileCheck = ({ documents }) =>
  documents.flatMap(document => [
    ...[...nodesOf(document, 'Policy'), ...nodesOf(document, 'PolicyTemplate')].flatMap(({ statements }) =>
      askedTwice(statements.filter(statement => statement.$type === 'Ask')),
    ),
    ...nodesOf(document, 'Ask').flatMap(ask => [...singleChoice(ask), ...repeatedChoices(ask)]),
  ])

const askedTwice = (asks: readonly ast.Ask[]): Finding[] =>
  repeats(asks, ({ text }) => text).map(([ask, first]) =>
    findingAt(
      'repeated-question',
      'error',
      propertyRange(ask, 'text'),
      'This question is asked already, so nobody could tell the two answers apart. Leave one out, or ask something else.',
      {
        related: [
          { place: { kind: 'source', range: propertyRange(first, 'text') }, message: 'It is asked here first.' },
        ],
      },
    ),
  )

/** One box to tick is a confirmation; one choice of one is no choice. */
const singleChoice = (ask: ast.Ask): Finding[] =>
  ask.choices.length === 1 && ask.many !== true
    ? [
        findingAt(
          'single-choice',
          'warning',
          propertyRange(ask, 'choices', 0),
          'There is only one answer to choose. Add another, or write `choose many` for a box that people tick to confirm.',
        ),
      ]
    : []

const repeatedChoices = (ask: ast.Ask): Finding[] =>
  repeats([...ask.choices.entries()], ([, choice]) => choice).map(([[index, choice]]) =>
    findingAt(
      'repeated-choice',
      'error',
      propertyRange(ask, 'choices', index),
      `"${choice}" is among the answers already. Leave one out.`,
    ),
  )

/** Each item whose text an earlier one has, with that one; texts that differ only in case or blanks read the same. */
const repeats = <T extends AstNode | readonly [number, string]>(
  items: readonly T[],
  textOf: (item: T) => string | undefined,
): [T, T][] => {
  if (items.length < 2) return []
  const first = new Map<string, T>()
  return items.flatMap((item): [T, T][] => {
    const key = textOf(item)?.trim().toLowerCase().replace(/\s+/g, ' ')
    if (key === undefined || key === '') return []
    const before = first.get(key)
    if (before !== undefined) return [[item, before]]
    first.set(key, item)
    return []
  })
}
