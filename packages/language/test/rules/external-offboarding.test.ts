import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('external-offboarding')

const rest = `organization fabrikam "Fabrikam" {
  domain "fabrikam.com"
  internal sponsors anna
}

user  anna         "anna@contoso.com"
user  kim          "kim@fabrikam.com"
group governance   "Identity Governance desk"
group partner-pms  "Partner programme managers"
`
const external = inPackage(policyOf(statements()))
const internal = inPackage(policyOf(['requestable by any member']))
const workspace = (tenant: string, main = external) => ({
  '/main.entitle': main,
  '/rest.entitle': rest,
  '/tenant.entitle': tenant,
})
const tenantOf = (...lines: string[]) =>
  ['tenant contoso "Contoso" {', '  domain "contoso.com"', ...lines.map(line => `  ${line}`), '}', ''].join('\n')
const safe = 'external user offboarding block sign-in, delete after 30 days'

describe('external-offboarding speaks', () => {
  it('where the tenant says nothing', async () => {
    const [finding] = await speaking(workspace('tenant «contoso» "Contoso" {\n  domain "contoso.com"\n}\n'))
    expect(finding.message).toBe(
      "Tenant contoso doesn't say what happens to a guest's account when the last access ends. Block it, then delete it.",
    )
    expect(finding.related?.[0]?.message).toBe('Policy "Partners" brings people from outside in.')
  })

  it('where it leaves the accounts', async () => {
    const [finding] = await speaking(workspace(tenantOf('«external user offboarding none»')))
    expect(finding.message).toContain('leaves the accounts of guests untouched')
  })

  it('of each tenant by itself', async () => {
    await speaking(workspace(`${tenantOf(safe)}\ntenant «test» "Test" {\n  domain "contosotest.onmicrosoft.com"\n}\n`))
  })

  it('of a tenant with no block, and where a listed guest may request', async () => {
    await speaking(workspace('tenant «contoso»\n', inPackage(policyOf(['requestable by kim']))))
  })
})

describe('external-offboarding is silent', () => {
  it('where guests are blocked, deleted or not', async () => {
    await silent(workspace(tenantOf(safe)))
    await silent(workspace(tenantOf('external user offboarding block sign-in')))
  })

  it('where nobody from outside gets in', async () => {
    await silent(workspace(tenantOf(), internal))
    await silent(workspace(tenantOf('external user offboarding none'), internal))
  })

  it('in a workspace without a tenant', async () => {
    await silent(workspace(''))
  })

  it('where it is off', async () => {
    await silent(workspace(`standard ours extends recommended { rule external-offboarding off }\n\n${tenantOf()}`))
  })
})

describe('external-offboarding repairs', () => {
  it('by adding the statement', async () => {
    expect(await fixed(workspace(tenantOf()), `Add "${safe}"`, '/tenant.entitle')).toBe(tenantOf(safe))
  })

  it('by writing the block', async () => {
    expect(await fixed(workspace('tenant contoso "Contoso"\n'), `Add "${safe}"`, '/tenant.entitle')).toBe(
      `tenant contoso "Contoso" {\n  ${safe}\n}\n`,
    )
  })

  it('by replacing what is said, which is for a person to decide', async () => {
    const source = workspace(tenantOf('«external user offboarding none»'))
    const [finding] = await speaking(source)
    expect(finding.fixes?.[0]?.safe).toBe(false)
    expect(await fixed(source, `Replace by "${safe}"`, '/tenant.entitle')).toBe(tenantOf(safe))
  })
})
