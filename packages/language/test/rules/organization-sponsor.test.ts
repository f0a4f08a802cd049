import { describe, expect, it } from 'vitest'
import { asking, findingsOf } from './harness.ts'

const { speaking, silent } = asking('organization-sponsor')

const organization = (statements: string, name = 'fabrikam') => ({
  '/main.entitle': `user anna "anna@contoso.com"\norganization ${name} "Fabrikam" {\n  domain "fabrikam.com"\n${statements}}\n`,
})

describe('organization-sponsor speaks', () => {
  it('of an organization with no sponsor', async () => {
    const [finding] = await speaking(organization('', '«fabrikam»'))
    expect(finding.severity).toBe('warning')
    expect(finding.message).toBe(
      'Organization "Fabrikam" has no internal sponsor. Add `internal sponsors` and who in your company answers for its people.',
    )
  })

  it('of one whose sponsors are all its own people', async () => {
    await speaking(organization('  external sponsors user "pm@fabrikam.com"\n', '«fabrikam»'))
  })

  it('of a proposed one', async () => {
    await speaking(organization('  state proposed\n', '«fabrikam»'))
  })

  it('as an error where the standard is strict', async () => {
    const { '/main.entitle': text } = organization('', '«fabrikam»')
    const [finding] = await speaking({ '/main.entitle': `${text}standard s extends strict\n` })
    expect(finding.severity).toBe('error')
  })
})

describe('organization-sponsor is silent', () => {
  it.each(['anna', 'user "kim@contoso.com"', 'group "Sponsors"', 'anna, group "Sponsors"'])(
    'where there is one: %s',
    async sponsors => {
      await silent(organization(`  internal sponsors ${sponsors}\n`))
    },
  )

  it('where there are both sorts', async () => {
    await silent(organization('  internal sponsors anna\n  external sponsors user "pm@fabrikam.com"\n'))
  })

  it('where a waiver in the organization excuses it', async () => {
    const waiver = '  waive organization-sponsor until 2027-03-31 because "Being named; GOV-7"\n'
    const found = await findingsOf('organization-sponsor', organization(waiver))
    expect(found.map(({ waived }) => waived?.until)).toEqual(['2027-03-31'])
  })

  it('where it is off', async () => {
    const { '/main.entitle': text } = organization('')
    await silent({ '/main.entitle': `${text}standard s extends recommended { rule organization-sponsor off }\n` })
  })
})
