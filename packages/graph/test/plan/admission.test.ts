import { expect, it } from 'vitest'
import type { Properties } from '../../src/model/tenant.ts'
import { admits } from '../../src/plan/admission.ts'
import type { PersonFacts } from '../../src/read/admission-facts.ts'
import { group, user } from '../worlds/tenants.ts'

const someone = (more: Partial<PersonFacts> = {}): PersonFacts => ({ id: 'u1', groups: new Set(), ...more })
const member = someone({ sort: 'member' })
const guest = someone({ sort: 'guest' })
const app = someone({ sort: 'application' })
const unknown = someone()
const scope = (allowedTargetScope: string, ...specificAllowedTargets: Properties[]): Properties => ({
  allowedTargetScope,
  specificAllowedTargets,
})
const people = scope('specificDirectoryUsers', { userId: user('anna', 'U1') }, { groupId: group('g', 'G1') })
const partners = scope('specificConnectedOrganizationUsers', {
  connectedOrganizationId: { $ref: 'connected-organization', name: 'Fabrikam', id: 'O1' },
})

it.each<readonly [string, Properties, PersonFacts, 'yes' | 'no' | 'unknown']>([
  ['direct assignments only take everybody', scope('notSpecified'), unknown, 'yes'],
  ['members', scope('allMemberUsers'), member, 'yes'],
  ['no guest among members', scope('allMemberUsers'), guest, 'no'],
  ['nobody knows', scope('allMemberUsers'), unknown, 'unknown'],
  ['guests of the directory', scope('allDirectoryUsers'), guest, 'yes'],
  ['an application is no user', scope('allDirectoryUsers'), app, 'no'],
  ['applications', scope('allDirectoryServicePrincipals'), app, 'yes'],
  ['a named person', people, unknown, 'yes'],
  ['a member of a named group', people, someone({ id: 'u2', groups: new Set(['g1']) }), 'yes'],
  ['somebody else', people, someone({ id: 'u2', groups: new Set(['g2']) }), 'no'],
  ['a rule that only Graph can read', scope('specificDirectoryUsers', { membershipRule: 'x' }), member, 'unknown'],
  ['a group without an id', scope('specificDirectoryUsers', { groupId: group('g') }), member, 'unknown'],
  ['any guest', scope('allExternalUsers'), guest, 'yes'],
  ['no member among external people', scope('allExternalUsers'), member, 'no'],
  ['of a named organization', partners, { ...guest, organization: 'o1' }, 'yes'],
  ['of another one', partners, { ...guest, organization: 'o2' }, 'no'],
  ['of none', partners, { ...guest, organization: '' }, 'no'],
  ['of one that could not be read', partners, guest, 'unknown'],
  ['of any organization', scope('allConfiguredConnectedOrganizationUsers'), { ...guest, organization: 'o9' }, 'yes'],
  ['of no organization', scope('allConfiguredConnectedOrganizationUsers'), { ...guest, organization: '' }, 'no'],
  ['a scope of the future', scope('unknownFutureValue'), member, 'unknown'],
])('tells whether a policy admits somebody: %s', (_, policy, person, answer) => {
  expect(admits(policy, person)).toBe(answer)
})
