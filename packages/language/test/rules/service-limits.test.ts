import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf } from './harness.ts'

const { speaking, silent } = asking('service-limits')

const atMost = (...limits: string[]) =>
  `standard s extends recommended { rule service-limits warning ${limits.map(limit => `at most ${limit}`).join(' ')} }\n`
const tenant = 'tenant contoso "Contoso" { domain "contoso.com" }\n'
const marked = tenant.replace('contoso', '«contoso»')
const packages = (count: number) =>
  `catalog c "C" {\n${Array.from({ length: count }, (_, n) => `  package p${n} "P ${n}"`).join('\n')}\n}\n`
const alone = (text: string) => ({ '/main.entitle': text })

describe('service-limits speaks', () => {
  it('of a tenant near a limit, at it, and beyond', async () => {
    const [finding] = await speaking(alone(atMost('20 packages') + marked + packages(18)))
    expect(finding.message).toBe(
      'Tenant contoso would hold 18 packages, near the limit of 20. Ask Microsoft for more before you go on, or take out what nobody uses.',
    )
    expect(finding.severity).toBe('warning')
    expect(finding.help).toContain('at most 30000 packages')
    const [at] = await speaking(alone(atMost('18 packages') + marked + packages(18)))
    expect(at.message).toContain('18 packages, at the limit of 18.')
    const [beyond] = await speaking(alone(atMost('17 packages') + marked + packages(18)))
    expect(beyond.message).toContain('18 packages, beyond the limit of 17.')
  })

  it('once of several limits', async () => {
    const [finding] = await speaking(alone(atMost('1 package', '2 packages', '1 catalogs') + marked + packages(2)))
    expect(finding.message).toContain('2 packages, at the limit of 2, and 1 catalog, at the limit of 1.')
  })

  it('of organizations, workflows and assignments, in whichever file they are', async () => {
    const [finding] = await speaking({
      '/a.entitle': `${atMost('2 organizations', '1 workflows', '1 assignments', '1 policies')}${marked}`,
      '/b.entitle': 'organization a "A" { domain "a.com" }\norganization b "B" { domain "b.com" }\n',
      '/c.entitle':
        'catalog c "C" { workflow w "W" { } package p "P" { policy q "Q" } }\nassign user "a@b.c" to c.p using q\n',
    })
    expect(finding.message).toContain(
      '1 policy, at the limit of 1, and 2 organizations, at the limit of 2, and 1 workflow, at the limit of 1, and 1 assignment, at',
    )
  })

  it('of each tenant', async () => {
    const other = marked.replace('contoso', 'other').replace('«contoso»', '«other»')
    await speaking(alone(atMost('1 catalogs') + marked + other.replace('contoso.com', 'o.com') + packages(0)))
  })

  it('of a policy that names many organizations or requestors', async () => {
    const limits = atMost('2 organizations-per-policy', '3 requestors-per-policy')
    const [finding] = await speaking(
      limits + inPackage(policyOf(['«requestable by anna, kim, governance, alpine»', 'expires after 9 days'])),
    )
    expect(finding.message).toBe(
      'Policy "Partners" names 4 requestors, beyond the limit of 3. Name groups that hold them.',
    )
    const [second] = await speaking(limits + inPackage(policyOf(['«requestable by users from fabrikam, litware»'])))
    expect(second.message).toContain('names 2 organizations, at the limit of 2. Spread them over several policies.')
  })
})

describe('service-limits is silent', () => {
  it('where there is room', async () => {
    await silent(alone(atMost('20 packages') + tenant + packages(17)))
    await silent(alone(tenant + packages(30)))
  })

  it('where nothing is declared, however low the limit', async () => {
    await silent(alone(atMost('1 packages', '1 assignments') + tenant))
  })

  it('where there is no tenant', async () => {
    await silent(alone(atMost('1 packages') + packages(3)))
  })

  it('on limits that a standard does not name', async () => {
    await silent(alone(atMost('1 workflows') + tenant + packages(30)))
  })

  it('on policies with few requestors, or whole sorts of them', async () => {
    const limits = atMost('1 organizations-per-policy', '3 requestors-per-policy')
    await silent(limits + inPackage(policyOf(['requestable by anna, kim'])))
    await silent(limits + inPackage(policyOf(['requestable by any external user'])))
    await silent(limits + inPackage('policy none "None"'))
  })

  it('where it is off', async () => {
    await silent(alone(`standard s { rule service-limits off at most 1 packages }\n${tenant}${packages(3)}`))
  })
})
