import type { Diagnosis } from '@entitle/graph'
import { counted } from '../plan/summary.ts'

/** What was found of a tenant, and what it is called. */
export interface DoctorReport {
  readonly title: string
  readonly diagnoses: readonly Diagnosis[]
  /** What people call an object: `package Alpine in Partners`. */
  nameOf(address: string): string
}

/** A text, and on which of its lines (from 0) which finding is told. */
export interface DoctorText {
  readonly text: string
  readonly findings: readonly { readonly line: number; readonly diagnosis: Diagnosis }[]
}

const signs: { readonly [state in Diagnosis['state']]: string } = { ok: '✓', problem: '✗', 'not-determined': '?' }

/** `2 problems found, 1 thing not determined`. */
export const doctorSummary = (diagnoses: readonly Diagnosis[]): string => {
  const count = (state: Diagnosis['state']) => diagnoses.filter(each => each.state === state).length
  const problems = count('problem')
  const open = count('not-determined')
  const found = problems === 0 ? 'no problem found' : `${counted(problems, 'problem')} found`
  return open === 0 ? found : `${found}, ${counted(open, 'thing')} not determined`
}

/** What was found as Markdown, topic by topic. */
export const doctorText = ({ title, diagnoses, nameOf }: DoctorReport): DoctorText => {
  const summary = doctorSummary(diagnoses)
  const lines = [`# Check of ${plain(title)}`, '', `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`]
  const findings: DoctorText['findings'][number][] = []
  for (const [topic, found] of Map.groupBy(diagnoses, each => each.topic)) {
    lines.push('', `## ${topic.charAt(0).toUpperCase()}${topic.slice(1)}`, '')
    for (const diagnosis of found) {
      findings.push({ line: lines.length, diagnosis })
      lines.push(...linesOf(diagnosis, nameOf))
    }
  }
  return { text: `${lines.join('\n')}\n`, findings }
}

const linesOf = (
  { state, says, because, remedy, about = [] }: Diagnosis,
  nameOf: DoctorReport['nameOf'],
): readonly string[] => {
  const [first = '', ...rest] = says.split('\n')
  const shown = about.slice(0, 3).map(address => plain(nameOf(address)))
  const more = about.length - shown.length
  const named = `${shown.join(', ')}${more === 0 ? '' : ` and ${more} more`}`
  return [
    `- ${signs[state]} ${state === 'problem' ? `**${first}**` : first}`,
    ...rest.filter(line => line.trim() !== '').map(line => `  - ${line.trim()}`),
    ...(about.length === 0 || state === 'ok' ? [] : [`  - For ${named}`]),
    ...(because === undefined ? [] : [`  - Because ${because}`]),
    ...(remedy === undefined ? [] : [`  - Do: ${remedy}`]),
  ]
}

/** A name in which Markdown sees nothing but a name. */
const plain = (name: string): string => name.replaceAll(/[\\`*_[\]<>#|]/g, '\\$&')
