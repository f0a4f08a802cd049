import { readAlong } from './expectation.ts'
import { expectedWords, orList } from './expected-words.ts'
import type { Recognize } from './mistake.ts'
import { inserted, taken } from './repair.ts'
import { behindToken, rangeOfToken, syntaxFinding } from './syntax-finding.ts'
import { textLiteral } from './text-value.ts'
import { after, capital, isWord, shown } from './token-words.ts'
import { isReadable, lineFrom, trial } from './trial.ts'

/** `group "Contractors"` at the top of a file, where a name stands between. */
export const missingName: Recognize = (failure, types) => {
  const { tokens, index, expected } = failure
  const [before, token] = [tokens[index - 1], tokens[index]]
  const fits = expected.some(({ terminal, property }) => terminal === 'ID' && property === 'name')
  if (!fits || token?.tokenType.name !== 'TEXT') return undefined
  const slug = slugOf(token.image)
  if (tokens[index + 1]?.tokenType.name === 'TEXT' && types.ID !== undefined)
    return {
      finding: uri => {
        const range = rangeOfToken(uri, token)
        const fix = { title: `Write ${slug}`, safe: true, edits: [{ range, text: slug }] }
        return syntaxFinding(range, `A name stands without quotes: \`${slug}\`.`, fix)
      },
      repair: taken(failure, types.ID, slug),
    }
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
  const { tokens, index, expected, grammar, prefix } = failure
  const [before, token] = [tokens[index - 1], tokens[index]]
  if (before === undefined || !isWord(before) || !expected.some(({ property }) => property === 'displayName'))
    return undefined
  const last = prefix.at(-1) === before ? readAlong(grammar, prefix, { lastIsWord: true }).expected : expected
  if (!last.some(({ property }) => property === 'displayName')) return undefined
  const isUnquoted = token !== undefined && isWord(token) && token.startLine === before.endLine
  if (token?.image === '.' || (token?.tokenType.name === 'NUMBER' && token.startLine === before.endLine))
    return undefined
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

/** `standard extends recommended`, `stage by fallback anna`: a word of the language was taken for the name that is missing before it. */
export const missingNameBefore: Recognize = (failure, types) => {
  const { tokens, index, grammar, prefix } = failure
  const [before, token] = [tokens[index - 1], tokens[index]]
  if (before === undefined || token === undefined || prefix.at(-1) !== before || before.tokenType.name === 'ID')
    return undefined
  if (!isWord(before) || before.endLine !== token.startLine) return undefined
  const shorter = prefix.slice(0, -1)
  const follow = lineFrom(failure, index).slice(0, 2)
  const fits = (...names: readonly string[]) =>
    isReadable(grammar, [...shorter, ...names.map(name => trial(before, name)), trial(before, before.image), ...follow])
  const missing = [['ID'], ['ID', 'TEXT'], ['ID', ',']].find(names => fits(...names))
  if (missing === undefined) return undefined
  const { expected } = readAlong(grammar, shorter)
  const what = orList(expectedWords(expected.filter(({ terminal }) => terminal === 'ID')))
  const behind = missing.includes(',') ? ' and a comma' : ''
  const message = `Before \`${before.image}\` comes ${what === '' ? 'a name' : what}${behind}.`
  return {
    finding: uri => syntaxFinding(rangeOfToken(uri, before), message),
    repair: inserted({ ...failure, index: index - 1 }, ...missing.map(name => types[name])),
  }
}

/** `grants of alpine`: between two words of the language a text is missing. */
export const missingText: Recognize = (failure, types) => {
  const { tokens, index, expected, grammar, prefix } = failure
  const [before, token] = [tokens[index - 1], tokens[index]]
  if (before === undefined || token === undefined || !isWord(token) || token.tokenType.name === 'ID') return undefined
  if (before.endLine !== token.startLine || !expected.some(({ terminal }) => terminal === 'TEXT')) return undefined
  const follow = lineFrom(failure, index).slice(1, 2)
  const next = trial(token, token.image)
  if (!isReadable(grammar, [...prefix, trial(token, 'TEXT'), next, ...follow])) return undefined
  const example = before.image === 'grants' ? ', such as `"Member"`' : ''
  return {
    finding: uri =>
      syntaxFinding(
        rangeOfToken(uri, token),
        `Between \`${before.image}\` and \`${token.image}\` a text in quotes is missing${example}.`,
      ),
    repair: inserted(failure, types.TEXT),
  }
}

/** `Contoso contractors` → `contoso-contractors`. */
export const slugOf = (literal: string): string => {
  const words = literal.toLowerCase().match(/[\p{L}\p{Nd}]+/gu) ?? ['name']
  const slug = words.join('-')
  return /^\p{L}/u.test(slug) ? slug : `_${slug}`
}

/** `alpine-supplier` → `Alpine supplier`. */
const titleOf = (name: string): string => capital(name.replace(/[-_]+/g, ' ').trim())
