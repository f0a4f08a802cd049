import type { Value } from '@entitle/graph'
import { fields, items, text } from './fields.ts'

const quote = (words: string | undefined): string => `“${words ?? ''}”`

/** What a question is called in a list: `question “Which project?”`. */
export const questionText = (value: Value): string => text(fields(value).text) ?? ''

/** What may be answered: `short answer matching “^PO-”`, `one of “A”, “B”`. */
const answerInWords = (value: Value): string => {
  const { isSingleLineQuestion, regexPattern, isMultipleSelectionAllowed, choices } = fields(value)
  if (Array.isArray(choices))
    return `${isMultipleSelectionAllowed === true ? 'any' : 'one'} of ${choicesInWords(choices)}`
  const pattern = text(regexPattern) ?? ''
  return `${isSingleLineQuestion === false ? 'long' : 'short'} answer${pattern === '' ? '' : ` matching ${quote(pattern)}`}`
}

export const choicesInWords = (value: Value): string =>
  items(value)
    .map(each => quote(questionText(each)))
    .join(', ')

/** `de-DE “Welche Bestellung?”`, or `none`. */
export const translationsInWords = (value: Value | undefined): string =>
  items(value)
    .map(fields)
    .map(({ languageCode, text: words }) => `${text(languageCode) ?? ''} ${quote(text(words))}`)
    .join(', ') || 'none'

/** A question without its text: `short answer, required, editable`. */
export const questionTermsInWords = (value: Value): string => {
  const { isRequired, isAnswerEditable, localizations } = fields(value)
  return [
    answerInWords(value),
    ...(isRequired === true ? ['required'] : []),
    ...(isAnswerEditable === true ? ['editable'] : []),
    ...(items(localizations).length === 0 ? [] : [`in ${translationsInWords(localizations)}`]),
  ].join(', ')
}

/** `questions` on one line: `“Which project?” (short answer, required); “Which order?” (long answer)`. */
export const questionsInWords = (value: Value | undefined): string =>
  items(value)
    .map(each => `${quote(questionText(each))} (${questionTermsInWords(each)})`)
    .join('; ') || 'none'

/** The texts of questions in the order in which they are asked. */
export const questionsInOrder = (questions: readonly Value[]): string =>
  questions.map(each => quote(questionText(each))).join(', ')
