import type { Properties, TenantObject, Value } from '@entitle/graph'
import { fields, items, text } from '../fields.ts'
import { leftOver } from './left-over.ts'
import { type Gap, type Said, together, unsaid } from './said.ts'
import { sentence, withBlock } from './sentence.ts'
import { sortOf } from './subjects.ts'
import { lineLiteral } from './text-literal.ts'

const root = 'questions'
const shared = ['id', 'sequence', 'text', 'isRequired', 'isAnswerEditable', 'localizations']
const textAsked = [...shared, 'isSingleLineQuestion']

/** What requestors are asked, in order. https://learn.microsoft.com/graph/api/resources/accesspackagequestion */
export const questions = ({ properties }: TenantObject): Said =>
  together(...items(properties[root]).map((item, index) => question(item, `${root}/${index}`)))

const question = (item: Value, path: string): Said => {
  const asked = fields(item)
  const answer = answerOf(sortOf(item), asked, path)
  if (answer === undefined)
    return {
      sentences: [],
      gaps: [{ path, why: 'The language has no words for such a question. Deploying these sources takes it away.' }],
    }
  const head = [
    'ask',
    lineLiteral(text(asked.text) ?? ''),
    ...(asked.isRequired === true ? ['required'] : []),
    ...(asked.isAnswerEditable === true ? ['editable'] : []),
    ...answer.words,
  ]
  const translated = translations(asked.localizations, `${path}/localizations`)
  return { sentences: [withBlock(head, translated.sentences)], gaps: [...answer.gaps, ...translated.gaps] }
}

interface Answer {
  readonly words: readonly string[]
  readonly gaps: readonly Gap[]
}

/** How a question is answered; undefined for a sort that the language doesn't know. */
const answerOf = (sort: string, asked: Properties, path: string): Answer | undefined => {
  switch (sort) {
    case 'accessPackageTextInputQuestion':
      return textAnswer(asked, path)
    case 'accessPackageMultipleChoiceQuestion':
      return choice(asked, path)
    default:
      return undefined
  }
}

const textAnswer = (asked: Properties, path: string): Answer => {
  const pattern = text(asked.regexPattern) ?? ''
  const looked = typeof asked.regexPattern === 'string' ? [...textAsked, 'regexPattern'] : textAsked
  const rest = leftOver(asked, looked, path)
  if (asked.isSingleLineQuestion === true)
    return { words: pattern === '' ? [] : ['matching', lineLiteral(pattern)], gaps: rest }
  const why = 'The language knows no pattern for a long answer. Deploying these sources takes it away.'
  return {
    words: ['long answer'],
    gaps: [...(pattern === '' ? [] : [{ path: `${path}/regexPattern`, why }]), ...rest],
  }
}

const choice = (asked: Properties, path: string): Answer | undefined => {
  const choices = items(asked.choices).map(fields)
  if (choices.length === 0) return undefined
  const texts = choices.map(each => lineLiteral(text(each.text) ?? text(each.actualValue) ?? ''))
  return {
    words: ['choose', ...(asked.isMultipleSelectionAllowed === true ? ['many'] : []), texts.join(', ')],
    gaps: [
      ...choices.flatMap((each, index) => choiceGaps(each, `${path}/choices/${index}`)),
      ...leftOver(asked, [...shared, 'isMultipleSelectionAllowed', 'choices'], path),
    ],
  }
}

const choiceGaps = (each: Properties, path: string): readonly Gap[] => {
  const { actualValue, text: shown } = each
  if (text(shown) === undefined && text(actualValue) === undefined)
    return [{ path, why: 'The answer has no text. Deploying these sources gives it an empty one.' }]
  const isOwn = text(actualValue) !== undefined && text(shown) !== undefined && actualValue !== shown
  return leftOver(each, ['text', ...(isOwn ? [] : ['actualValue'])], path)
}

/** https://learn.microsoft.com/graph/api/resources/accesspackagelocalizedtext */
const translations = (value: Value | undefined, path: string): Said =>
  together(...items(value).map((each, index) => translation(each, `${path}/${index}`)))

const translation = (value: Value, path: string): Said => {
  const { languageCode, text: translated, ...rest } = fields(value)
  const [language, words] = [text(languageCode), text(translated)]
  if (language === undefined && words === undefined)
    return unsaid(path, 'The translation has neither a language nor a text. Deploying these sources takes it away.')
  return {
    sentences: [sentence('in', lineLiteral(language ?? ''), lineLiteral(words ?? ''))],
    gaps: leftOver(rest, [], path),
  }
}
