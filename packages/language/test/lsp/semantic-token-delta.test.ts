import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver'
import { openWorkbench, provided } from './workbench.ts'

const text = readFileSync(path.join(import.meta.dirname, '../format/fixtures/partners.entitle'), 'utf8')

const open = async (source: string) => {
  const workbench = await openWorkbench({ 'a.entitle': source })
  const provider = provided(workbench.services.lsp.SemanticTokenProvider)
  const textDocument = { uri: workbench.document('a.entitle').uri.toString() }
  const full = async () => provider.semanticHighlight(workbench.document('a.entitle'), { textDocument })
  const delta = async (previousResultId: string) =>
    provider.semanticHighlightDelta(workbench.document('a.entitle'), { textDocument, previousResultId })
  return { workbench, full, delta }
}

/** What a client has after it applied the answer to a request for changes. */
const applied = (before: readonly number[], answer: SemanticTokens | SemanticTokensDelta): readonly number[] =>
  'data' in answer
    ? answer.data
    : answer.edits
        .toSorted((a, b) => b.start - a.start)
        .reduce<readonly number[]>(
          (data, { start, deleteCount, data: put = [] }) => data.toSpliced(start, deleteCount, ...put),
          before,
        )

const edits: readonly (readonly [string, (source: string) => string])[] = [
  ['nothing', source => source],
  ['a blank line in front', source => `\n${source}`],
  ['a declaration in front', source => `group first "First"\n${source}`],
  ['a declaration behind', source => `${source}group last "Last"\n`],
  ['a statement inside', source => source.replace(/\{\n/, '{\n  formerly "Before"\n')],
  ['a statement gone', source => source.replace(/\n *description[^\n]*/, '')],
  ['everything gone', () => ''],
  ['everything twice', source => source + source],
  ['a broken line', source => source.replace('catalog', 'catalogue')],
]

describe('changes of semantic tokens', () => {
  it.each(edits)('make the new tokens of the old ones: %s', async (_what, edit) => {
    const { workbench, full, delta } = await open(text)
    const before = await full()
    await workbench.change('a.entitle', edit(text))
    const answer = await delta(before.resultId ?? '')
    expect(answer).toHaveProperty('edits')
    const now = await full()
    expect(applied(before.data, answer)).toEqual(now.data)
    expect(answer.resultId).toBe(now.resultId)
  })

  it('are small for a small edit', async () => {
    const { workbench, full, delta } = await open(text)
    const before = await full()
    await workbench.change('a.entitle', text.replace('catalog ', 'catalog  '))
    const answer = await delta(before.resultId ?? '')
    const size = 'edits' in answer ? answer.edits.flatMap(({ data = [] }) => data).length : Number.POSITIVE_INFINITY
    expect(size).toBeLessThan(before.data.length / 10)
  })

  it('are all tokens for a client that has others', async () => {
    const { full, delta } = await open(text)
    expect(await delta('never told')).toHaveProperty('data')
    await full()
    expect(await delta('another')).toHaveProperty('data')
  })

  it('follow each other', async () => {
    const { workbench, full, delta } = await open('')
    let { data, resultId } = (await full()) as { data: readonly number[]; resultId?: string }
    for (let length = 0; length < text.length; length += 97) {
      await workbench.change('a.entitle', text.slice(0, length))
      const answer = await delta(resultId ?? '')
      data = applied(data, answer)
      resultId = answer.resultId ?? ''
    }
    expect(data).toEqual((await full()).data)
  })
})
