import { describe, expect, it } from 'vitest'
import { type ImportReport, importSummary, importText, leavesOpen } from '../../src/import/import-text.ts'

const report: ImportReport = {
  title: 'contoso.com',
  count: { read: 12, written: 12, listed: 0 },
  listed: [],
  parts: [],
  absent: [],
  waivers: [],
  errors: [],
  changed: [],
  fresh: [],
  unread: [],
  nameOf: address => `the ${address}`,
}

describe('what became of an import', () => {
  it.each([
    [[], [], 'the sources say it already'],
    [['a.entitle'], [], '1 file changed'],
    [['a.entitle', 'b.entitle'], ['c.entitle'], '2 files changed, 1 new file'],
    [[], ['c.entitle', 'd.entitle'], '2 new files'],
  ])('is %j changed and %j new: %s', (changed, fresh, summary) => {
    expect(importSummary({ changed, fresh })).toBe(summary)
  })

  it('is told with the count of what was read, and nothing that is empty', () => {
    expect(importText({ ...report, changed: ['a.entitle'] })).toBe(
      '# Import of contoso.com\n\n12 objects read = 12 in the sources + 0 listed; 1 file changed.\n\n## Changed\n\n- `a.entitle`\n',
    )
    expect(leavesOpen({ ...report, changed: ['a.entitle'] })).toBe(false)
  })

  it('names whatever the files don’t say, by the names that people know', () => {
    const part = { address: 'policy', path: 'questions/0', why: 'No word for it.' }
    const open: ImportReport = {
      ...report,
      listed: [{ address: 'a *b*', path: '', why: 'Not read whole.' }],
      parts: [
        { ...part, changes: true },
        { ...part, changes: false },
      ],
      absent: ['gone'],
      waivers: [{ rule: 'external-review', path: 'a.entitle', until: '2027-02-21' }],
      unread: ['Reviews can’t be read.'],
    }
    const text = importText(open)
    expect(leavesOpen(open)).toBe(true)
    for (const line of [
      '- the a \\*b\\*. Not read whole.',
      '- the policy: `questions/0`. No word for it.',
      '- the gone',
      '- external-review, in `a.entitle`, until 2027-02-21',
      '- Reviews can’t be read.',
    ])
      expect(text).toContain(line)
    expect(text.match(/^## /gm)).toHaveLength(6)
  })
})
