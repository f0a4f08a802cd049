import { expect, it } from 'vitest'
import { accessPackage, catalog, group, live, policy, user } from '../printing/source/live.ts'
import { audited, factsOf, notReadable, readOf, ruleIn } from './audited.ts'

const organization = live('connected-organization', 'Fabrikam', { displayName: 'Fabrikam', identitySources: [] })
const sponsor = live('sponsor', 'internal Desk', { relation: 'internal', principal: group('Desk') }, organization)
const resource = live(
  'catalog-resource',
  'Project Alpine',
  { originSystem: 'AadGroup', resource: group('Project Alpine') },
  catalog,
)
const single = (name: string) => ({ '@odata.type': '#microsoft.graph.singleUser', userId: user(name) })
const staff = policy({
  allowedTargetScope: 'specificDirectoryUsers',
  specificAllowedTargets: [single('ada@contoso.com'), single('bob@contoso.com')],
  requestApprovalSettings: {
    isApprovalRequiredForAdd: true,
    isApprovalRequiredForUpdate: false,
    isRequestorJustificationRequired: false,
    stages: [{ durationBeforeAutomaticDenial: 'P3D', primaryApprovers: [single('eve@contoso.com')] }],
  },
})
const read = readOf([organization, sponsor, catalog, resource, accessPackage, staff])
const gone = (...names: readonly string[]) => ({
  facts: factsOf({ gone: { known: names.map(name => `id of ${name}`.toLowerCase()) } }),
})
const rules = ['gone-decider', 'gone-requestors', 'gone-resource', 'gone-sponsor']

it('passes where everything that the tenant names is there', async () => {
  const audit = await audited(read, gone())
  expect(rules.map(rule => ruleIn(audit, rule).verdict)).toEqual(['pass', 'pass', 'pass', 'pass'])
})

it('tells of resources, deciders and sponsors that are gone', async () => {
  const audit = await audited(read, gone('Project Alpine', 'eve@contoso.com', 'Desk', 'ada@contoso.com'))
  const told = rules.map(rule => ruleIn(audit, rule).failures.map(({ address, message }) => [address, message]))
  expect(told).toEqual([
    [
      [
        staff.address,
        'The directory has no user eve@contoso.com any more, named here to approve requests. Name somebody else.',
      ],
    ],
    [],
    [
      [
        catalog.address,
        'The directory has no group Project Alpine any more, and it is a resource here. Remove the resource, or restore the object.',
      ],
    ],
    [[organization.address, 'The directory has no group Desk any more, a sponsor here. Name somebody else.']],
  ])
  expect(ruleIn(audit, 'gone-resource')).toMatchObject({ severity: 'warning', looked: 1, verdict: 'fail' })
})

it('tells of requestors once all of them are gone', async () => {
  const audit = await audited(read, gone('ada@contoso.com', 'bob@contoso.com'))
  expect(ruleIn(audit, 'gone-requestors').failures.map(({ address }) => address)).toEqual([staff.address])
})

it('is not determined where the directory can’t be asked, and left out where nobody asked it', async () => {
  const audit = await audited(read, { facts: factsOf({ gone: { finding: notReadable } }) })
  for (const rule of rules)
    expect(ruleIn(audit, rule)).toMatchObject({
      verdict: 'not determined',
      undetermined: [
        { address: '', why: 'It can’t be read: Microsoft Graph answers 403. Sign in with another account.' },
      ],
    })
  const { leftOut } = await audited(read)
  expect(leftOut).toContainEqual({ rule: 'gone-resource', why: 'The directory was not asked.' })
})

it('can tell what is gone whatever the language can say, but not of what can’t be read', async () => {
  const puzzling = policy({ ...staff.properties, allowedTargetScope: 'somethingNew' })
  const said = await audited(readOf([catalog, accessPackage, puzzling]), gone('eve@contoso.com'))
  expect(ruleIn(said, 'gone-decider').verdict).toBe('fail')
  const unread = [{ kind: 'assignment-policy' as const, finding: notReadable }]
  const part = await audited(readOf([catalog, accessPackage], unread), gone())
  expect(ruleIn(part, 'gone-decider').verdict).toBe('not determined')
  expect(ruleIn(part, 'gone-sponsor').verdict).toBe('pass')
})
