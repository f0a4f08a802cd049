import { hygiene, optionForm, rules } from '../../packages/language/src/rules/index.ts'

/** The tables of docs/rules/README.md, as the code has them. */
export const ruleTables = (): { readonly rules: string; readonly waivers: string } => ({
  rules: table([
    ['rule', 'finds', 'recommended', 'strict', 'option'],
    ...rules.map(rule => [
      link(rule.name),
      rule.finds,
      rule.severity.recommended,
      rule.severity.strict,
      optionCell(optionForm(rule)),
    ]),
  ]),
  waivers: table([
    ['finding', 'finds', 'recommended', 'strict'],
    ...Object.entries(hygiene).map(([name, { finds, severity }]) => [
      link(name),
      finds,
      severity.recommended,
      severity.strict,
    ]),
  ]),
})

/** A bar ends a cell unless a backslash stands before it. */
const optionCell = (form: string | undefined) => (form === undefined ? '–' : `\`${form.replaceAll('|', '\\|')}\``)

const link = (name: string) => `[${name}](${name}.md)`

const table = ([head = [], ...rows]: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n')
    .replaceAll('| --- |', '|---|')
    .replaceAll(' --- |', '---|')
