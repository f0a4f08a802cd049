import type { Audit, OpenQuestion } from '@entitle/language'
import { objectOf } from './audit-words.ts'
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
export const openLines = ({ rules, unknown }: Audit, how: How): readonly string[] => {
  const { paint } = how
  const asked = rules.flatMap(({ rule, undetermined }) => undetermined.map(question => ({ rule, question })))
  const reasons = [...Map.groupBy(asked, ({ question }) => question.why)]
  const told = new Set(reasons.map(([why]) => why))
  const idle = unknown.filter(({ why }) => !told.has(why))
  return [
    ...(reasons.length === 0 ? [] : [paint.bold('Not determined')]),
    ...reasons.flatMap(([why, group]) => {
      const names = [...new Set(group.map(({ rule }) => rule))]
      return [
        ...objectLines(
          group.map(({ question }) => question),
          how,
        ),
        ...sentences(`${why} Not known for that: ${names.join(', ')}.`, how),
      ]
    }),
    ...(reasons.length === 0 ? [] : ['']),
    ...idleLines(idle, how),
  ]
}

const objectLines = (questions: readonly OpenQuestion[], { verbose, paint }: How): readonly string[] => {
  const names = [...new Set(questions.map(whatOf))]
  const shown = verbose ? names : names.slice(0, most)
  return [
    ...shown.map(name => `  ${paint.yellow('?')} ${printableText(name)}`),
    ...(shown.length === names.length
      ? []
      : [`    ${paint.dim(`and ${names.length - shown.length} more: --verbose shows them`)}`]),
  ]
}

const whatOf = ({ address, property }: OpenQuestion): string =>
  property === '' ? objectOf(address) : `${objectOf(address)}: ${property}`

const sentences = (text: string, { paint, columns }: How): readonly string[] =>
  wrapped(printableText(text), columns - 4).map(line => `    ${paint.dim(line)}`)

/** What the language can't say and no rule of the standard looks at. */
const idleLines = (idle: readonly OpenQuestion[], how: How): readonly string[] => {
  if (idle.length === 0) return []
  const { verbose, paint } = how
  const objects = counted(idle.length, 'detail')
  if (!verbose)
    return [
      paint.dim(
        `Not looked at: ${objects} of the tenant that no rule of this standard speaks of. --verbose lists what.`,
      ),
      '',
    ]
  return [
    paint.bold('Not looked at: no rule of this standard speaks of it'),
    ...[...Map.groupBy(idle, ({ why }) => why)].flatMap(([why, group]) => [
      ...objectLines(group, how),
      ...sentences(why, how),
    ]),
    '',
  ]
}
