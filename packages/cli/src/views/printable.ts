/** Control characters, and the marks that turn the direction of writing: they could rewrite what a terminal shows. */
const unsafe = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu

const shown = (character: string): string => {
  if (character === '\n') return '\\n'
  if (character === '\t') return ' '
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}

/** Text from a tenant or a file with what a terminal would obey written out. */
export const printableText = (text: string): string => text.replace(unsafe, shown)

/** A value with every string in it printable; views get nothing else. */
export const printable = <T>(value: T): T => {
  if (typeof value === 'string') return printableText(value) as T
  if (Array.isArray(value)) return value.map(printable) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, printable(held)])) as T
}
