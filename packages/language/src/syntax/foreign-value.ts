import { matchOver, type RecognizeForeign, replaced } from './foreign.ts'
import { isDate } from './moment.ts'
import { textLiteral } from './text-value.ts'

/** `'Fabrikam'`, `“Fabrikam”`, `«Fabrikam»`: quotes of other languages. */
export const otherQuotes: RecognizeForeign = (text, { offset }) => {
  const open = text[offset] ?? ''
  const close = closing[open]
  if (close === undefined) return undefined
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? ''
  const length = [...rest].findIndex((sign, index) => index > 0 && close.includes(sign))
  if (length < 0) {
    const range = { offset, end: offset + rest.replace(/\s*\{\s*$/, '').trimEnd().length }
    const tokens = [{ type: 'TEXT', image: textLiteral(rest.slice(1)) }]
    return { ...range, message: `A text stands in double quotes, as in \`"Fabrikam"\`.`, reads: [{ ...range, tokens }] }
  }
  const literal = textLiteral(rest.slice(1, length))
  return replaced({ offset, end: offset + length + 1 }, `A text stands in double quotes: \`${literal}\`.`, {
    title: `Write ${literal}`,
    safe: true,
    text: literal,
    tokens: [{ type: 'TEXT', image: literal }],
  })
}

const closing: { readonly [open: string]: string } = {
  "'": "'",
  '‘': '’',
  '’': '’',
  '‚': '‘’',
  '“': '”“"',
  '”': '”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '`': '`',
}

/** `06/30/2027`, `2027/06/30`, `2027-6-30`. */
export const otherDate: RecognizeForeign = (text, { offset }) => {
  const found = matchOver(
    text,
    offset,
    /(?<![\w/-])(?:(\d{1,2})\/(\d{1,2})\/(\d{4})|(\d{4})[/-](\d{1,2})[/-](\d{1,2}))(?![\w/-])/g,
  )
  if (found === undefined) return undefined
  const [, a = '', b = '', american = '', year = '', month = '', day = ''] = found.groups
  const dates = year === '' ? [isoDate(american, a, b), isoDate(american, b, a)] : [isoDate(year, month, day)]
  const real = [...new Set(dates.filter(isDate))]
  const [date] = real
  if (date === undefined)
    return {
      ...found,
      message: 'A date is written as year, month and day with hyphens: `2027-06-30`.',
      reads: [{ ...found, tokens: [{ type: 'DATE', image: '2027-06-30' }] }],
    }
  const others = real.length > 1 ? `, or \`${real[1]}\` if the day stands first` : ''
  return replaced(found, `A date is written as year, month and day with hyphens: \`${date}\`${others}.`, {
    title: `Write ${date}`,
    safe: real.length === 1,
    text: date,
    tokens: [{ type: 'DATE', image: date }],
  })
}

export const isoDate = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** `2027-06-30T18:00:00Z`, `2027-06-30 18:00:00`: as other systems write a moment. */
export const otherMoment: RecognizeForeign = (text, { offset }) => {
  const found = matchOver(
    text,
    offset,
    /(\d{4}-\d{2}-\d{2})(?:T|\s+)(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/g,
  )
  if (found === undefined) return undefined
  const [, date = '', time = ''] = found.groups
  return replaced(found, `A moment is written as a date and a time in UTC, without seconds: \`${date} ${time}\`.`, {
    title: `Write ${date} ${time}`,
    safe: false,
    text: `${date} ${time}`,
    tokens: [
      { type: 'DATE', image: date },
      { type: 'TIME', image: time },
    ],
  })
}

/** `https://contoso.sharepoint.com/sites/wiki`, `anna@contoso.com`: addresses without quotes. */
export const address: RecognizeForeign = (text, { offset }) => {
  const found =
    matchOver(text, offset, /[a-z][a-z0-9+.-]*:\/\/[^\s"',{}]+/gi) ??
    matchOver(text, offset, /[^\s"',{}@]+@[^\s"',{}@]+/g)
  if (found === undefined) return undefined
  const [written = ''] = found.groups
  const before = text.slice(0, found.offset).trimEnd()
  const isObject = /(?:^|[\s{,])(?:owners|readers|managers|by|sponsors|reviewers|fallback|to|,)$/.test(before)
  const literal = `${isObject && !written.includes('/') ? 'user ' : ''}${textLiteral(written)}`
  const message = `An address stands in quotes: \`${literal}\`.`
  const type = (image: string) => (image.startsWith('"') ? { type: 'TEXT', image } : { type: image, image })
  return replaced(found, message, {
    title: `Write ${literal}`,
    safe: true,
    text: literal,
    tokens: literal.split(/ (?=")/).map(type),
  })
}

/** `365-users`: names start with a letter. */
export const numberedName: RecognizeForeign = (text, { offset }) => {
  const found = matchOver(text, offset, /(?<![\w-])\d+-[\p{L}_][\p{L}\p{Nd}_-]*/gu)
  if (found === undefined) return undefined
  const name = `_${found.groups[0]}`
  return replaced(found, `A name starts with a letter or \`_\`, as in \`${name}\`.`, {
    title: `Call it ${name}`,
    safe: false,
    text: name,
    tokens: [{ type: 'ID', image: name }],
  })
}

/** `-5`. */
export const negativeNumber: RecognizeForeign = (text, { offset, length }) => {
  const digits = /^-(\d+)/.exec(text.slice(offset))?.[1]
  if (digits === undefined || length !== 1) return undefined
  const end = offset + 1 + digits.length
  return {
    offset,
    end,
    message: `A number has no sign here: write \`${digits}\`.`,
    fix: { title: `Write ${digits}`, safe: false, edits: [{ offset, end: offset + 1, text: '' }] },
    reads: [{ offset, end: offset + 1, tokens: [] }],
  }
}
