import { type Foreign, lineAround, type RecognizeForeign } from './foreign.ts'
import { textLiteral } from './text-value.ts'

/** A comment without its end. It is read as far as the next blank line, so that what follows lives on. */
export const openComment: RecognizeForeign = (text, { offset }) => {
  if (!text.startsWith('/*', offset)) return undefined
  const rest = /^[\s\S]*?(?=\r?\n[ \t]*\r?\n|$)/.exec(text.slice(offset))?.[0].trimEnd() ?? ''
  const line = lineEnd(text, offset)
  const at = offset + rest.length
  return {
    offset,
    end: line,
    message: 'This comment has no end. Write `*/` behind it.',
    fix: { title: 'Close the comment', safe: false, edits: [{ offset: at, end: at, text: ' */' }] },
    reads: [{ offset, end: at, tokens: [] }],
  }
}

/** A text over lines without its end. It is read as far as its lines are indented deeper than the statement. */
export const openBlockText: RecognizeForeign = (text, { offset }) => {
  const from = text.startsWith('"""', offset) ? offset : offset - 2
  if (!text.startsWith('"""', from) || from < 0) return undefined
  const { start, line } = lineAround(text, from)
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  let end = lineEnd(text, from)
  for (const next of text.slice(end).matchAll(/\r?\n([ \t]*)([^\r\n]*)/g)) {
    const [, blank = '', content = ''] = next
    if (content === '') continue
    if (blank.length <= indent.length) break
    end = start + line.length + next.index + next[0].length
  }
  const body = text.slice(from, end).replace(/\s*\}\s*$/, '')
  const at = from + body.length
  const closing = body.includes('\n') ? `\n${indent}"""` : '"""'
  return {
    offset: from,
    end: lineEnd(text, from),
    message: 'This text has no end. Write `"""` behind its last line.',
    fix: { title: 'Close the text', safe: false, edits: [{ offset: at, end: at, text: closing }] },
    reads: [{ offset: from, end: at, tokens: [{ type: 'TEXT', image: textLiteral(body.slice(3)) }] }],
  }
}

/** A text without its closing quote: it is read to the end of the line, where the quote is most likely missing. */
export const openText: RecognizeForeign = (text, { offset }) => {
  if (text[offset] !== '"') return undefined
  const line = text.slice(offset, lineEnd(text, offset)).trimEnd()
  const body = line.replace(/\s*\{?\s*\}*$/, '')
  if (body === '"') return onlyClosed(text, offset)
  return overLines(text, offset, line) ?? closed(text, offset, line, wholeText(text, offset, body))
}

const closed = (_: string, offset: number, line: string, body: string): Foreign => ({
  offset,
  end: offset + line.length,
  message: 'This text has no closing quote.',
  fix: {
    title: 'Close the text',
    safe: false,
    edits: [{ offset: offset + body.length, end: offset + body.length, text: '"' }],
  },
  reads: [{ offset, end: offset + body.length, tokens: [{ type: 'TEXT', image: textLiteral(body.slice(1)) }] }],
})

/** Behind the role that a package grants stands `of` or `in`; the role ends before. */
const wholeText = (text: string, offset: number, body: string): string => {
  const before = text.slice(lineAround(text, offset).start, offset).trim()
  return before === 'grants' ? (/^.+?(?= (?:of|in) )/.exec(body)?.[0] ?? body) : body
}

/** `description For everybody"`. */
const onlyClosed = (text: string, offset: number): Foreign => {
  const before = /^(\s*description\s+)[^"]+$/.exec(text.slice(lineAround(text, offset).start, offset))?.[1]
  const reads = [{ offset, end: offset + 1, tokens: [] }]
  const message = 'This quote closes a text that no quote opens. Write `"` where the text starts.'
  if (before === undefined) return { offset, end: offset + 1, message, reads }
  const at = lineAround(text, offset).start + before.length
  const image = textLiteral(text.slice(at, offset))
  return {
    offset,
    end: offset + 1,
    message,
    fix: { title: 'Open the text', safe: false, edits: [{ offset: at, end: at, text: '"' }] },
    reads: [{ offset: at, end: offset + 1, tokens: [{ type: 'TEXT', image }] }],
  }
}

/** A text in single quotes that goes over lines. */
const overLines = (text: string, offset: number, line: string): Foreign | undefined => {
  const found = /^"[^"\r\n]*(?:\r?\n[^"\r\n]*){1,8}"(?=[ \t]*(?:\{[ \t]*)?(?:\r?\n|$))/.exec(text.slice(offset))?.[0]
  const last = found?.split('\n').at(-1) ?? ''
  if (found === undefined || last.trim() === '"' || /\n[ \t]*(?:\}|[^"\n]*\{)[ \t]*\r?\n/.test(found)) return undefined
  const end = offset + found.length
  return {
    offset,
    end: offset + line.length,
    message: 'A text in `"` ends on its line. Write `"""` around one that goes over several.',
    fix: {
      title: 'Write `"""` around it',
      safe: true,
      edits: [
        { offset, end: offset + 1, text: '"""' },
        { offset: end - 1, end, text: '"""' },
      ],
    },
    reads: [{ offset, end, tokens: [{ type: 'TEXT', image: textLiteral(found.slice(1, -1)) }] }],
  }
}

const lineEnd = (text: string, offset: number): number =>
  offset + (/^[^\r\n]*/.exec(text.slice(offset))?.[0].trimEnd().length ?? 0)
