/** The literal that says `value`: a text over several lines where that reads well and keeps the value, else one on one line. */
export const textLiteral = (value: string): string => blockLiteral(value) ?? lineLiteral(value)

/** The literal on one line. Nothing in the value can end it, reorder what stands around it, or hide in it. */
export const lineLiteral = (value: string): string =>
  `"${escaped(value).replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`

/**
 * Signs that must not stand in a source as they are: controls, line separators, marks that change the direction of text
 * (https://www.unicode.org/reports/tr9/), and signs that nobody sees. The joiners of emoji and of Persian stay.
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not stand in a literal as they are
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc1f]/g

const escaped = (value: string): string =>
  value
    .toWellFormed()
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replace(hidden, sign => `\\u{${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`)

/** Undefined where a block wouldn't keep the value: it drops a shared indent, and blanks on blank lines. */
const blockLiteral = (value: string): string | undefined => {
  if (!value.includes('\n')) return undefined
  const lines = escaped(value)
    .replace(/"{2,}/g, quotes => '\\"'.repeat(quotes.length))
    .split('\n')
  const isBlank = (line: string | undefined) => line === undefined || /^\s*$/.test(line)
  if (isBlank(lines[0]) || isBlank(lines.at(-1))) return undefined
  if (lines.some(line => line !== '' && isBlank(line))) return undefined
  if (lines.every(line => line === '' || line.startsWith(' '))) return undefined
  return ['"""', ...lines, '"""'].join('\n')
}
