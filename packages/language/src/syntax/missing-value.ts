import type { Finding, SourceRange } from '@entitle/graph'
import type { IToken } from 'chevrotain'
import type { Failure } from './explain.ts'
import { isDate } from './moment.ts'
import { behindToken, rangeOfToken, syntaxFinding } from './syntax-finding.ts'
import { textLiteral } from './text-value.ts'
import { after, capital, isWord, shown } from './token-words.ts'

/** A text without quotes, a date in another form, a declaration without its name or display name: told with the repair. */
export const missingValue = (failure: Failure): Finding | undefined =>
  missingDisplayName(failure) ?? missingName(failure) ?? otherDate(failure) ?? unquoted(failure)

/** `group "Contractors"` at the top of a file, where a name stands between. */
const missingName = ({ document, tokens, index, expected }: Failure): Finding | undefined => {
  const [before, token] = [tokens[index - 1], tokens[index]]
  const fits = expected.some(({ terminal, property }) => terminal === 'ID' && property === 'name')
  if (!fits || token?.tokenType.name !== 'TEXT') return undefined
  const slug = slugOf(token.image)
  const range = rangeOfToken(document.uri.toString(), token)
  return syntaxFinding(
    range,
    `${capital(after(before))}comes a name by which the sources call it, and then the text: \`${before?.image} ${slug} ${shown(token)}\`.`,
    { title: `Name it ${slug}`, safe: false, edits: [{ range: { ...range, end: range.start }, text: `${slug} ` }] },
  )
}

/** `catalog partners {`: the name that people see is missing. */
const missingDisplayName = ({ document, tokens, index, expected }: Failure): Finding | undefined => {
  const [before, token] = [tokens[index - 1], tokens[index]]
  if (before === undefined || !isWord(before) || !expected.some(({ property }) => property === 'displayName'))
    return undefined
  const isUnquoted = token !== undefined && isWord(token) && token.startLine === before.endLine
  if (isUnquoted && token.image !== 'in' && token.image !== 'from') return undefined
  const uri = document.uri.toString()
  const title = textLiteral(titleOf(before.image))
  return syntaxFinding(
    rangeOfToken(uri, before),
    `Behind the name ${before.image} comes its display name in quotes, as in \`${before.image} ${title}\`.`,
    {
      title: `Add the display name ${title}`,
      safe: false,
      edits: [{ range: behindToken(uri, before), text: ` ${title}` }],
    },
  )
}

/** `30.6.2027` or `"2027-06-30"` where a date stands. */
const otherDate = (failure: Failure): Finding | undefined => {
  const { tokens, index, expected } = failure
  const token = tokens[index]
  if (token === undefined || !expected.some(({ terminal }) => terminal === 'DATE')) return undefined
  const raw = rawAt(failure, token, /^"[^"\n]*"|^[^\s{},]+/)
  const [, quoted] = /^"(\d{4}-\d{2}-\d{2})"$/.exec(raw.text) ?? []
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(raw.text) ?? []
  const date = quoted ?? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !isDate(date)) return undefined
  return syntaxFinding(raw.range, `A date is written as year, month and day without quotes: \`${date}\`.`, {
    title: `Write ${date}`,
    safe: true,
    edits: [{ range: raw.range, text: date }],
  })
}

/** `domain contoso.com`. */
const unquoted = (failure: Failure): Finding | undefined => {
  const { tokens, index, expected } = failure
  const token = tokens[index]
  const isValue = token !== undefined && (isWord(token) || /^(NUMBER|DATE|TIME)$/.test(token.tokenType.name))
  if (!isValue || !expected.some(({ terminal }) => terminal === 'TEXT')) return undefined
  const { range, text } = rawAt(failure, token, /^[^\s{},"]+/)
  return syntaxFinding(range, `${capital(after(tokens[index - 1]))}comes a text in quotes: \`"${text}"\`.`, {
    title: `Put ${text} in quotes`,
    safe: true,
    edits: [{ range, text: textLiteral(text) }],
  })
}

/** What a person wrote as one value, though it is several tokens. */
const rawAt = (
  { document }: Failure,
  token: IToken,
  form: RegExp,
): { readonly text: string; readonly range: SourceRange } => {
  const text = form.exec(document.textDocument.getText().slice(token.startOffset))?.[0] ?? token.image
  const range = rangeOfToken(document.uri.toString(), token)
  return { text, range: { ...range, end: { line: range.start.line, character: range.start.character + text.length } } }
}

/** `Contoso contractors` → `contoso-contractors`. */
const slugOf = (literal: string): string => {
  const words = literal.toLowerCase().match(/[\p{L}\p{Nd}]+/gu) ?? ['name']
  const slug = words.join('-')
  return /^\p{L}/u.test(slug) ? slug : `_${slug}`
}

/** `alpine-supplier` → `Alpine supplier`. */
const titleOf = (name: string): string => capital(name.replace(/[-_]+/g, ' ').trim())
