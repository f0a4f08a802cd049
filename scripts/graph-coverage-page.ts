import fs from 'node:fs'
import path from 'node:path'
import { type Cell, isCell } from './graph-coverage/cell.ts'
import { coverage } from './graph-coverage/coverage.ts'

// Writes docs/graph-coverage.md from the table in scripts/graph-coverage. `test/contract/graph-coverage.test.ts` holds the table to Microsoft's published
// schema and to what a deployment does; `test/meta/graph-coverage.test.ts` compares the page.

export const coverageFile = path.resolve(import.meta.dirname, '../docs/graph-coverage.md')

const outcome = (cell: Cell): string => {
  switch (cell.is) {
    case 'said':
      return `| ${cell.words} | set, changed and taken back: *${cell.trial}* |`
    case 'follows':
      return `| – | written: ${cell.words} |`
    case 'service':
      return `| – | read-only: ${cell.words} |`
    case 'kept':
      return `| – | not said, kept: ${cell.words} |`
  }
}

const section = (type: string, rows: readonly (readonly [string, Cell])[]): string =>
  [
    `### ${type}`,
    '',
    '| property | statement | |',
    '|---|---|---|',
    ...rows.map(([name, cell]) => `| \`${name}\` ${outcome(cell)}`),
  ].join('\n')

const rowsOf = (entry: (typeof coverage)[string]): readonly (readonly [string, Cell])[] =>
  isCell(entry) ? [['all', entry]] : Object.entries(entry)

/** The page of what Entitle does with each property of Microsoft Graph. */
export const coverageText = (): string => {
  const entries = Object.entries(coverage).map(([type, entry]) => ({ type, rows: rowsOf(entry) }))
  const count = (is: Cell['is']) => entries.flatMap(({ rows }) => rows).filter(([, cell]) => cell.is === is).length
  return `# What of Microsoft Graph the language says

Every property of the types of Microsoft Graph v1.0 that Entitle writes, and what becomes of it. This page is made from the table in
\`scripts/graph-coverage\`; a test holds that table to Microsoft's published schema, so that a new property is noticed, and tries every statement
against the sandbox: deployed, read back, changed, and taken out again, after which the tenant is as it was before.

- **${count('said')} properties have a statement**, and the trial's name is beside them.
- **${count('follows')} are written** as a consequence of something else.
- **${count('kept')} have no statement**: Entitle doesn't touch them. What the tenant has survives every update, also in objects that Graph
  only takes whole (policies, workflows and reviews are sent as they were read, with what is declared laid over them). So do properties that
  this page doesn't know.
- **${count('service')} are the service's own.**

${entries
  .filter(({ rows }) => rows.length > 0)
  .map(({ type, rows }) => section(type, rows))
  .join('\n\n')}
`
}

if (import.meta.main) {
  fs.writeFileSync(coverageFile, coverageText())
  console.log('docs/graph-coverage.md')
}
