import type { Value } from '@entitle/graph'
import type { Question } from '../resolve/program.ts'

/** `questions`, in the order in which they are asked. https://learn.microsoft.com/graph/api/resources/accesspackagequestion */
export const questions = (asked: readonly Question[]): Value[] =>
  asked.map(question => {
    const { text, required, editable, translations } = question
    return {
      ...answerOf(question),
      text,
      isRequired: required,
      isAnswerEditable: editable,
      localizations: translations.map(translation => ({ languageCode: translation.language, text: translation.text })),
    }
  })

const answerOf = ({ answer }: Question): { readonly [key: string]: Value } =>
  answer.kind === 'choice'
    ? {
        '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion',
        isMultipleSelectionAllowed: answer.many,
        choices: answer.choices.map(text => ({ text })),
      }
    : {
        '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
        isSingleLineQuestion: answer.kind === 'short',
        regexPattern: answer.kind === 'short' ? (answer.pattern ?? null) : null,
      }
