import type * as ast from '../generated/ast.ts'
import { propertyRange, rangeOf } from '../syntax/range.ts'
import type { Question } from './program.ts'

/** What an `ask` statement asks; undefined where its text is missing. */
export const questionOf = (node: ast.Ask): Question | undefined =>
  node.text === undefined
    ? undefined
    : {
        text: node.text,
        required: node.required === true,
        editable: node.editable === true,
        answer: answerOf(node),
        translations: node.translations.flatMap(translation =>
          translation.language === undefined || translation.text === undefined
            ? []
            : [{ language: translation.language, text: translation.text, range: rangeOf(translation) }],
        ),
        range: rangeOf(node),
        textRange: propertyRange(node, 'text'),
      }

const answerOf = (node: ast.Ask): Question['answer'] => {
  if (node.choices.length > 0) return { kind: 'choice', many: node.many === true, choices: node.choices }
  if (node.long === true) return { kind: 'long' }
  return node.pattern === undefined
    ? { kind: 'short' }
    : { kind: 'short', pattern: node.pattern, patternRange: propertyRange(node, 'pattern') }
}
