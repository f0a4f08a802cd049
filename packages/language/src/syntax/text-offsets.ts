import { meaningOf } from './text-value.ts'

/**
 * For each UTF-16 unit of what a text literal says, where it stands in the literal; one more entry for the value's end.
 * What `textValue` gives for the literal has one unit less than this has entries.
 */
export const textOffsets = (literal: string): number[] => {
  const body = literal.startsWith('"""') ? blockUnits(literal) : lineUnits(literal)
  const offsets: number[] = []
  for (let at = 0; at < body.length; ) {
    const unit = body[at]
    if (unit === undefined) break
    const escaped = unit.sign === '\\' ? escapeAt(body, at) : undefined
    for (let part = 0; part < (escaped?.means ?? 1); part++) offsets.push((unit.offset ?? 0) + (escaped?.lead ?? 0))
    at += escaped?.units ?? 1
  }
  return [...offsets, literal.startsWith('"""') ? endOfBlock(body, literal) : Math.max(literal.length - 1, 1)]
}

/** A piece of a literal's inside and where it stands. */
interface Unit {
  readonly sign: string
  readonly offset: number
}

const lineUnits = (literal: string): Unit[] => unitsOf(literal, 1, literal.length - 1)

const unitsOf = (literal: string, from: number, to: number): Unit[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => ({ sign: literal[from + at] ?? '', offset: from + at }))

/** How many units an escape takes, and how many its meaning has; one that means nothing stands for its second sign. */
const escapeAt = (
  body: readonly Unit[],
  at: number,
): { readonly units: number; readonly means: number; readonly lead: number } | undefined => {
  const text = body
    .slice(at + 1, at + 12)
    .map(({ sign }) => sign)
    .join('')
  const sign = /^(u\{[^}\n]*\}|[\s\S])/.exec(text)?.[1]
  if (sign === undefined) return undefined
  const meaning = meaningOf(sign)
  return { units: 1 + sign.length, means: meaning?.length ?? sign.length, lead: meaning === undefined ? 1 : 0 }
}

/** The lines of a block without their common indent, as `textValue` takes them. */
const blockUnits = (literal: string): Unit[] => {
  const inside = literal.slice(3, -3)
  const lines = [...inside.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)].map(found => ({
    text: found[1] ?? '',
    offset: 3 + found.index,
    end: found[2] ?? '',
  }))
  if (lines.length > 1 && lines.at(-1)?.text === '' && lines.at(-2)?.end === '') lines.pop()
  const isBlank = (line: { readonly text: string } | undefined) => /^\s*$/.test(line?.text ?? '')
  if (lines.length > 1 && isBlank(lines[0])) lines.shift()
  if (lines.length > 1 && isBlank(lines.at(-1))) lines.pop()
  const indents = lines.filter(line => !isBlank(line)).map(({ text }) => /^[ \t]*/.exec(text)?.[0].length ?? 0)
  const indent = indents.length === 0 ? 0 : Math.min(...indents)
  return lines.flatMap(({ text, offset }, index) => {
    const units = isBlank({ text }) ? [] : unitsOf(literal, offset + indent, offset + text.length)
    return index === lines.length - 1 ? units : [...units, { sign: '\n', offset: offset + text.length }]
  })
}

const endOfBlock = (body: readonly Unit[], literal: string): number => {
  const last = body.at(-1)
  return last === undefined ? Math.min(3, literal.length) : last.offset + 1
}
