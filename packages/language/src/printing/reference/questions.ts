import { type Page, resource } from './entry.ts'

const localized = resource('accessPackageLocalizedText')

export const questionsPage: Page = {
  name: 'questions',
  title: 'Questions to requestors',
  place: 'in a policy or policy template',
  frame: 'policy',
  intro: [
    'What people are asked when they request. Approvers see the answers. Questions are asked in the order in which they stand; a policy’s questions together replace its template’s.',
  ],
  entries: [
    {
      title: 'ask',
      types: ['Ask'],
      forms: [
        'ask "QUESTION" [required] [editable]',
        'ask "QUESTION" … matching "PATTERN"',
        'ask "QUESTION" … long answer',
        'ask "QUESTION" … choose "ANSWER", …',
        'ask "QUESTION" … choose many "ANSWER", …',
        'ask "QUESTION" … { in "LANGUAGE" "QUESTION" }',
      ],
      meaning: 'A question that requestors answer.',
      more: [
        'Without more, the answer is one line of text. `matching` holds it to a regular expression; `long answer` gives room for several lines; `choose` offers answers of which one is taken, `choose many` any number.',
        '`required`: a request needs an answer. `editable`: requestors may change their answer later.',
      ],
      default: 'nothing is asked; an answer is neither required nor editable',
      limits: ['`choose` offers at least two different answers.', 'Two questions of one policy differ in their text.'],
      graph: [
        'accessPackageAssignmentPolicy.questions',
        'accessPackageQuestion.isRequired',
        'accessPackageQuestion.isAnswerEditable',
        'accessPackageTextInputQuestion.regexPattern',
        'accessPackageTextInputQuestion.isSingleLineQuestion',
        'accessPackageMultipleChoiceQuestion.choices',
        'accessPackageMultipleChoiceQuestion.isMultipleSelectionAllowed',
      ],
      page: resource('accessPackageQuestion'),
      example: `ask "Which purchase order covers your work?" required matching "^PO-[0-9]{6}$"
ask "What will you work on?" editable long answer
ask "Where do you work from?" choose "On site", "Remote"
ask "What do you need?" choose many "Badge", "Locker", "Laptop"`,
      related: ['in'],
    },
    {
      title: 'in',
      place: 'in a question',
      types: ['Translation'],
      forms: ['in "LANGUAGE" "QUESTION"'],
      meaning: 'The question in another language.',
      more: [
        'The language is a tag such as `de` or `de-DE`; who reads another one sees the question as it stands behind `ask`.',
      ],
      default: 'no translation',
      graph: ['accessPackageQuestion.localizations', 'accessPackageLocalizedText.languageCode'],
      page: localized,
      example: `ask "Which purchase order covers your work?" required {
  in "de-DE" "Welche Bestellung deckt Ihre Arbeit?"
  in "fr-FR" "Quelle commande couvre votre travail ?"
}`,
    },
  ],
}
