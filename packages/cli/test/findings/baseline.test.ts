import type { Finding } from '@entitle/graph'
import { openWorkspace } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { baselineOf, baselineText, beyond, readBaseline } from '../../src/findings/baseline.ts'
import type { KeySources } from '../../src/findings/finding-key.ts'

const policy = (name: string) =>
  `    policy ${name} "${name}" {\n      requestable by user "${name}@contoso.com"\n      never expires\n      approval not required\n    }\n`
const sources = (policies: readonly string[], before = '') =>
  `${before}catalog c "C" {\n  description "What it is for."\n  package p "P" {\n    description "What it is for."\n${policies.map(policy).join('')}  }\n}\n`

const checked = async (text: string): Promise<{ findings: readonly Finding[]; keys: KeySources }> => {
  const workspace = await openWorkspace({ files: { '/main.entitle': text }, today: '2026-11-22' })
  return {
    findings: workspace.check(),
    keys: {
      nameOf: uri => uri.replace(/^.*\//, ''),
      textOf: uri => workspace.text(uri),
      wayTo: place => workspace.wayTo(place),
    },
  }
}
const after = async (then: string, now: string) => {
  const first = await checked(then)
  const second = await checked(now)
  return beyond(second.findings, baselineOf(first.findings, first.keys), second.keys)
}

describe('a baseline', () => {
  it('knows what was there, also where lines moved', async () => {
    const { findings, known, gone } = await after(sources(['a', 'b']), sources(['a', 'b'], '// one more line\n\n'))
    expect(findings).toEqual([])
    expect(known).toBeGreaterThan(1)
    expect(gone).toBe(0)
  })

  it('tells what is new, and counts what is gone', async () => {
    const more = await after(sources(['a']), sources(['a', 'b']))
    expect(more.findings.map(({ rule }) => rule)).toContain('expiration-or-review')
    expect(more.findings.every(({ message }) => /\bb\b/.test(message))).toBe(true)
    expect((await after(sources(['a', 'b']), sources(['a']))).gone).toBe(more.findings.length)
  })

  it('counts equal findings', async () => {
    const { findings, keys } = await checked(sources(['a']))
    const twice = [...findings, ...findings]
    expect(beyond(twice, baselineOf(findings, keys), keys).findings).toHaveLength(findings.length)
    expect(beyond(twice, baselineOf(twice, keys), keys).findings).toEqual([])
  })

  it('knows rules only, and nothing that a waiver excuses', async () => {
    const broken = await checked('catalog c "C" { ownrs x }\n')
    expect(baselineOf(broken.findings, broken.keys).findings.map(({ rule }) => rule)).not.toContain('syntax')
    const waived: Finding[] = [
      {
        rule: 'external-review',
        severity: 'info',
        message: 'x',
        place: { kind: 'tenant', address: 'catalog/C' },
        waived: { until: '2027-01-01', because: 'x' },
      },
    ]
    expect(baselineOf(waived, broken.keys).findings).toEqual([])
  })

  it('knows the rules of a standard too', async () => {
    const own = 'standard s extends recommended {\n  deny hidden as nothing-hidden because "x"\n}\n'
    const hidden = own + sources(['a']).replace('package p "P" {\n', 'package p "P" {\n    hidden\n')
    const { findings, keys } = await checked(hidden)
    expect(baselineOf(findings, keys).findings.map(({ rule }) => rule)).toContain('nothing-hidden')
  })

  it('is read as it was written, and nothing else is', async () => {
    const { findings, keys } = await checked(sources(['a', 'b']))
    const baseline = baselineOf(findings, keys)
    expect(readBaseline(baselineText(baseline))).toEqual(baseline)
    const wrong = [
      '',
      '{}',
      '[]',
      'null',
      '{"format":"entitle-baseline/2","findings":[]}',
      '{"format":"entitle-baseline/1"}',
      '{"format":"entitle-baseline/1","findings":[{"rule":"a"}]}',
      '{"format":"entitle-baseline/1","findings":[{"rule":"a","file":"b","count":0}]}',
      '{"format":"entitle-baseline/1","findings":[{"rule":"a","file":"b","count":1,"in":2}]}',
    ]
    for (const text of wrong) expect(readBaseline(text)).toBeUndefined()
  })
})
