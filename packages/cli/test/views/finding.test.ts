import type { Finding } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { excerpt } from '../../src/views/excerpt.ts'
import { type FindingContext, findingLines } from '../../src/views/finding.ts'
import { paintFor } from '../../src/views/paint.ts'

const text = 'catalog a "A" {\n  policy suppliers "Approved suppliers"\n}\n'
const range = (line: number, from: number, to: number, endLine = line) => ({
  uri: 'file:///c/partners.entitle',
  start: { line, character: from },
  end: { line: endLine, character: to },
})
const context: FindingContext = {
  paint: paintFor({ colour: false }),
  columns: 100,
  nameOf: uri => uri.replace('file:///c/', ''),
  textOf: () => text,
  hasPage: rule => rule === 'external-review',
}
const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: 'external-review',
  severity: 'error',
  message: 'nobody ever reviews it',
  place: { kind: 'source', range: range(1, 9, 18) },
  ...more,
})

describe('an excerpt', () => {
  it('is the line without its indent', () => {
    expect(excerpt(text, range(1, 9, 18))).toEqual({
      line: 'policy suppliers "Approved suppliers"',
      before: 7,
      length: 9,
    })
  })

  it('underlines to the end of the first line of a longer range', () => {
    expect(excerpt(text, range(1, 9, 1, 2))).toMatchObject({ before: 7, length: 30 })
  })

  it('underlines one column where the range is empty', () => {
    expect(excerpt(text, range(1, 9, 9))).toMatchObject({ length: 1 })
  })

  it('is none behind the end or on an empty line', () => {
    expect(excerpt(text, range(9, 0, 1))).toBeUndefined()
    expect(excerpt('a\n\nb', range(1, 0, 0))).toBeUndefined()
  })

  it('counts what is written out of control characters', () => {
    expect(excerpt('a\u0007 bc', range(0, 3, 5))).toEqual({ line: 'a\\u{7} bc', before: 7, length: 2 })
  })
})

describe('a finding', () => {
  it('shows its place, its line, and where to read on', () => {
    expect(findingLines(finding(), context)).toEqual([
      'partners.entitle:2:10  error  external-review',
      '  │ policy suppliers "Approved suppliers"',
      '  │        ━━━━━━━━━ nobody ever reviews it',
      '  › docs: rules/external-review',
    ])
  })

  it('puts a long message below the underline, broken at words', () => {
    const message = `${'people from Fabrikam and Litware may hold this access '.repeat(2)}and nobody ever reviews it`
    const lines = findingLines(finding({ message }), context)
    expect(lines[2]).toBe('  │        ━━━━━━━━━')
    expect(lines.slice(3, 5).every(line => line.startsWith('  │ ') && line.length <= 100)).toBe(true)
  })

  it('says why, what repairs it, and whether a fix is at hand', () => {
    const lines = findingLines(
      finding({
        why: 'Microsoft recommends it.',
        help: 'Add a review.',
        fixes: [{ title: 'Add a quarterly review', safe: true, edits: [] }],
      }),
      context,
    )
    expect(lines).toContain('  = Microsoft recommends it.')
    expect(lines).toContain('  + Add a review.')
    expect(lines).toContain('  + fix: add a quarterly review (entitle check --fix, or the light bulb)')
  })

  it('says how to take a fix that needs a look', () => {
    const lines = findingLines(finding({ fixes: [{ title: 'Split the policy', safe: false, edits: [] }] }), context)
    expect(lines).toContain('  + fix: split the policy (entitle check --fix-unsafe, or the light bulb)')
  })

  it('is a note where it is waived, with the day and the reason', () => {
    const lines = findingLines(finding({ waived: { until: '2027-03-31', because: 'Pilot' } }), context)
    expect(lines).toEqual(['partners.entitle:2:10  note  external-review', '  = waived until 2027-03-31: Pilot'])
  })

  it('names an object of a tenant by the way to it', () => {
    const lines = findingLines(
      finding({ rule: 'two-candidates', place: { kind: 'tenant', address: 'catalog/Partners/access-package/A' } }),
      context,
    )
    expect(lines).toEqual(['catalog Partners › package A  error  two-candidates', '  │ nobody ever reviews it'])
  })

  it('shows related places', () => {
    const related = [{ place: { kind: 'source', range: range(0, 8, 9) } as const, message: 'declared here too' }]
    expect(findingLines(finding({ related }), context)).toContain('  → partners.entitle:1:9  declared here too')
  })

  it('lets no message rewrite the terminal', () => {
    const lines = findingLines(finding({ message: 'x\u001b[2Jy' }), context)
    expect(lines.join('\n')).not.toContain('\u001b')
  })
})
