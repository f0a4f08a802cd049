import { describe, expect, it } from 'vitest'
import { assignmentPolicy } from '../../src/kinds/assignment-policy.ts'
import { fieldDifferences } from '../../src/kinds/compare.ts'
import type { Properties, Ref } from '../../src/model/tenant.ts'

const user = (id: string): Ref => ({ $ref: 'user', name: `${id}@contoso.com`, id })
const single = (id: string, more: Properties = {}) => ({
  '@odata.type': '#microsoft.graph.singleUser',
  userId: user(id),
  ...more,
})
const changes = (pattern: Properties, live: Properties) => fieldDifferences(assignmentPolicy.fields, pattern, live)
const paths = (pattern: Properties, live: Properties) => changes(pattern, live).map(({ path }) => path)

describe('comparing a pattern with what is there', () => {
  it('looks only at what the pattern mentions', () => {
    expect(changes({ displayName: 'A' }, { displayName: 'A', description: 'x', other: 1 })).toEqual([])
    expect(
      changes(
        { requestorSettings: { enableTargetsToSelfAddAccess: true } },
        {
          requestorSettings: { enableTargetsToSelfAddAccess: true, allowCustomAssignmentSchedule: true },
        },
      ),
    ).toEqual([])
  })

  it('takes no description and an empty one for the same', () => {
    expect(changes({ description: '' }, { description: null })).toEqual([])
    expect(changes({ description: '' }, {})).toEqual([])
    expect(changes({ description: '' }, { description: 'x' })).toEqual([
      { path: 'description', before: 'x', after: '' },
    ])
  })

  it('takes subjects in no order, by sort and id, whatever the case of the id', () => {
    const wanted = { specificAllowedTargets: [single('a1'), single('b2')] }
    expect(changes(wanted, { specificAllowedTargets: [single('B2'), single('a1', { description: 'Ada' })] })).toEqual(
      [],
    )
    expect(paths(wanted, { specificAllowedTargets: [single('a1')] })).toEqual(['specificAllowedTargets'])
    expect(paths(wanted, { specificAllowedTargets: [single('a1'), single('c3')] })).toEqual(['specificAllowedTargets'])
    expect(paths({ specificAllowedTargets: [] }, {})).toEqual([])
    expect(paths({ specificAllowedTargets: [] }, { specificAllowedTargets: null })).toEqual([])
  })

  it('takes the same subject twice for once', () => {
    expect(
      changes({ specificAllowedTargets: [single('a'), single('a')] }, { specificAllowedTargets: [single('a')] }),
    ).toEqual([])
  })

  it('reads a manager without a level as the first', () => {
    const manager = { '@odata.type': '#microsoft.graph.requestorManager' }
    const stages = (approver: Properties) => ({
      requestApprovalSettings: { stages: [{ primaryApprovers: [approver] }] },
    })
    expect(changes(stages({ ...manager, managerLevel: 1 }), stages(manager))).toEqual([])
    expect(changes(stages({ ...manager, managerLevel: 1 }), stages({ ...manager, managerLevel: null }))).toEqual([])
    expect(paths(stages({ ...manager, managerLevel: 2 }), stages(manager))).toEqual([
      'requestApprovalSettings/stages/0/primaryApprovers',
    ])
  })

  it('tells stages apart by position, down to the part that changed', () => {
    const stages = (...durations: string[]) => ({
      requestApprovalSettings: {
        stages: durations.map(durationBeforeAutomaticDenial => ({ durationBeforeAutomaticDenial })),
      },
    })
    expect(changes(stages('P14D', 'P7D'), stages('PT336H', 'P7D'))).toEqual([])
    expect(changes(stages('P14D', 'P7D'), stages('P14D', 'P8D'))).toEqual([
      { path: 'requestApprovalSettings/stages/1/durationBeforeAutomaticDenial', before: 'P8D', after: 'P7D' },
    ])
    expect(paths(stages('P14D'), stages('P14D', 'P7D'))).toEqual(['requestApprovalSettings/stages'])
  })

  it('tells expiration as a whole, without what it does not say', () => {
    const live = { expiration: { type: 'afterDuration', duration: 'P90D', endDateTime: null } }
    expect(changes({ expiration: { type: 'afterDuration', duration: 'P90D' } }, live)).toEqual([])
    expect(changes({ expiration: { type: 'noExpiration' } }, live)).toEqual([
      { path: 'expiration', before: { type: 'afterDuration', duration: 'P90D' }, after: { type: 'noExpiration' } },
    ])
  })

  it('takes a review that is switched off for none', () => {
    const off = { reviewSettings: { isEnabled: false, primaryReviewers: [] } }
    expect(changes({ reviewSettings: null }, off)).toEqual([])
    expect(changes({ reviewSettings: null }, {})).toEqual([])
    expect(changes({ reviewSettings: null }, { reviewSettings: { isEnabled: true } })).toEqual([
      { path: 'reviewSettings', before: { isEnabled: true }, after: null },
    ])
    expect(changes({ reviewSettings: { isEnabled: true } }, off)).toHaveLength(1)
  })

  it('compares moments, not their spelling', () => {
    const at = (startDateTime: string) => ({ reviewSettings: { isEnabled: true, schedule: { startDateTime } } })
    expect(changes(at('2027-01-01T00:00:00Z'), at('2027-01-01T01:00:00.000+01:00'))).toEqual([])
  })

  it('compares references that have no id yet by address', () => {
    const organization = (address: string, id?: string) => ({
      specificAllowedTargets: [
        {
          '@odata.type': '#microsoft.graph.connectedOrganizationMembers',
          connectedOrganizationId: {
            $ref: 'connected-organization' as const,
            name: 'F',
            address,
            ...(id === undefined ? {} : { id }),
          },
        },
      ],
    })
    expect(paths(organization('connected-organization/F'), organization('connected-organization/G', 'x'))).toHaveLength(
      1,
    )
    expect(paths(organization('connected-organization/F', 'X'), organization('connected-organization/F', 'x'))).toEqual(
      [],
    )
  })

  it('compares unknown properties as they are', () => {
    expect(paths({ surprise: { a: [1, 2] } }, { surprise: { a: [1, 2] } })).toEqual([])
    expect(paths({ surprise: { a: [1, 2] } }, { surprise: { a: [2, 1] } })).toEqual(['surprise'])
  })
})
