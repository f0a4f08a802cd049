import type { Finding } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { propertyRange, rangeOf } from '../syntax/range.ts'
import { textLiteral } from '../syntax/text-value.ts'
import { type FileCheck, findingAt } from './check.ts'

/** Languages of a question that no one speaks, that come twice, or that say what the question says anyway. */
export const translations: FileCheck = ({ documents }) =>
  documents.flatMap(document => nodesOf(document, 'Ask').flatMap(inQuestion))

const inQuestion = (ask: ast.Ask): Finding[] => {
  const first = new Map<string, ast.Translation>()
  return ask.translations.flatMap((translation): Finding[] => {
    if (translation.language === undefined) return []
    const tag = canonical(translation.language)
    if (tag === undefined) return [noTag(translation, translation.language)]
    const before = first.get(tag)
    if (before !== undefined)
      return [
        findingAt(
          'repeated-translation',
          'error',
          rangeOf(translation),
          `This question is translated to "${tag}" already. Leave one of the translations out.`,
          {
            related: [{ place: { kind: 'source', range: rangeOf(before) }, message: 'It is translated here first.' }],
          },
        ),
      ]
    first.set(tag, translation)
    return ask.text !== undefined && translation.text?.trim() === ask.text.trim() && ask.text.trim() !== ''
      ? [
          findingAt(
            'translation-same-text',
            'hint',
            rangeOf(translation),
            'This translation says what the question says itself, which people see where a language is missing. Leave it out, or translate it.',
            { tags: ['unnecessary'] },
          ),
        ]
      : []
  })
}

/** The language tag as BCP 47 writes it, `de-DE`; undefined for what is none. https://www.rfc-editor.org/info/bcp47 */
const canonical = (tag: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

const noTag = (translation: ast.Translation, language: string): Finding => {
  const range = propertyRange(translation, 'language')
  const meant = canonical(language.trim().replaceAll('_', '-'))
  return findingAt(
    'language-tag',
    'error',
    range,
    `"${language}" is no language tag. Write the language and, where it matters, the country, as in "de" or "de-DE".`,
    meant === undefined
      ? {}
      : { fixes: [{ title: `Write "${meant}"`, safe: true, edits: [{ range, text: textLiteral(meant) }] }] },
  )
}
