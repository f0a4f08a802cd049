import type { Random } from './random.ts'

/** What lies between two tokens, and tokens, as far as a mutation cares. */
const tokenPattern =
  /"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[\p{L}_][\p{L}\p{Nd}_-]*|\d[\d:-]*|\S/gu

export interface Piece {
  readonly offset: number
  readonly end: number
  readonly text: string
}

/** The tokens of a text, without comments. */
export const piecesOf = (text: string): readonly Piece[] =>
  [...text.matchAll(tokenPattern)]
    .filter(([piece]) => !piece.startsWith('//') && !piece.startsWith('/*'))
    .map(found => ({ offset: found.index, end: found.index + found[0].length, text: found[0] }))

type Mutation = (text: string, random: Random) => string

const cut = (text: string, from: number, to: number, put = ''): string => text.slice(0, from) + put + text.slice(to)

const signs = [
  '{',
  '}',
  '"',
  '"""',
  "'",
  ',',
  '.',
  '/*',
  '*/',
  '//',
  '#',
  '=',
  ':',
  ';',
  '[',
  ']',
  '(',
  ')',
  '\\',
  '-',
  '@',
]
const junk = [
  '\u0000',
  '\t',
  '\r',
  '\r\n',
  '\uFEFF',
  '\u200B',
  '\u2028',
  '🙂',
  'ä',
  '“',
  '<<<<<<<',
  '%',
  '$x',
  '\ud800',
  '٣',
]
const words = [
  'policy',
  'in',
  'of',
  'catalog',
  'group',
  '42',
  '2027-02-30',
  '30 days',
  '"x"',
  'true',
  'not',
  'template',
  'from',
]

const bytes: Mutation = (text, { below, pick }) => {
  const at = below(text.length + 1)
  return cut(text, at, at + below(4), pick([...signs, ...junk, '', String.fromCharCode(below(256))]) ?? '')
}

const truncation: Mutation = (text, { below }) => text.slice(0, below(text.length + 1))

const beheading: Mutation = (text, { below }) => text.slice(below(text.length + 1))

/** One token left out, said twice, or exchanged with its neighbour. */
export const tokenMutation: Mutation = (text, { below }) => {
  const pieces = piecesOf(text)
  const at = below(pieces.length)
  const [piece, next] = [pieces[at], pieces[at + 1]]
  if (piece === undefined) return text
  const way = below(3)
  if (way === 0) return cut(text, piece.offset, piece.end)
  if (way === 1 || next === undefined) return cut(text, piece.end, piece.end, ` ${piece.text}`)
  return cut(text, piece.offset, next.end, next.text + text.slice(piece.end, next.offset) + piece.text)
}

const otherToken: Mutation = (text, { below, pick }) => {
  const piece = piecesOf(text)[below(piecesOf(text).length)]
  return piece === undefined ? text : cut(text, piece.offset, piece.end, pick([...words, ...signs]) ?? '')
}

/** A block or a line moved, said twice or left out: what cutting and pasting does. */
const tree: Mutation = (text, { below, pick }) => {
  const lines = text.split('\n')
  const from = below(lines.length)
  const taken = lines.slice(from, from + 1 + below(6))
  const rest = [...lines.slice(0, from), ...lines.slice(from + taken.length)]
  const base = pick([lines, rest]) ?? lines
  const at = below(base.length + 1)
  return [...base.slice(0, at), ...taken, ...base.slice(at)].join('\n')
}

const mutations: readonly Mutation[] = [
  bytes,
  bytes,
  truncation,
  beheading,
  tokenMutation,
  tokenMutation,
  otherToken,
  tree,
]

/** A text with a few things wrong in it. */
export const mutated = (text: string, random: Random): string => {
  let made = text
  for (let times = 1 + random.below(3); times > 0; times--) made = random.pick(mutations)?.(made, random) ?? made
  return made
}
