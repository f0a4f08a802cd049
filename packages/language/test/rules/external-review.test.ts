import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('external-review')

const review = (frequency: string, openFor?: string) =>
  [
    `review ${frequency} {`,
    ...(openFor === undefined ? [] : [`  open for ${openFor}`]),
    '  reviewers partner-pms',
    '  if no response remove access',
    '}',
  ].join('\n')
const reviewed = (said: string | undefined, tags?: string) =>
  inPackage(policyOf(statements({ review: said })), tags === undefined ? {} : { tags })
const unreviewed = inPackage(policyOf(statements({ review: undefined }), 'policy «partners» "Partners"'))
const atLeast = (bound: string, source: string, where = '') =>
  `standard ours extends recommended { rule external-review error at least ${bound}${where} }\n\n${source}`

describe('external-review speaks', () => {
  it('where there is no review', async () => {
    const [finding] = await speaking(unreviewed)
    expect(finding.message).toBe(
      'Under policy "Partners" people from Fabrikam may hold this access, and nobody ever reviews it. Add a quarterly review.',
    )
  })

  it.each(['annually', 'biannually'])('of a review that comes round %s', async frequency => {
    const [finding] = await speaking(reviewed(review(`«${frequency}»`)))
    expect(finding.message).toContain(`reviewed ${frequency}; the standard asks for quarterly or more often`)
  })

  it('of a quarterly review where the standard asks for more', async () => {
    await speaking(atLeast('monthly', reviewed(review('«quarterly»'))))
    await speaking(atLeast('weekly', reviewed(review('«monthly»'))))
    await speaking(atLeast('monthly', reviewed(review('«quarterly»'), 'compliance'), ' where tag compliance'))
  })

  it('once on a template, with its policies', async () => {
    const [finding] = await speaking(
      inPackage(
        [
          policyOf(statements({ review: undefined }), 'policy one "One" from base'),
          policyOf(statements({ review: undefined }), 'policy two "Two" from base'),
        ],
        { before: 'policy template base {\n  review «annually» { reviewers partner-pms }\n}\n' },
      ),
    )
    expect(finding.message).toContain('Template base has access of people from outside reviewed annually')
    expect(finding.related).toHaveLength(2)
  })

  it('of a listed guest', async () => {
    await speaking(
      inPackage(policyOf(statements({ requestable: 'requestable by kim', review: undefined }), 'policy «kim» "Kim"')),
    )
  })

  it('with what to declare first, where the catalog names nobody', async () => {
    const [finding] = await speaking(
      inPackage(policyOf(statements({ review: undefined }), 'policy «partners» "Partners"'), {
        catalog: ['description "Nobody\'s"'],
      }),
    )
    expect(finding.fixes).toBeUndefined()
    expect(finding.help).toBe('Name package managers or owners of the catalog first; they are who should review.')
  })
})

describe('external-review is silent', () => {
  it.each(['quarterly', 'monthly', 'weekly'])('on a %s review', async frequency => {
    await silent(reviewed(review(frequency)))
  })

  it('on a rarer review where the standard allows that', async () => {
    await silent(atLeast('annually', reviewed(review('annually'))))
    await silent(atLeast('biannually', reviewed(review('biannually'))))
  })

  it('on a bound for another tag', async () => {
    await silent(atLeast('monthly', reviewed(review('quarterly'), 'project'), ' where tag compliance'))
  })

  it('on a policy for people from inside', async () => {
    await silent(inPackage(policyOf(['requestable by any member'])))
    await silent(inPackage(policyOf(['requestable by no one'])))
    await silent(inPackage('policy none "None"'))
  })

  it('on the review of a template', async () => {
    await silent(
      inPackage(policyOf(statements({ review: undefined }), 'policy one "One" from above'), {
        before: `policy template base {\n  ${review('monthly').replaceAll('\n', '\n  ')}\n}\n\npolicy template above from base {\n  extension denied\n}\n`,
      }),
    )
  })

  it('where it is off, and in zero-trust, which lets access end instead', async () => {
    await silent(`standard ours extends recommended { rule external-review off }\n\n${reviewed(undefined)}`)
    await silent(`standard ours extends zero-trust\n\n${reviewed(undefined)}`)
  })
})

describe('external-review repairs', () => {
  it('by adding a review by the package managers', async () => {
    expect(await fixed(unreviewed, 'Add a quarterly review by partner-pms')).toContain(
      [
        '      review quarterly {',
        '        open for 14 days',
        '        reviewers partner-pms',
        '        if no response remove access',
        '      }',
      ].join('\n'),
    )
  })

  it('by the owners where there are no package managers, also those written in place', async () => {
    const source = inPackage(policyOf(statements({ review: undefined })), {
      catalog: ['owners group "The \\"A\\" team"'],
    })
    expect(await fixed(source, 'Add a quarterly review by group "The \\"A\\" team"')).toContain(
      'reviewers group "The \\"A\\" team"\n',
    )
  })

  it('as often as the standard asks, over before the next one starts', async () => {
    expect(await fixed(atLeast('weekly', reviewed(undefined)), 'Add a weekly review by partner-pms')).toContain(
      'review weekly {\n        open for 3 days\n',
    )
    expect(await fixed(atLeast('monthly', reviewed(undefined)), 'Add a monthly review by partner-pms')).toContain(
      'review monthly {',
    )
  })

  it('by reviewing more often', async () => {
    expect(await fixed(reviewed(review('annually', '30 days')), 'Review quarterly')).toContain(
      'review quarterly {\n        open for 30 days\n',
    )
  })

  it('by closing a review earlier that would overlap the next', async () => {
    expect(await fixed(atLeast('weekly', reviewed(review('monthly', '14 days'))), 'Review weekly')).toContain(
      'review weekly {\n        open for 3 days\n',
    )
    expect(await fixed(reviewed(review('annually', '100 days')), 'Review quarterly')).toContain('open for 14 days\n')
  })

  it('in a block on one line, which then gets too long', async () => {
    const source = inPackage(
      'policy all "All" { requestable by any external user expires after 90 days extension denied }',
    )
    expect(await fixed(source, 'Add a quarterly review by partner-pms')).toContain(
      '      extension denied\n      review quarterly {\n        open for 14 days\n',
    )
  })

  it('in a policy with no block', async () => {
    const source = inPackage('policy one "One" from base', {
      before: 'policy template base {\n  requestable by any external user\n}\n',
    })
    expect(await fixed(source, 'Add a quarterly review by partner-pms')).toContain(
      'from base {\n      review quarterly {\n        open',
    )
  })
})
