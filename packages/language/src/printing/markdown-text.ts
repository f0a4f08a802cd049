/** A table with a blank line behind it. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${head.join(' | ')} |`,
  `|${head.map(() => '---').join('|')}|`,
  ...rows.map(row => `| ${row.join(' | ')} |`),
  '',
]

/** Text as itself, whatever Markdown or HTML it looks like. */
export const markdownText = (value: string): string =>
  shown(value)
    .replace(/[\\`*_[\]#|~]/g, sign => `\\${sign}`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')

/** Text as code, whatever ticks are in it. */
export const markdownCode = (value: string): string => {
  const plain = shown(value).replace(/\|/g, '\\|')
  const fence = '`'.repeat(Math.max(0, ...[...plain.matchAll(/`+/g)].map(([ticks]) => ticks.length)) + 1)
  return `${fence}${plain.includes('`') ? ` ${plain} ` : plain}${fence}`
}

/** Control characters, and marks that turn the direction of writing, written out: names come from sources and tenants. */
export const shown = (text: string): string =>
  text.replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, character =>
    character === '\n' || character === '\t' ? ' ' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
