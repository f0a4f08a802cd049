import type { Value } from '../model/tenant.ts'
import { fold } from './fold.ts'
import { exact, isNothing, isObj, itemsIn, object, off, type Shape, text } from './shape.ts'

const partOf = (item: Value, name: string): string => {
  const value = isObj(item) ? item[name] : undefined
  return typeof value === 'string' ? value : ''
}

/** https://learn.microsoft.com/graph/api/resources/accesspackagelocalizedtext: one for each language. */
const localizations: Shape = {
  is: 'set',
  of: object({ text: exact, languageCode: { is: 'caseless' } }),
  key: item => fold(partOf(item, 'languageCode')),
}

/** https://learn.microsoft.com/graph/api/resources/accesspackageanswerchoice: recognised by what people read. */
const choices: Shape = { is: 'list', of: object({ text: exact }), key: item => partOf(item, 'text') }

/**
 * What requestors are asked, in the order of `sequence`. A question is the same one, and answers to it stay attached, where its sort
 * and its text are the same. https://learn.microsoft.com/graph/api/resources/accesspackagequestion
 */
export const questions: Shape = {
  is: 'list',
  of: object({
    '@odata.type': exact,
    text: exact,
    isRequired: off,
    isAnswerEditable: off,
    localizations,
    isSingleLineQuestion: off,
    regexPattern: text,
    isMultipleSelectionAllowed: off,
    choices,
  }),
  key: item => `${partOf(item, '@odata.type').replace(/^#/, '')} ${partOf(item, 'text')}`,
  rank: item => (isObj(item) && typeof item.sequence === 'number' ? item.sequence : 0),
}

/** Questions as they are sent: numbered in their order unless they are already, choices with the values they stand for. */
export const askedInOrder = (value: Value | undefined): readonly Value[] => {
  const asked = itemsIn(value).map(withValues)
  const places = asked.map(item => (isObj(item) ? item.sequence : undefined))
  const inOrder = places.every((place, at) => typeof place === 'number' && (at === 0 || place > Number(places[at - 1])))
  return inOrder ? asked : asked.map((item, at) => (isObj(item) ? { ...item, sequence: at + 1 } : item))
}

const withValues = (question: Value): Value => {
  if (!isObj(question) || !Array.isArray(question.choices)) return question
  const choice = (each: Value): Value =>
    isObj(each) ? { ...each, actualValue: isNothing(each.actualValue) ? (each.text ?? null) : each.actualValue } : each
  return { ...question, choices: itemsIn(question.choices).map(choice) }
}
