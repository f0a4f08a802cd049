import { describe, expect, it } from 'vitest'
import type { Ref, Tenant, TenantObject } from '../../src/model/tenant.ts'
import { addressOf } from '../../src/model/tenant.ts'
import { bind, resolveDirectory } from '../../src/read/directory.ts'
import { answering, list } from '../worlds/answering.ts'
import { user } from '../worlds/tenants.ts'

const policyWith = (allowedTargetScope: string): TenantObject => ({
  kind: 'assignment-policy',
  name: 'P',
  address: addressOf('assignment-policy', 'P', 'catalog/C/access-package/A'),
  parent: 'catalog/C/access-package/A',
  properties: { allowedTargetScope },
})
const assigned = (policy: TenantObject, target: Ref): TenantObject => ({
  kind: 'assignment',
  name: target.name,
  address: addressOf('assignment', target.name, policy.address),
  parent: policy.address,
  properties: { target },
})
const external = policyWith('allExternalUsers')
const kim = user('Kim@fabrikam.com')
const byName = (...names: string[]) =>
  `/users?$filter=userPrincipalName in (${names.map(name => `'${name}'`).join(',')})&$select=id,userPrincipalName`
const byMail = (...names: string[]) =>
  `/users?$filter=mail in (${names.map(name => `'${name}'`).join(',')})&$select=id,mail`
const organization = '/organization?$select=verifiedDomains'
const contoso = list({ verifiedDomains: [{ name: 'contoso.com' }, { name: 'Contoso.onmicrosoft.com' }] })

const look = async (answers: Parameters<typeof answering>[0], ...objects: TenantObject[]) => {
  const desired: Tenant = { objects }
  const { directory, findings } = await resolveDirectory(answering(answers), desired)
  const bound = bind(desired, directory).objects.flatMap(({ properties }) => properties.target ?? [])
  return { bound, told: findings.map(({ rule, severity }) => `${severity} ${rule}`) }
}

describe('people of other organizations', () => {
  it('are found by e-mail where they are guests already', async () => {
    const answers = {
      [byName('Kim@fabrikam.com')]: list(),
      [byMail('Kim@fabrikam.com')]: list({ id: 'k', mail: 'kim@Fabrikam.com' }),
    }
    const { bound, told } = await look(answers, external, assigned(external, kim))
    expect(bound).toEqual([{ ...kim, id: 'k' }])
    expect(told).toEqual([])
  })

  it('are invited where nobody has the address, and the plan says so', async () => {
    const answers = {
      [byName('Kim@fabrikam.com')]: list(),
      [byMail('Kim@fabrikam.com')]: list(),
      [organization]: contoso,
    }
    const { bound, told } = await look(answers, external, assigned(external, kim))
    expect(bound).toEqual([{ ...kim, invited: true }])
    expect(told).toEqual(['info new-guest'])
  })

  it('are a question where two have the address', async () => {
    const answers = {
      [byName('Kim@fabrikam.com')]: list(),
      [byMail('Kim@fabrikam.com')]: list({ id: 'a', mail: 'kim@fabrikam.com' }, { id: 'b', mail: 'kim@fabrikam.com' }),
    }
    expect((await look(answers, external, assigned(external, kim))).told).toEqual(['error ambiguous-name'])
  })

  it.each(['Kim@CONTOSO.com', 'kim@contoso.onmicrosoft.com'])('are not of the tenant: %s', async name => {
    const answers = { [byName(name)]: list(), [byMail(name)]: list(), [organization]: contoso }
    expect((await look(answers, external, assigned(external, user(name)))).told).toEqual(['error not-in-directory'])
  })

  it.each(['notSpecified', 'allMemberUsers', 'specificDirectoryUsers'])('are not looked for under %s', async scope => {
    const policy = policyWith(scope)
    const { told } = await look({ [byName('Kim@fabrikam.com')]: list() }, policy, assigned(policy, kim))
    expect(told).toEqual(['error not-in-directory'])
  })

  it('are not invited where they are needed elsewhere, too', async () => {
    const approver: TenantObject = { ...external, name: 'Q', properties: { approver: kim } }
    const answers = { [byName('Kim@fabrikam.com')]: list(), [byMail('Kim@fabrikam.com')]: list() }
    expect((await look(answers, external, approver, assigned(external, kim))).told).toEqual(['error not-in-directory'])
  })

  it.each([
    ['the domains of the tenant', { [byMail('Kim@fabrikam.com')]: list() }],
    ['addresses', {}],
  ])('are not invited where %s cannot be read', async (_what, answers) => {
    const all = { [byName('Kim@fabrikam.com')]: list(), ...answers }
    expect((await look(all, external, assigned(external, kim))).told).toEqual(['error not-in-directory'])
  })

  it('have an address, not a name', async () => {
    const named = user('Kim')
    const { told } = await look({ [byName('Kim')]: list() }, external, assigned(external, named))
    expect(told).toEqual(['error not-in-directory'])
  })
})
