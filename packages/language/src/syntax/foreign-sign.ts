import { type Foreign, lineAround, matchOver, type RecognizeForeign } from './foreign.ts'

/** The lines that a version control system leaves where two changes meet; the first side is read. */
export const conflict: RecognizeForeign = (text, { offset }) => {
  const found = /^<{7}[^\n]*\n([\s\S]*?)^={7}[ \t]*\r?\n[\s\S]*?^>{7}[^\r\n]*/m.exec(text.slice(offset))
  const { start, line } = lineAround(text, offset)
  if (found?.index !== 0 || start !== offset) return undefined
  const end = offset + found[0].length
  const middle = offset + line.length + 1 + (found[1]?.length ?? 0)
  return {
    offset,
    end: offset + line.trimEnd().length,
    message: 'Two changes meet here. Keep one side, and leave out the lines with `<<<<<<<`, `=======` and `>>>>>>>`.',
    reads: [
      { offset, end: offset + line.length, tokens: [] },
      { offset: middle, end, tokens: [] },
    ],
  }
}

/** `# …` and `-- …` to the end of the line. */
export const otherComment: RecognizeForeign = (text, { offset }) => {
  const sign = /^(?:#+|--(?!-))(?=\s|$)/.exec(text.slice(offset))?.[0]
  if (sign === undefined) return undefined
  const end = offset + (/^[^\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0)
  return {
    offset,
    end: offset + sign.length,
    message: 'A comment starts with `//`.',
    fix: { title: 'Write `//`', safe: true, edits: [{ offset, end: offset + sign.length, text: '//' }] },
    reads: [{ offset, end, tokens: [] }],
  }
}

/** `- item` on lines of their own, as YAML writes a list. */
export const dashedList: RecognizeForeign = (text, { offset, length }) => {
  const { start } = lineAround(text, offset)
  if (length !== 1 || !/^[ \t]*$/.test(text.slice(start, offset)) || !/^- \S/.test(text.slice(offset))) return undefined
  const lines = /^- [^\r\n]*(?:\r?\n[ \t]*- [^\r\n]*)*/.exec(text.slice(offset))?.[0] ?? ''
  const dashes = [...lines.matchAll(/(^|\r?\n[ \t]*)- /g)].map(found => offset + found.index + (found[1]?.length ?? 0))
  return {
    offset,
    end: offset + 1,
    message: 'The items of a list stand one after another with commas between them, without `-`.',
    fix: {
      title: 'Write commas between the items',
      safe: true,
      edits: dashes.flatMap((at, index) => {
        const before = at - (/\s*$/.exec(text.slice(0, at))?.[0].length ?? 0)
        const dash = { offset: at, end: at + 2, text: '' }
        return index === 0 ? [dash] : [{ offset: before, end: before, text: ',' }, dash]
      }),
    },
    reads: dashes.map((at, index) => ({
      offset: at,
      end: at + 1,
      tokens: index === 0 ? [] : [{ type: ',', image: ',' }],
    })),
  }
}

const pairs: { readonly [open: string]: string } = { '[': ']', '(': ')' }

/** Brackets and parentheses: around a block they are read as braces, around anything else as nothing. */
export const brackets: RecognizeForeign = (text, { offset }) => {
  const open = text[offset] ?? ''
  const close = pairs[open]
  if (close === undefined) return undefined
  const isBlock = /^.[ \t]*\r?\n/.test(text.slice(offset))
  const at = isBlock
    ? closingOf(text, offset, open, close)
    : text.slice(0, lineAround(text, offset).start + lineAround(text, offset).line.length).indexOf(close, offset)
  const places = at < 0 ? [offset] : [offset, at]
  const what = open === '[' ? 'brackets' : 'parentheses'
  const signs = isBlock ? ['{', '}'] : [/\w/.test(text[offset - 1] ?? '') ? ' ' : '', '']
  return {
    offset,
    end: offset + 1,
    message: isBlock
      ? 'A block stands in braces: `{` and `}`.'
      : open === '['
        ? `Entitle has no ${what}: the items of a list stand one after another with commas between them.`
        : `Entitle has no ${what}. Leave them out.`,
    fix: {
      title: isBlock ? 'Write `{` and `}`' : `Leave out the ${what}`,
      safe: at >= 0,
      edits: places.map((place, index) => ({ offset: place, end: place + 1, text: signs[index] ?? '' })),
    },
    reads: places.map((place, index) => ({
      offset: place,
      end: place + 1,
      tokens: isBlock ? [{ type: signs[index] ?? '', image: signs[index] ?? '' }] : [],
    })),
  }
}

/** Where a bracket that opens at `offset` is closed; below zero where it isn't. */
const closingOf = (text: string, offset: number, open: string, close: string): number => {
  let depth = 0
  for (let at = offset; at < text.length; at++) {
    if (text[at] === open) depth++
    if (text[at] === close) depth--
    if (depth === 0) return at
  }
  return -1
}

/** A file that starts with a brace holds JSON. */
export const json: RecognizeForeign = (text, { offset }) => {
  if (!/^\s*[{[]\s*("|$|\{)/.test(text) || text.slice(0, offset).includes('}')) return undefined
  const start = text.length - text.trimStart().length
  return {
    offset: start,
    end: start + 1,
    message: 'This looks like JSON. A declaration of Entitle starts with a word, as in `catalog tools "Tools" { … }`.',
    reads: [{ offset: 0, end: text.length, tokens: [] }],
  }
}

/** `"description": "…",`: a word of the language as JSON writes a key. */
export const quotedKey: RecognizeForeign = (text, { offset }) => {
  if (text[offset] !== ':') return undefined
  const found = matchOver(text, offset, /"([a-z]+)"\s*:/g)
  if (found === undefined) return undefined
  const [, word = ''] = found.groups
  const { start, line } = lineAround(text, offset)
  const comma = start + line.trimEnd().length - 1
  const trailing = text[comma] === ',' && comma > found.end ? [{ offset: comma, end: comma + 1, text: '' }] : []
  return {
    ...found,
    message: `A word of the language stands without quotes and without \`:\`, as in \`${word} "…"\`.`,
    fix: {
      title: `Write \`${word}\``,
      safe: true,
      edits: [{ offset: found.offset, end: found.end, text: word }, ...trailing],
    },
    reads: [
      { offset: found.offset, end: found.end, tokens: [{ type: word, image: word }] },
      ...trailing.map(({ offset, end }) => ({ offset, end, tokens: [] })),
    ],
  }
}

const signs: { readonly [sign: string]: string } = {
  '=': 'Entitle has no `=`: write the word and its value, as in `domain "contoso.com"`.',
  ':': 'Entitle has no `:`: write the word and its value, as in `expires after 180 days`.',
  ';': 'Entitle has no `;`: a statement ends where the next one starts.',
}

/** `=`, `:` and `;`, with the `true` that stands behind one perhaps. */
export const assignment: RecognizeForeign = (text, { offset, length }) => {
  const sign = text[offset] ?? ''
  const message = signs[sign]
  if (message === undefined || length !== 1) return undefined
  const end = offset + 1
  const said = sign === ';' ? undefined : /^[ \t]*(?:true|yes)\b/.exec(text.slice(end))?.[0]
  if (said !== undefined) {
    const whole = { offset, end: end + said.length }
    const leaveOut = [{ ...whole, text: '' }]
    return {
      ...whole,
      message: `Entitle has no \`${sign}\` and no \`${said.trim()}\`: what is said holds, and what is left out doesn't.`,
      fix: { title: `Leave out \`${text.slice(offset, whole.end)}\``, safe: true, edits: leaveOut },
    }
  }
  const isGlued = sign !== ';' && /\S/.test(text[end] ?? ' ') && /\S/.test(text[offset - 1] ?? ' ')
  return {
    offset,
    end,
    message,
    fix: { title: `Leave out \`${sign}\``, safe: true, edits: [{ offset, end, text: isGlued ? ' ' : '' }] },
  }
}

/** Whatever else no token starts with. One that stands alone is read as a word, so that what comes next isn't taken for it. */
export const unknownSigns = (
  text: string,
  { offset, length }: { readonly offset: number; readonly length: number },
): Foreign => {
  const end = offset + length
  const written = text.slice(offset, end)
  const isAlone = /\s/.test(text[offset - 1] ?? ' ') && /\s/.test(text[end] ?? ' ')
  const control = [...written].find(sign => /\p{Cc}|\p{Cf}/u.test(sign))
  const code = control?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
  const message =
    code === undefined
      ? `\`${written}\` means nothing here. Leave it out, or put it into a text in quotes.`
      : `A character that can't be seen stands here, U+${code}. Leave it out.`
  return {
    offset,
    end,
    message,
    ...(code === undefined ? {} : { fix: { title: 'Leave it out', safe: true, edits: [{ offset, end, text: '' }] } }),
    reads: [{ offset, end, tokens: isAlone && code === undefined ? [{ type: 'ID', image: '_' }] : [] }],
  }
}
