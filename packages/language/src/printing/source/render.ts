import type { Sentence, Use } from './sentence.ts'

/** Sentences as a source that parses. Only line breaks and blank lines are settled here; the formatter lays out the rest. */
export const render = (sentences: readonly Sentence[], wordsOf: (use: Use) => string): string =>
  sentences
    .map(({ parts, block, inline, apart }) => {
      const words = parts.map(part => (typeof part === 'string' ? part : wordsOf(part))).join(' ')
      return `${apart === true ? '\n' : ''}${words}${blockOf(block, inline === true, wordsOf)}\n`
    })
    .join('')

const blockOf = (block: readonly Sentence[] | undefined, inline: boolean, wordsOf: (use: Use) => string): string => {
  if (block === undefined) return ''
  if (block.length === 0) return ' {}'
  const inside = render(block, wordsOf)
  return inline ? ` { ${inside.trim()} }` : ` {\n${inside}}`
}
