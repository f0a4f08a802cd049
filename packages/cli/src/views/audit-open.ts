import { type Audit, idleQuestions, type OpenQuestion, openReasons, questionOf } from '@entitle/language'
import { wrapped } from './columns.ts'
import { counted } from './counted.ts'
import type { Paint } from './paint.ts'
import { printableText } from './printable.ts'

interface How {
  readonly verbose: boolean
  readonly paint: Paint
  readonly columns: number
}

/** How many objects of one reason are shown without `--verbose`. */
const most = 8

/** What is not determined, by reason: of which objects, and which rules can't be told for that. */
export const openLines = (audit: Audit, how: How): readonly string[] => {
  const reasons = openReasons(audit)
  return [
    ...(reasons.length === 0 ? [] : [how.paint.bold('Not determined')]),
    ...reasons.flatMap(({ why, questions, rules }) => [
      ...objectLines(questions, how),
      ...sentences(`${why} Not known for that: ${rules.join(', ')}.`, how),
    ]),
    ...(reasons.length === 0 ? [] : ['']),
    ...idleLines(idleQuestions(audit), how),
  ]
}

const objectLines = (questions: readonly OpenQuestion[], { verbose, paint }: How): readonly string[] => {
  const names = [...new Set(questions.map(questionOf))]
  const shown = verbose ? names : names.slice(0, most)
  return [
    ...shown.map(name => `  ${paint.yellow('?')} ${printableText(name)}`),
    ...(shown.length === names.length
      ? []
      : [`    ${paint.dim(`and ${names.length - shown.length} more: --verbose shows them`)}`]),
  ]
}

const sentences = (text: string, { paint, columns }: How): readonly string[] =>
  wrapped(printableText(text), columns - 4).map(line => `    ${paint.dim(line)}`)

/** What the language can't say, or may not be read, and no rule of the standard looks at. */
const idleLines = (idle: readonly OpenQuestion[], how: How): readonly string[] => {
  if (idle.length === 0) return []
  const { verbose, paint } = how
  if (!verbose) {
    const details = counted(idle.length, 'detail')
    return [
      paint.dim(
        `Not looked at: ${details} of the tenant that no rule of this standard speaks of. --verbose lists what.`,
      ),
      '',
    ]
  }
  return [
    paint.bold('Not looked at: no rule of this standard speaks of it'),
    ...[...Map.groupBy(idle, ({ why }) => why)].flatMap(([why, group]) => [
      ...objectLines(group, how),
      ...sentences(why, how),
    ]),
    '',
  ]
}
