import { describe, expect, it } from 'vitest'
import { asking } from './harness.ts'

const { speaking, silent, fixed } = asking('guest-review-justification')

const review = (lines: readonly string[], scope = 'guests in all groups') => ({
  '/main.entitle': [
    'review guests "Guests" {',
    `  of ${scope}`,
    '  recurs quarterly',
    '  reviewers group owners',
    '  if no response remove access',
    ...lines.map(line => `  ${line}`),
    '}',
    '',
  ].join('\n'),
})
const optional = 'justification optional'

describe('guest-review-justification speaks', () => {
  it('where reviewers need not say why', async () => {
    const [finding] = await speaking(review([`«${optional}»`]))
    expect(finding.severity).toBe('info')
    expect(finding.message).toBe(
      'Review "Guests" lets guests keep access without a reason. Write `justification required`.',
    )
  })

  it.each(['everyone in all groups', 'guests in app "CRM"'])('of %s', async scope => {
    await speaking(review([`«${optional}»`], scope))
  })

  it('as an error in cis', async () => {
    const [finding] = await speaking({ ...review([`«${optional}»`]), '/s.entitle': 'standard s extends cis\n' })
    expect(finding.severity).toBe('error')
  })
})

describe('guest-review-justification is silent', () => {
  it.each([[['justification required']], [[]]])('on %j, which asks for a reason', async lines => {
    await silent(review(lines))
  })

  it.each(['members in all groups', 'members in group "Alpine"'])('on %s', async scope => {
    await silent(review([optional], scope))
  })
})

describe('guest-review-justification repairs', () => {
  it('by asking for a reason', async () => {
    expect(await fixed(review([optional]), 'Replace by "justification required"')).toContain(
      '  justification required\n',
    )
  })
})
