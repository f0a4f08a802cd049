import { type Diagnosis, type TenantIdentity, type Terminal, type Topic, topics } from '@entitle/graph'
import { wrapped } from './columns.ts'
import { counted } from './counted.ts'
import { json } from './json.ts'
import { type Paint, paintFor } from './paint.ts'
import { printableText } from './printable.ts'
import { leafWords } from './step-words.ts'

/** What a doctor has found. */
export interface DoctorReport {
  readonly title: string
  readonly tenant: TenantIdentity
  /** Whether it was looked at what sources need. */
  readonly hasSources: boolean
  readonly diagnoses: readonly Diagnosis[]
}

const headings: { readonly [topic in Topic]: string } = {
  'sign-in': 'sign-in',
  permissions: 'permissions',
  roles: 'roles',
  resources: 'resources',
  licence: 'licences',
  limits: 'limits',
  clock: 'clock',
  network: 'network',
}

/** Topic by topic, a line for each thing looked at; causes and remedies below. */
export const doctorText = (
  { title, hasSources, diagnoses }: DoctorReport,
  terminal: Pick<Terminal, 'colour' | 'columns'>,
): string => {
  const paint = paintFor(terminal)
  const byTopic = topics.flatMap(topic => {
    const found = diagnoses.filter(each => each.topic === topic)
    return found.length === 0
      ? []
      : ['', paint.bold(headings[topic]), ...found.flatMap(each => diagnosisLines(each, terminal.columns, paint))]
  })
  const sources = hasSources
    ? ''
    : `  ${paint.dim('(no sources of this tenant here: what they need is not looked at)')}`
  return [`${paint.bold(printableText(title))}${sources}`, ...byTopic, '', endLine(diagnoses, paint), ''].join('\n')
}

/** One diagnosis; also how `deploy` tells what will be in its way. */
export const diagnosisLines = (
  { state, says, because, remedy, about = [] }: Diagnosis,
  columns: number,
  paint: Paint,
): readonly string[] => {
  const [first = '', ...rest] = wrapped(printableText(says), columns - 4)
  const more = (text: string) => wrapped(printableText(text), columns - 6).map(line => `    ${line}`)
  return [
    `  ${mark(state, paint)} ${first}`,
    ...rest.map(line => `    ${line}`),
    ...(about.length === 0 || state === 'ok' ? [] : more(`for ${named(about)}`)),
    ...(because === undefined ? [] : more(`because ${because}`)),
    ...(remedy === undefined ? [] : more(`do: ${remedy}`)),
  ]
}

/** What keeps a deployment from starting. */
export const hindranceText = (
  hindrances: readonly Diagnosis[],
  terminal: Pick<Terminal, 'colour' | 'columns'>,
): string => {
  const paint = paintFor(terminal)
  return [
    ...hindrances.flatMap(each => [
      ...diagnosisLines(each, terminal.columns + 2, paint).map(line => line.slice(2)),
      '',
    ]),
    `${paint.red('Refused:')} these steps cannot take effect, so nothing was changed. entitle doctor tells more.`,
    '',
  ].join('\n')
}

const mark = (state: Diagnosis['state'], { green, red, yellow }: Paint): string =>
  state === 'ok' ? green('✓') : state === 'problem' ? red('✗') : yellow('?')

/** The first of them by name, the rest counted. */
const named = (addresses: readonly string[]): string => {
  const shown = addresses.slice(0, 3).map(leafWords)
  const rest = addresses.length - shown.length
  return `${shown.join(', ')}${rest === 0 ? '' : ` and ${rest} more`}`
}

const endLine = (diagnoses: readonly Diagnosis[], { green, red }: Paint): string => {
  const count = (state: Diagnosis['state']) => diagnoses.filter(each => each.state === state).length
  const open = count('not-determined')
  const unknown = open === 0 ? '' : ` ${open} could not be determined.`
  const problems = count('problem')
  return problems === 0
    ? `${green('Well:')} no problem found.${unknown}`
    : `${red('Found:')} ${counted(problems, 'problem')}.${unknown}`
}

/** `entitle-doctor/1`. */
export const doctorJson = ({ tenant, hasSources, diagnoses }: DoctorReport): string =>
  json({
    format: 'entitle-doctor/1',
    tenant: {
      name: tenant.name,
      ...(tenant.id === undefined ? {} : { id: tenant.id }),
      ...(tenant.domain === undefined ? {} : { domain: tenant.domain }),
      cloud: tenant.cloud,
    },
    status: diagnoses.some(({ state }) => state === 'problem') ? 'problem' : 'ok',
    sources: hasSources,
    diagnoses,
  })
