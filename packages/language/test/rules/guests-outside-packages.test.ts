import { describe, expect, it } from 'vitest'
import { asking, directory, findingsOf, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('guests-outside-packages')

const external = inPackage(policyOf(statements()))
const marked = directory.replace('tenant contoso', 'tenant «contoso»')
const review = (scope: string, name = 'guests') =>
  `review ${name} "Guests" {\n  of ${scope}\n  recurs quarterly\n  reviewers anna\n  if no response remove access\n}\n`
const beside = (main: string, of = directory) => ({ '/directory.entitle': of, '/main.entitle': main })

describe('guests-outside-packages speaks', () => {
  it('where people from outside come in and nobody looks at what they may do elsewhere', async () => {
    const [finding] = await speaking(beside(external, marked))
    expect(finding.severity).toBe('info')
    expect(finding.message).toBe(
      'Tenant contoso has guests, and no review looks at what they may do outside packages. Add a review of guests.',
    )
    expect(finding.related?.[0]?.message).toBe('Policy "Partners" brings people from outside in.')
  })

  it('where a review looks at members only', async () => {
    await speaking(beside(`${external}\n${review('members in group "Alpine"')}`, marked))
  })

  it('where a review says nothing of whom', async () => {
    await speaking(
      beside(`${external}\n${review('guests in nothing').replace('  of guests in nothing\n', '')}`, marked),
    )
  })

  it('of each tenant', async () => {
    await speaking(beside(external, `${marked}\ntenant «other» "Other" { domain "other.com" }\n`))
  })
})

describe('guests-outside-packages is silent', () => {
  it.each([
    'guests in all groups',
    'everyone in all groups',
    'guests in group "Project Alpine"',
    'everyone in app "CRM"',
  ])('on a review of %s', async scope => {
    await silent(beside(`${external}\n${review(scope)}`))
  })

  it('where nobody comes from outside', async () => {
    await silent(beside(inPackage(policyOf(['requestable by any member'], 'policy staff "Staff"'))))
    await silent(beside(''))
  })

  it('where no tenant is declared', async () => {
    const without = directory.slice(directory.indexOf('organization'))
    await silent(beside(external, without))
  })

  it('where it is waived', async () => {
    const waived = directory.replace(
      '  domain "contoso.com"',
      '  domain "contoso.com"\n  waive guests-outside-packages until 2027-03-31 because "Reviewed by hand; GOV-7"',
    )
    const found = await findingsOf('guests-outside-packages', beside(external, waived))
    expect(found.map(finding => finding.waived?.because)).toEqual(['Reviewed by hand; GOV-7'])
  })
})

describe('guests-outside-packages repairs', () => {
  const title = 'Add a quarterly review of guests by the owners of their groups'

  it('by a review behind the tenant', async () => {
    expect(await fixed(beside(external), title, '/directory.entitle')).toContain(
      `}

review guests "Guests in Microsoft 365 groups" {
  of guests in all groups
  recurs quarterly
  open for 14 days
  reviewers group owners, fallback governance
  if no response remove access
}

organization fabrikam`,
    )
  })

  it('by a name that is free', async () => {
    const other = review('members in group "Alpine"').replace('"Guests"', '"guests in Microsoft 365 groups"')
    expect(await fixed(beside(`${external}\n${other}`), title, '/directory.entitle')).toContain(
      'review guests-2 "Guests in Microsoft 365 groups 2" {',
    )
  })
})
