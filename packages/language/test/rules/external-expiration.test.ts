import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('external-expiration')

const expiring = (expiration: string | undefined, tags?: string) =>
  inPackage(policyOf(statements({ expiration })), tags === undefined ? {} : { tags })
const atMost = (bound: string, expiration: string | undefined, where = '') =>
  `standard ours extends recommended { rule external-expiration error at most ${bound}${where} }\n\n${expiring(expiration, 'pilot')}`

describe('external-expiration speaks', () => {
  it('where nothing is said, on the policy', async () => {
    const [finding] = await speaking(
      inPackage(policyOf(statements({ expiration: undefined }), 'policy «partners» "Partners"')),
    )
    expect(finding.message).toBe(
      'Policy "Partners" doesn\'t say when access ends, so people from Fabrikam keep it for ever. Add an expiration.',
    )
    expect(finding.severity).toBe('error')
  })

  it('of access that never ends, and where the package is tagged multi-year too', async () => {
    const [finding] = await speaking(expiring('«never expires»'))
    expect(finding.message).toBe(
      'Policy "Partners" gives people from outside access that never ends. End it after at most 365 days.',
    )
    await speaking(expiring('«never expires»', 'multi-year'))
  })

  it('of access that lasts longer than the bound', async () => {
    const [finding] = await speaking(expiring('«expires after 366 days»'))
    expect(finding.message).toContain('access for 366 days; the standard allows at most 365 days.')
    await speaking(expiring('«expires after 53 weeks»'))
  })

  it('of an end date that is too far from today', async () => {
    await speaking(expiring('«expires on 2027-11-23»'))
  })

  it('of any user, since guests are among them', async () => {
    const [finding] = await speaking(
      inPackage(
        policyOf(
          statements({ requestable: 'requestable by any user', expiration: undefined }),
          'policy «all» "Everybody"',
        ),
      ),
    )
    expect(finding.message).toContain('so members and guests keep it for ever')
  })

  it.each(['any connected organization', 'any external user'])('of %s', async who => {
    await speaking(
      inPackage(
        policyOf(statements({ requestable: `requestable by ${who}`, expiration: undefined }), 'policy «all» "All"'),
      ),
    )
  })

  it('of a guest on the list of requestors', async () => {
    const [finding] = await speaking(
      inPackage(
        policyOf(statements({ requestable: 'requestable by kim', expiration: undefined }), 'policy «one» "One"'),
      ),
    )
    expect(finding.message).toContain('so kim@fabrikam.com keep it')
    await speaking(
      inPackage(
        policyOf(
          statements({ requestable: 'requestable by user "jo_a.example#EXT#@contoso.com"', expiration: undefined }),
          'policy «one» "One"',
        ),
      ),
    )
  })

  it('of a bound in days, weeks and hours', async () => {
    await speaking(atMost('180 days', '«expires after 181 days»'))
    await speaking(atMost('2 weeks', '«expires after 15 days»'))
    const [finding] = await speaking(atMost('8 hours', '«expires after 9 hours»'))
    expect(finding.message).toContain('access for 9 hours; the standard allows at most 8 hours.')
  })

  it('of a bound for the tag of the package', async () => {
    await speaking(atMost('30 days', '«expires after 31 days»', ' where tag pilot'))
  })

  it('once on a template, and names the policies that it reaches', async () => {
    const [finding, ...more] = await speaking(
      inPackage(
        [
          policyOf(statements({ expiration: undefined }), 'policy one "One" from base'),
          policyOf(statements({ expiration: undefined }), 'policy two "Two" from above'),
        ],
        {
          before:
            'policy template base {\n  «expires after 400 days»\n}\n\npolicy template above from base {\n  extension denied\n}\n',
        },
      ),
    )
    expect(more).toEqual([])
    expect(finding.message).toContain('Template base gives people from outside access for 400 days')
    expect(finding.related?.map(({ message }) => message)).toEqual([
      'This reaches policy "One" of package "Suppliers".',
      'This reaches policy "Two" of package "Suppliers".',
    ])
  })

  it('where the template says who may request and nobody says for how long', async () => {
    await speaking(
      inPackage(
        policyOf(statements({ requestable: undefined, expiration: undefined }), 'policy «one» "One" from base'),
        {
          before: 'policy template base {\n  requestable by any external user\n}\n',
        },
      ),
    )
  })

  it('of a policy with no block', async () => {
    await speaking(
      inPackage('policy «one» "One" from base', {
        before: 'policy template base {\n  requestable by any external user\n}\n',
      }),
    )
  })
})

describe('external-expiration is silent', () => {
  it.each(['expires after 365 days', 'expires after 52 weeks', 'expires after 8 hours', 'expires on 2027-11-22'])(
    'on %s',
    async expiration => {
      await silent(expiring(expiration))
    },
  )

  it('on an end date in the past, which another check speaks of', async () => {
    await silent(expiring('expires on 2026-01-01'))
  })

  it('on a package tagged multi-year', async () => {
    await silent(expiring('expires after 800 days', 'project, multi-year'))
    await silent(expiring('expires on 2031-01-01', 'multi-year'))
  })

  it.each(['any member', 'no one', 'anna', 'group "Sales"', 'any service principal', 'any agent identity'])(
    'on requestors from inside: %s',
    async who => {
      await silent(inPackage(policyOf(statements({ requestable: `requestable by ${who}`, expiration: undefined }))))
    },
  )

  it('on a policy with no block, which nobody may request', async () => {
    await silent(inPackage('policy admins "Administrators"'))
  })

  it('on a bound for packages with another tag', async () => {
    await silent(atMost('30 days', 'expires after 31 days', ' where tag compliance'))
  })

  it('on a bound that is kept to the day and hour', async () => {
    await silent(atMost('180 days', 'expires after 180 days'))
    await silent(atMost('8 hours', 'expires after 8 hours'))
  })

  it('where it is off, also for one tag', async () => {
    const off = (where: string) =>
      `standard ours extends recommended { rule external-expiration off${where} }\n\n${expiring('never expires', 'pilot')}`
    await silent(off(''))
    await silent(off(' where tag pilot, other'))
  })

  it('where a policy replaces what its template says', async () => {
    await silent(
      inPackage(policyOf(statements({ expiration: 'expires after 30 days' }), 'policy one "One" from base'), {
        before: 'policy template base {\n  never expires\n}\n',
      }),
    )
  })

  it('on a template that only policies for members use', async () => {
    await silent(
      inPackage(policyOf(['requestable by any member'], 'policy one "One" from base'), {
        before: 'policy template base {\n  never expires\n}\n',
      }),
    )
  })
})

describe('external-expiration repairs', () => {
  it('by adding a statement', async () => {
    expect(await fixed(expiring(undefined), 'Add "expires after 180 days"')).toContain(
      '\n      expires after 180 days\n    }',
    )
  })

  it('by replacing one', async () => {
    expect(await fixed(expiring('never expires'), 'Replace by "expires after 180 days"')).not.toContain('never')
  })

  it('in a policy with no block', async () => {
    const source = inPackage('policy one "One" from base', {
      before: 'policy template base {\n  requestable by any external user\n}\n',
    })
    expect(await fixed(source, 'Add "expires after 180 days"')).toContain(
      'policy one "One" from base {\n      expires after 180 days\n    }',
    )
  })

  it('in a block on one line', async () => {
    const source = inPackage('policy one "One" { requestable by any external user }')
    expect(await fixed(source, 'Add "expires after 180 days"')).toContain(
      '{ requestable by any external user expires after 180 days }',
    )
  })

  it('in a block on one line that gets too long', async () => {
    const source = inPackage(`policy one "${'O'.repeat(40)}" { requestable by any external user extension denied }`)
    expect(await fixed(source, 'Add "expires after 180 days"')).toContain(
      '{\n      requestable by any external user\n      extension denied\n      expires after 180 days\n    }',
    )
  })

  it.each([22, 23, 24, 25, 26, 27])('in a block on one line that is about to get too long, by %i', async length => {
    const name = 'O'.repeat(length)
    const source = inPackage(`policy one "${name}" { requestable by any external user extension denied }`)
    const lines = (await fixed(source, 'Add "expires after 180 days"')).split('\n')
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(120)
  })

  it('in an empty block whose template says who', async () => {
    const source = inPackage('policy one "One" from base {}', {
      before: 'policy template base {\n  requestable by any external user\n}\n',
    })
    expect(await fixed(source, 'Add "expires after 180 days"')).toContain('from base { expires after 180 days }')
  })

  it('behind a comment that ends the last line', async () => {
    const source = inPackage(policyOf([...statements({ expiration: undefined }), 'extension denied // for now']))
    expect(await fixed(source, 'Add "expires after 180 days"')).toContain(
      'extension denied // for now\n      expires after 180 days\n',
    )
  })

  it('down to the bound of the standard', async () => {
    expect(await fixed(atMost('90 days', 'never expires'), 'Replace by "expires after 90 days"')).toContain(
      'after 90 days',
    )
    expect(await fixed(atMost('8 hours', 'never expires'), 'Replace by "expires after 8 hours"')).toContain(
      'after 8 hours',
    )
    expect(await fixed(atMost('1 day', undefined), 'Add "expires after 1 day"')).toContain('after 1 day\n')
  })

  it('a template, which is for a person to decide', async () => {
    const source = inPackage(policyOf(statements({ expiration: undefined }), 'policy one "One" from base'), {
      before: 'policy template base {\n  «never expires»\n}\n',
    })
    const [finding] = await speaking(source)
    expect(finding.fixes?.map(({ safe }) => safe)).toEqual([false])
    await fixed(source, 'Replace by "expires after 180 days"')
  })
})
