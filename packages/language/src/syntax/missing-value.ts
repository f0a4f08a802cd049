import type { SourceRange } from '@entitle/graph'
import type { IToken } from 'chevrotain'
import type { Failure } from './failure.ts'
import type { Recognize } from './mistake.ts'
import { isDate } from './moment.ts'
import { inserted, taken } from './repair.ts'
import { behindToken, rangeOfToken, syntaxFinding } from './syntax-finding.ts'
import { textLiteral } from './text-value.ts'
import { after, capital, isWord, shown } from './token-words.ts'

/** `group "Contractors"` at the top of a file, where a name stands between. */
export const missingName: Recognize = (failure, types) => {
  const { tokens, index, expected } = failure
  const [before, token] = [tokens[index - 1], tokens[index]]
  const fits = expected.some(({ terminal, property }) => terminal === 'ID' && property === 'name')
  if (!fits || token?.tokenType.name !== 'TEXT') return undefined
  const slug = slugOf(token.image)
  const message = `${capital(after(before))}comes a name by which the sources call it, and then the text: \`${before?.image} ${slug} ${shown(token)}\`.`
  return {
    finding: uri => {
      const range = rangeOfToken(uri, token)
      const edits = [{ range: { ...range, end: range.start }, text: `${slug} ` }]
      return syntaxFinding(range, message, { title: `Name it ${slug}`, safe: false, edits })
    },
    repair: inserted(failure, types.ID),
  }
}

/** `catalog partners {`: the name that people see is missing. */
export const missingDisplayName: Recognize = (failure, types) => {
  const { tokens, index, expected } = failure
  const [before, token] = [tokens[index - 1], tokens[index]]
  if (before === undefined || !isWord(before) || !expected.some(({ property }) => property === 'displayName'))
    return undefined
  const isUnquoted = token !== undefined && isWord(token) && token.startLine === before.endLine
  if (isUnquoted && token.image !== 'in' && token.image !== 'from') return undefined
  const title = textLiteral(titleOf(before.image))
  return {
    finding: uri =>
      syntaxFinding(
        rangeOfToken(uri, before),
        `Behind the name ${before.image} comes its display name in quotes, as in \`${before.image} ${title}\`.`,
        {
          title: `Add the display name ${title}`,
          safe: false,
          edits: [{ range: behindToken(uri, before), text: ` ${title}` }],
        },
      ),
    repair: inserted(failure, types.TEXT),
  }
}

/** `30.6.2027` or `"2027-06-30"` where a date stands. */
export const otherDate: Recognize = (failure, types) => {
  const { tokens, index, expected } = failure
  const token = tokens[index]
  if (token === undefined || types.DATE === undefined || !expected.some(({ terminal }) => terminal === 'DATE'))
    return undefined
  const raw = rawAt(failure, token, /^"[^"\n]*"|^[^\s{},]+/)
  const [, quoted] = /^"(\d{4}-\d{2}-\d{2})"$/.exec(raw.text) ?? []
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(raw.text) ?? []
  const date = quoted ?? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !isDate(date)) return undefined
  const message = `A date is written as year, month and day without quotes: \`${date}\`.`
  return {
    finding: uri => {
      const range = raw.range(uri)
      return syntaxFinding(range, message, { title: `Write ${date}`, safe: true, edits: [{ range, text: date }] })
    },
    repair: taken(failure, types.DATE, date, raw.more),
  }
}

/** `domain contoso.com`. */
export const unquoted: Recognize = (failure, types) => {
  const { tokens, index, expected } = failure
  const [before, token] = [tokens[index - 1], tokens[index]]
  const isValue = token !== undefined && (isWord(token) || /^(NUMBER|DATE|TIME)$/.test(token.tokenType.name))
  if (!isValue || types.TEXT === undefined || !expected.some(({ terminal }) => terminal === 'TEXT')) return undefined
  if (before !== undefined && before.endLine !== token.startLine) return undefined
  const raw = rawAt(failure, token, /^[^\s{},"]+/)
  const message = `${capital(after(before))}comes a text in quotes: \`"${raw.text}"\`.`
  return {
    finding: uri => {
      const range = raw.range(uri)
      const edits = [{ range, text: textLiteral(raw.text) }]
      return syntaxFinding(range, message, { title: `Put ${raw.text} in quotes`, safe: true, edits })
    },
    repair: taken(failure, types.TEXT, textLiteral(raw.text), raw.more),
  }
}

interface Raw {
  readonly text: string
  readonly range: (uri: string) => SourceRange
  /** How many tokens it is besides the first. */
  readonly more: number
}

/** What a person wrote as one value, though it may be several tokens. */
const rawAt = ({ text: source, tokens, index }: Failure, token: IToken, form: RegExp): Raw => {
  const text = form.exec(source.slice(token.startOffset))?.[0] ?? token.image
  const end = token.startOffset + text.length
  return {
    text,
    range: uri => {
      const { start } = rangeOfToken(uri, token)
      return { uri, start, end: { line: start.line, character: start.character + text.length } }
    },
    more: tokens.slice(index + 1, index + 20).filter(({ startOffset }) => startOffset < end).length,
  }
}

/** `Contoso contractors` → `contoso-contractors`. */
const slugOf = (literal: string): string => {
  const words = literal.toLowerCase().match(/[\p{L}\p{Nd}]+/gu) ?? ['name']
  const slug = words.join('-')
  return /^\p{L}/u.test(slug) ? slug : `_${slug}`
}

/** `alpine-supplier` → `Alpine supplier`. */
const titleOf = (name: string): string => capital(name.replace(/[-_]+/g, ' ').trim())
