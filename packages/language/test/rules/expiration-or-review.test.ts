import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('expiration-or-review')

const member = (...lines: string[]) => inPackage(policyOf(['requestable by any member', ...lines]))
const review = 'review annually { reviewers self }'
const add = 'Add "expires after 365 days"'

describe('expiration-or-review speaks', () => {
  it('where nothing is said', async () => {
    const [finding] = await speaking(inPackage(policyOf(['requestable by any member'], 'policy «staff» "Staff"')))
    expect(finding.message).toBe(
      'Policy "Staff" gives access that never ends and that nobody reviews. Let it expire, or have it reviewed.',
    )
    expect(finding.severity).toBe('error')
  })

  it('of access that never ends', async () => {
    await speaking(member('«never expires»'))
  })

  it('of a policy with no block, whom administrators assign', async () => {
    await speaking(inPackage('policy «admins» "Administrators"'))
  })

  it('once on a template', async () => {
    const [finding] = await speaking(
      inPackage(
        [
          policyOf(['requestable by any member'], 'policy one "One" from base'),
          policyOf(['requestable by anna'], 'policy two "Two" from base'),
          policyOf(['requestable by governance', review], 'policy three "Three" from base'),
        ],
        { before: 'policy template base {\n  «never expires»\n}\n' },
      ),
    )
    expect(finding.related).toHaveLength(2)
  })

  it('of an external policy where no other rule speaks of it', async () => {
    await speaking(
      `standard ours extends zero-trust\n\n${inPackage(policyOf(statements({ expiration: undefined, review: undefined }), 'policy «partners» "Partners"'))}`,
    )
  })
})

describe('expiration-or-review is silent', () => {
  it.each(['expires after 8 hours', 'expires after 3650 days', 'expires on 2030-01-01', review])(
    'on %s',
    async statement => {
      await silent(member(statement))
    },
  )

  it('on access that never ends and is reviewed', async () => {
    await silent(member('never expires', review))
  })

  it('on what a template says', async () => {
    await silent(
      inPackage(policyOf(['requestable by any member'], 'policy one "One" from base'), {
        before: `policy template base {\n  ${review}\n}\n`,
      }),
    )
  })

  it('on external policies, of which the external rules speak', async () => {
    await silent(inPackage(policyOf(statements({ expiration: undefined, review: undefined }))))
    await silent(
      `standard ours extends recommended { rule external-expiration off }\n\n${inPackage(policyOf(statements({ expiration: undefined, review: undefined })))}`,
    )
  })

  it('on automatic assignment, which ends when the rule stops to match', async () => {
    await silent(inPackage(policyOf(['assigned automatically where "user.department -eq \\"Sales\\""'])))
  })

  it('on external policies in zero-trust that end or are reviewed', async () => {
    await silent(`standard ours extends zero-trust\n\n${inPackage(policyOf(statements({ review: undefined })))}`)
    await silent(`standard ours extends zero-trust\n\n${inPackage(policyOf(statements({ expiration: undefined })))}`)
  })
})

describe('expiration-or-review repairs', () => {
  it('by letting access expire', async () => {
    expect(await fixed(member(), add)).toContain('      expires after 365 days\n')
    expect(await fixed(member('never expires'), 'Replace by "expires after 365 days"')).not.toContain('never')
  })

  it('by a review', async () => {
    expect(await fixed(member('never expires'), 'Add an annual review by partner-pms')).toContain(
      '      never expires\n      review annually {\n        open for 14 days\n',
    )
  })

  it('in a policy with no block', async () => {
    expect(await fixed(inPackage('policy admins "Administrators"'), add)).toContain(
      'policy admins "Administrators" {\n      expires after 365 days\n    }',
    )
  })

  it('with expiration alone where the catalog names nobody who would review', async () => {
    const [finding] = await speaking(
      inPackage('policy «admins» "Administrators"', { catalog: ['description "Nobody\'s"'] }),
    )
    expect(finding.fixes?.map(({ title }) => title)).toEqual([add])
  })

  it('a policy whose template never ends, by a review of its own', async () => {
    const source = inPackage('policy one "One" from base', { before: 'policy template base {\n  never expires\n}\n' })
    expect(await fixed(source, 'Add an annual review by partner-pms')).toContain('from base {\n      review annually {')
  })
})
