import { describe, expect, it } from 'vitest'
import { CompletionItemKind } from 'vscode-languageserver'
import { mostNames } from '../../src/lsp/name-completion.ts'
import { openWorkbench, provided } from './workbench.ts'

const many = mostNames + 200
const groups = Array.from({ length: many }, (_, n) => `group team-${n} "Team ${n}"`)
const directory = [...groups, 'group zulu "Zulu"', 'group Tango "Tango"'].join('\n')

const complete = async (text: string) => {
  const bench = await openWorkbench({ 'directory.entitle': directory, 'a.entitle': text })
  const { document, params } = bench.cursor
  const list = await provided(bench.services.lsp.CompletionProvider).getCompletion(document, params)
  expect(bench.log).toEqual([])
  const names = (list?.items ?? []).filter(({ kind }) => kind === CompletionItemKind.Reference)
  return { labels: names.map(({ label }) => label), incomplete: list?.isIncomplete }
}
const granting = (typed: string) => `catalog c "C" { resources zulu package p "P" { grants "Member" of ${typed}<|> } }`

describe('more names than anybody reads', () => {
  it('are cut off with nothing typed, those of the catalog around first', async () => {
    const { labels, incomplete } = await complete(granting(''))
    expect(labels.filter(label => label.startsWith('team-')).length).toBe(mostNames - 1)
    expect(labels[0]).toBe('zulu')
    expect(incomplete).toBe(true)
  })

  it('are all there where they begin with what is typed', async () => {
    const { labels, incomplete } = await complete(granting('team'))
    expect(labels.length).toBe(many)
    expect(incomplete).toBe(true)
  })

  it('are found by a few letters in their order, in any case', async () => {
    expect((await complete(granting('zl'))).labels).toEqual(['zulu'])
    expect((await complete(granting('ta'))).labels.slice(0, 1)).toEqual(['Tango'])
    expect((await complete(granting('TEAM-1199'))).labels).toContain('team-1199')
  })

  it('are all offered while there are not too many', async () => {
    const bench = await openWorkbench({ 'a.entitle': `${groups.slice(0, 30).join('\n')}\n${granting('zz')}` })
    const { document, params } = bench.cursor
    const list = await provided(bench.services.lsp.CompletionProvider).getCompletion(document, params)
    expect(list?.items.filter(({ label }) => label.startsWith('team-')).length).toBe(30)
    expect(list?.isIncomplete).toBe(false)
  })
})

describe('closed blocks before the cursor', () => {
  const offered = async (before: string) => {
    const bench = await openWorkbench({ 'a.entitle': `catalog c "C" {\n${before}\n<|>\n}` })
    const { document, params } = bench.cursor
    const list = await provided(bench.services.lsp.CompletionProvider).getCompletion(document, params)
    return (list?.items ?? [])
      .map(({ label }) => label)
      .filter(label => label === 'unpublished' || label === 'owners …')
  }

  it('say nothing about what goes on behind them, whatever they say and however broken', async () => {
    const expected = await offered('')
    expect(expected).toContain('unpublished')
    for (const before of [
      'package p "P" { }',
      'package p "P" { policy a "A" { approval { stage by manager { within 3 days } } } hidden }',
      'package p "P" { policy a "A" { nonsense } more nonsense { } }',
      'package p "P" { description "}" }',
      'package p "P" { // }\n }',
    ])
      expect(await offered(before)).toEqual(expected)
  })

  it('leave what is open as it is', async () => {
    expect(await offered('package p "P" { policy a "A" { never expires }')).not.toContain('unpublished')
  })
})
