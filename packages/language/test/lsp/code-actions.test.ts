import type { Finding } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import type { CodeAction } from 'vscode-languageserver'
import { combined } from '../../src/lsp/code-actions.ts'
import { diagnosticOf } from '../../src/lsp/diagnostics.ts'
import { apply, openWorkbench, provided, uriOf } from './workbench.ts'

const text = `catalog c "C" {
  package one "One" { hidden }
  package two "Two" {
    tags x
  }
}
`
const uri = uriOf('a.entitle')
const range = (line: number, from: number, to: number) => ({
  uri,
  start: { line, character: from },
  end: { line, character: to },
})
const finding = (line: number, rule = 'no-packages', more: Partial<Finding> = {}): Finding => ({
  rule,
  severity: 'warning',
  message: 'A package.',
  place: { kind: 'source', range: range(line, 2, 9) },
  fixes: [
    {
      title: `Call it a bundle in line ${line + 1}`,
      safe: true,
      edits: [{ range: range(line, 2, 9), text: 'bundle' }],
    },
  ],
  ...more,
})
const everywhere = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }

const actions = async (findings: readonly Finding[], only?: string[], where = everywhere) => {
  const bench = await openWorkbench(
    { 'a.entitle': text },
    {
      rules: () => ({ findings, said: [], used: [], waivers: [] }),
      book: { names: ['no-packages'], describe: () => undefined },
    },
  )
  const document = bench.document('a.entitle')
  const found = (await provided(bench.services.lsp.CodeActionProvider).getCodeActions(document, {
    textDocument: { uri },
    range: where,
    context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
  })) as CodeAction[]
  const mine = found.filter(
    ({ diagnostics }) =>
      diagnostics === undefined || diagnostics.some(({ code }) => findings.some(({ rule }) => rule === code)),
  )
  return {
    found: mine,
    after: (title: string) => apply(document, mine.find(action => action.title === title)?.edit?.changes?.[uri] ?? []),
  }
}

describe('quick fixes', () => {
  it('are the finding’s own, the safe first one preferred', async () => {
    const unsafe = { title: 'Remove it', safe: false, edits: [{ range: range(1, 2, 30), text: '' }] }
    const { found, after } = await actions([
      finding(1, 'no-packages', { fixes: [...(finding(1).fixes ?? []), unsafe] }),
    ])
    expect(found.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Call it a bundle in line 2', true],
      ['Remove it', false],
      ['Waive no-packages here until 2027-02-20', undefined],
    ])
    expect(after('Call it a bundle in line 2')).toContain('  bundle one "One"')
  })

  it('only of findings in the range', async () => {
    const at = { start: { line: 2, character: 4 }, end: { line: 2, character: 4 } }
    const { found } = await actions([finding(1), finding(2)], undefined, at)
    expect(found.map(({ title }) => title)).toContain('Call it a bundle in line 3')
    expect(found.map(({ title }) => title)).not.toContain('Call it a bundle in line 2')
  })

  it('fix all of a rule at once', async () => {
    const { after } = await actions([finding(1), finding(2)])
    expect(after('Fix all no-packages in this file')).toContain('bundle one "One" { hidden }\n  bundle two')
  })
})

describe('fixing everything', () => {
  it('is offered to who asks for it', async () => {
    const { found, after } = await actions([finding(1), finding(2, 'other')], ['source.fixAll'])
    expect(found.map(({ title, kind }) => [title, kind])).toEqual([
      ['Fix everything that has a safe fix', 'source.fixAll.entitle'],
    ])
    expect(after('Fix everything that has a safe fix')).toContain('bundle two')
    expect((await actions([finding(1)])).found.some(({ kind }) => kind?.startsWith('source'))).toBe(false)
    expect((await actions([finding(1)], ['refactor'])).found).toEqual([])
    expect((await actions([finding(1)], ['quickfix'])).found.every(({ kind }) => kind === 'quickfix')).toBe(true)
  })

  it('leaves out what is not safe, waived, or in the way of another fix', () => {
    const unsafe = finding(1, 'a', { fixes: [{ title: 'x', safe: false, edits: [] }] })
    const waived = finding(1, 'b', { waived: { until: '2027-01-01', because: 'x' } })
    expect(
      combined([unsafe, waived, finding(1, 'c'), finding(1, 'd'), finding(2, 'e')]).map(({ title }) => title),
    ).toEqual(['Call it a bundle in line 2', 'Call it a bundle in line 3'])
  })
})

describe('waiving', () => {
  it('writes the waiver into the innermost element', async () => {
    const inline = await actions([finding(1)])
    expect(inline.after('Waive no-packages here until 2027-02-20')).toContain(
      'package one "One" { hidden waive no-packages until 2027-02-20 because "Say why, and who agreed" }',
    )
    const block = await actions([finding(2)])
    expect(block.after('Waive no-packages here until 2027-02-20')).toContain('    tags x\n    waive no-packages until')
  })

  it('is not offered for what is no rule, or waived already', async () => {
    const { found } = await actions([finding(1, 'syntax')])
    expect(found.some(({ title }) => title.startsWith('Waive'))).toBe(false)
    const waived = await actions([finding(1, 'no-packages', { waived: { until: '2027-01-01', because: 'x' } })])
    expect(waived.found.some(({ title }) => title.startsWith('Waive'))).toBe(false)
  })
})

describe('diagnostics', () => {
  it('lead to the page of their code', () => {
    const page = (rule: string) => diagnosticOf(finding(1, rule)).codeDescription?.href.split('/docs/')[1]
    expect(page('external-review')).toBe('rules/external-review.md')
    expect(page('unknown-name')).toBe('reference/findings.md#unknown-name')
    expect(page('a-rule-of-our-own')).toBe('reference/own-rules.md')
  })

  it('carry everything that a finding knows', () => {
    expect(
      diagnosticOf(
        finding(1, 'some-rule', {
          why: 'It matters.',
          help: 'Do this.',
          tags: ['unnecessary'],
          related: [
            { place: { kind: 'source', range: range(2, 0, 1) }, message: 'here' },
            { place: { kind: 'tenant', address: 'catalog/x' }, message: 'there' },
          ],
        }),
      ),
    ).toMatchObject({
      code: 'some-rule',
      severity: 2,
      source: 'entitle',
      message: 'A package.\nIt matters.\nDo this.',
      tags: [1],
      relatedInformation: [{ location: { uri, range: { start: { line: 2 } } }, message: 'here' }],
      codeDescription: {
        href: 'https://github.com/entitle/entitle/blob/main/docs/reference/own-rules.md',
      },
      data: { fixes: [{ safe: true }] },
    })
  })

  it('of a rule lead to its page', () => {
    expect(diagnosticOf(finding(1, 'external-review', {})).codeDescription?.href).toBe(
      'https://github.com/entitle/entitle/blob/main/docs/rules/external-review.md',
    )
  })

  it('that are waived are notes', () => {
    const found = diagnosticOf(
      finding(1, 'some-rule', { severity: 'error', waived: { until: '2027-03-31', because: 'Pilot' } }),
    )
    expect(found).toMatchObject({ severity: 3, message: 'A package.\nWaived until 2027-03-31: Pilot' })
  })
})
