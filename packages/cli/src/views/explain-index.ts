import { findingGroups, pages } from '@entitle/language'
import { rulePages } from '../generated/rule-pages.ts'
import { paragraph } from './explain-lines.ts'
import { json } from './json.ts'
import type { Paint } from './paint.ts'

/** Everything that can be explained, by declaration. */
export const indexText = (columns: number, paint: Paint): string => {
  const section = (title: string, names: readonly string[]) => [
    '',
    paint.bold(title),
    ...paragraph(names.join(', '), columns, paint),
  ]
  return `${[
    'entitle explain WORD explains one of these.',
    ...pages.flatMap(({ title, entries }) =>
      section(
        title,
        entries.map(entry => entry.title),
      ),
    ),
    ...section('Rules', Object.keys(rulePages)),
    ...findingGroups.flatMap(({ title, findings }) =>
      section(
        `Findings: ${title}`,
        findings.map(({ code }) => code),
      ),
    ),
  ].join('\n')}\n`
}

/** `entitle-explain/1`. */
export const indexJson = (): string =>
  json({
    format: 'entitle-explain/1',
    pages: pages.map(({ name, title, entries }) => ({ name, title, words: entries.map(entry => entry.title) })),
    rules: Object.keys(rulePages),
    findings: findingGroups.flatMap(({ findings }) => findings.map(({ code }) => code)),
  })
