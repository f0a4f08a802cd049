/** What a text literal of the sources says: quotes taken off, escapes read, a block's indent removed. */
export const textValue = (literal: string): string => {
  const body = literal.startsWith('"""') ? blockBody(literal) : literal.slice(1, -1)
  return body.replace(escapes, (whole, sign: string) => meaningOf(sign) ?? whole.slice(1))
}

/** An escape that the language doesn't know; `offset` counts from the start of the literal. */
export interface UnknownEscape {
  readonly offset: number
  readonly text: string
}

/** The escapes of a text literal that mean nothing, in order. */
export const unknownEscapes = (literal: string): UnknownEscape[] =>
  [...literal.matchAll(escapes)]
    .filter(found => meaningOf(found[1] ?? '') === undefined)
    .map(found => ({ offset: found.index, text: found[0] }))

/** The literal, on one line, that says `value`. */
export const textLiteral = (value: string): string =>
  `"${value.replace(/["\\\n\t]/g, sign => written[sign] ?? sign).replace(control, sign => `\\u{${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`)}"`

const escapes = /\\(u\{[^}\n]*\}|[\s\S])/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not stand in a literal as they are
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g
const written: { readonly [sign: string]: string } = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t' }

/** What stands behind a backslash, as the sign it means; undefined where it means nothing. */
export const meaningOf = (sign: string): string | undefined => {
  if (sign === '"' || sign === '\\') return sign
  if (sign === 'n') return '\n'
  if (sign === 't') return '\t'
  const code = /^u\{([0-9A-Fa-f]{1,6})\}$/.exec(sign)?.[1]
  if (code === undefined) return undefined
  const point = Number.parseInt(code, 16)
  return point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? undefined : String.fromCodePoint(point)
}

const blockBody = (literal: string): string => {
  const lines = literal.slice(3, -3).split(/\r\n|\r|\n/)
  const isBlank = (line: string) => /^\s*$/.test(line)
  if (lines.length > 1 && isBlank(lines[0] ?? '')) lines.shift()
  if (lines.length > 1 && isBlank(lines.at(-1) ?? '')) lines.pop()
  const indents = lines.filter(line => !isBlank(line)).map(line => /^[ \t]*/.exec(line)?.[0].length ?? 0)
  const indent = indents.length === 0 ? 0 : Math.min(...indents)
  return lines.map(line => (isBlank(line) ? '' : line.slice(indent))).join('\n')
}
