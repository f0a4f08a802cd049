import { describe, expect, it } from 'vitest'
import { asking } from './harness.ts'

const { speaking, silent, fixed } = asking('guest-review-outcome')

const review = (lines: readonly string[], scope = 'guests in all groups', name = 'guests') => ({
  '/main.entitle': [
    `review ${name} "Guests" {`,
    `  of ${scope}`,
    '  recurs quarterly',
    '  reviewers group owners',
    ...lines.map(line => `  ${line}`),
    '}',
    '',
  ].join('\n'),
})
const remove = 'if no response remove access'

describe('guest-review-outcome speaks', () => {
  it('where access is kept when nobody answers', async () => {
    const [finding] = await speaking(review(['«if no response keep access»']))
    expect(finding.severity).toBe('warning')
    expect(finding.message).toBe(
      'Review "Guests" lets guests keep their access when no reviewer answers. Write `if no response remove access`.',
    )
  })

  it('where nothing is said, which keeps it too', async () => {
    const [finding] = await speaking(review([], undefined, '«guests»'))
    expect(finding.message).toContain("doesn't say what happens when no reviewer answers")
  })

  it('where decisions wait for somebody', async () => {
    const [finding] = await speaking(review([remove, '«apply decisions manually»'], 'everyone in group "Alpine"'))
    expect(finding.message).toBe(
      'What review "Guests" decides on guests takes effect only when somebody carries it out. Write `apply decisions automatically`.',
    )
  })

  it('of both at once', async () => {
    await speaking(review(['«if no response keep access»', '«apply decisions manually»']))
  })

  it('as an error in cis', async () => {
    const source = review(['«if no response keep access»'])
    const [finding] = await speaking({ ...source, '/standard.entitle': 'standard s extends cis\n' })
    expect(finding.severity).toBe('error')
  })
})

describe('guest-review-outcome is silent', () => {
  it.each([[[remove]], [[remove, 'apply decisions automatically']], [['if no response follow recommendation']]])(
    'on %j',
    async lines => {
      await silent(review(lines))
    },
  )

  it('on reviews of members', async () => {
    await silent(review(['if no response keep access', 'apply decisions manually'], 'members in all groups'))
    await silent(review([], 'members in group "Alpine"'))
  })

  it('where it is waived and so a note', async () => {
    await silent({
      ...review(['if no response keep access']),
      '/standard.entitle': 'standard s extends recommended { rule guest-review-outcome off }\n',
    })
  })
})

describe('guest-review-outcome repairs', () => {
  it('by removing access', async () => {
    expect(await fixed(review(['if no response keep access']), `Replace by "${remove}"`)).toContain(`  ${remove}\n`)
    expect(await fixed(review([]), `Add "${remove}"`)).toContain(`  reviewers group owners\n  ${remove}\n`)
  })

  it('by applying decisions', async () => {
    expect(
      await fixed(review([remove, 'apply decisions manually']), 'Replace by "apply decisions automatically"'),
    ).toContain('  apply decisions automatically\n')
  })
})
