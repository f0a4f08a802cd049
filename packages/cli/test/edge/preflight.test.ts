import { describe, expect, it } from 'vitest'
import { contoso, scopes } from './people-here.ts'

const tenant = 'tenant contoso "Contoso" { domain "contoso.com" }\ngroup desk "Desk"\n'

/** A catalog that its owners keep, with one resource and one package. */
const sources = (resource = 'Alpine', more = 'requestable by any member') => `${tenant}
group alpine "${resource}"
catalog partners "Partners" {
  resources alpine
  package staff "Staff" {
    grants "Member" of alpine
    policy all "Employees" {
      ${more}
      expires after 180 days
    }
  }
}
`

const carl = { person: 'carl@contoso.com', scopes }

describe('a deployment by whoever owns only the catalog', () => {
  it('works with what they own', async () => {
    await using at = await contoso(sources())
    await at.partners([await at.user('carl')])
    at.be(carl)
    const { code, writes } = await at.entitle('deploy', '--yes')
    expect(at.said.err).toBe('')
    expect(at.said.out).toContain('Checked: the tenant is as declared.')
    expect(code).toBe(0)
    expect(writes).toHaveLength(5)
  })

  it('works where a group of theirs owns it', async () => {
    await using at = await contoso(sources())
    await at.partners([await at.group('Owners')])
    at.be(carl)
    const { code, writes } = await at.entitle('deploy', '--yes')
    expect(at.said.out).toContain('Checked: the tenant is as declared.')
    expect(code).toBe(0)
    expect(writes).toHaveLength(5)
  })

  it('is refused before the first write where the resource is somebody else’s', async () => {
    await using at = await contoso(sources('Borealis'))
    await at.partners([await at.user('carl')])
    at.be(carl)
    const { code, writes } = await at.entitle('deploy', '--yes')
    expect(code).toBe(3)
    expect(writes).toEqual([])
    expect(at.said.out).toContain('✗ The account does not own the resource')
    expect(at.said.out).toContain('for resource Borealis')
    expect(at.said.out).toContain('do: Ask an owner of the resource to make you an owner, or to add it to the catalog.')
    expect(at.said.out).toContain('Refused: these steps cannot take effect, so nothing was changed.')
  })

  it('is refused before the first write where a policy assigns automatically', async () => {
    await using at = await contoso(sources('Alpine', 'assigned automatically where "user.department -eq \\"Sales\\""'))
    await at.partners([await at.user('carl')])
    at.be(carl)
    const { code, writes } = await at.entitle('deploy', '--yes', '--format', 'json')
    expect(code).toBe(3)
    expect(writes).toEqual([])
    const report = JSON.parse(at.said.out)
    expect(report.status).toBe('refused')
    expect(report.hindrances).toEqual([
      {
        topic: 'roles',
        state: 'problem',
        says: 'The account holds no role that may write policies that assign automatically',
        because: 'only Identity Governance Administrator may write a policy that assigns automatically',
        remedy: 'Ask for the role Identity Governance Administrator, or take an account that has it.',
        about: ['catalog/Partners/access-package/Staff/assignment-policy/Employees'],
      },
    ])
  })

  it('is refused where they own another catalog only', async () => {
    await using at = await contoso(sources().replaceAll('Partners', 'Others'))
    await at.partners([await at.user('carl')])
    at.be(carl)
    const { code, writes } = await at.entitle('deploy', '--yes')
    expect(code).toBe(3)
    expect(writes).toEqual([])
    expect(at.said.out).toContain('✗ The account holds no role that may create catalogs')
  })
})

describe('a deployment by others', () => {
  it('is refused before the first write for who may only read, in at most one request more', async () => {
    await using at = await contoso(sources())
    await at.partners([])
    at.be({ person: 'rita@contoso.com', scopes })
    const planned = await at.entitle('plan')
    const { code, writes, sent } = await at.entitle('deploy', '--yes')
    expect(code).toBe(3)
    expect(writes).toEqual([])
    expect(sent.length - planned.sent.length).toBe(1)
    expect(at.said.out).toContain('✗ The account holds no role that may write packages of the catalog')
    expect(at.said.out).toContain(
      'because it takes Catalog owner or Access package manager or Identity Governance Administrator',
    )
  })

  it('is refused by the claims alone where the token may only read', async () => {
    await using at = await contoso(sources())
    at.be({ person: 'greta@contoso.com', scopes: scopes.replace('ReadWrite', 'Read') })
    const planned = await at.entitle('plan')
    const { code, writes, sent } = await at.entitle('deploy', '--yes')
    expect(code).toBe(3)
    expect(writes).toEqual([])
    expect(sent).toHaveLength(planned.sent.length)
    expect(at.said.out).toContain('✗ The token does not carry EntitlementManagement.ReadWrite.All')
    expect(at.said.out.replaceAll(/\s+/g, ' ')).toContain(
      'do: Have an administrator of the tenant agree to it once at https://login.microsoftonline.com/',
    )
  })

  it('is refused where the token lacks the permission for reviews', async () => {
    await using at = await contoso(
      `${tenant}\nreview guests "Guests" { of guests in all groups recurs quarterly reviewers group owners }`,
    )
    at.be({ person: 'greta@contoso.com', scopes: `${scopes} AccessReview.Read.All` })
    const { code, writes } = await at.entitle('deploy', '--yes')
    expect(code).toBe(3)
    expect(writes).toEqual([])
    expect(at.said.out).toContain('✗ The token does not carry AccessReview.ReadWrite.All')
    expect(at.said.out).toContain('for review Guests')
  })

  it('works for an application that has no permission, only the catalog', async () => {
    await using at = await contoso(sources())
    await at.partners([await at.application('pipeline')], true)
    // Names of groups are looked up with a permission that opens nothing else.
    at.be({ application: 'pipeline', roles: 'GroupMember.Read.All' })
    const { code } = await at.entitle('deploy', '--yes')
    expect(at.said.err).toBe('')
    expect(at.said.out).toContain('Checked: the tenant is as declared.')
    expect(code).toBe(0)
  })

  it('is not refused for what can’t be determined: Graph has the last word', async () => {
    await using at = await contoso(sources('Borealis'))
    await at.partners([await at.user('carl')])
    // Nobody may ask what Carl owns, so Graph is asked to do it.
    at.sandbox.faults.add({ path: 'ownedObjects', batch: true, do: { kind: 'status', status: 403 } })
    at.be(carl)
    const { code, writes } = await at.entitle('deploy', '--yes')
    expect(at.said.out).not.toContain('Refused:')
    expect(writes).not.toEqual([])
    expect(code).toBe(4)
  })

  it('asks nothing where there is nothing to do', async () => {
    await using at = await contoso(sources())
    at.be({ person: 'admin@contoso.com', scopes: '.default' })
    expect((await at.entitle('deploy', '--yes')).code).toBe(0)
    const planned = await at.entitle('plan')
    const again = await at.entitle('deploy', '--yes')
    expect([planned.code, again.code]).toEqual([0, 0])
    expect(again.sent).toHaveLength(planned.sent.length)
  })
})

describe('a tenant without the licence', () => {
  it.each([
    ['P2', [], 'requestable by any member', 'no licence for entitlement management itself'],
    [
      'ID Governance',
      ['P2'],
      'assigned automatically where "user.department -eq \\"Sales\\""',
      'no licence for automatic assignment',
    ],
  ] as const)('%s is told so before the first write', async (_, licences, more, says) => {
    await using at = await contoso(sources('Alpine', more))
    at.sandbox.seed({ licences })
    at.be({ person: 'admin@contoso.com', scopes: '.default' })
    const { code, writes } = await at.entitle('deploy', '--yes')
    expect(code).toBe(3)
    expect(writes).toEqual([])
    expect(at.said.out).toContain(says)
  })

  it('is not asked about with a token that may not read licences', async () => {
    await using at = await contoso(sources())
    at.sandbox.seed({ licences: [] })
    at.be({ person: 'greta@contoso.com', scopes })
    const { code, sent } = await at.entitle('deploy', '--yes')
    expect(code).toBe(0)
    expect(JSON.stringify(sent)).not.toContain('subscribedSkus')
  })
})
