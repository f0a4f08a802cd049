import { describe, expect, it } from 'vitest'
import { describeChange, describeChanges } from '../../src/printing/describe-change.ts'

const fabrikam = {
  '@odata.type': '#microsoft.graph.connectedOrganizationMembers',
  connectedOrganizationId: { $ref: 'connected-organization', name: 'Fabrikam' },
} as const

describe('describeChange', () => {
  it('tells a change in the language’s words', () => {
    expect(
      describeChange({
        kind: 'assignment-policy',
        path: 'expiration',
        before: { type: 'noExpiration' },
        after: { type: 'afterDateTime', endDateTime: '2027-06-30T23:59:59Z' },
      }),
    ).toEqual({ label: 'expires', before: 'never', after: '2027-06-30' })
  })
})

describe('describeChanges', () => {
  it('joins scope and targets into one line', () => {
    const changes = [
      { path: 'description', before: '', after: 'New' },
      { path: 'allowedTargetScope', before: 'notSpecified', after: 'specificConnectedOrganizationUsers' },
      { path: 'specificAllowedTargets', before: [], after: [fabrikam] },
    ]
    expect(describeChanges('assignment-policy', changes)).toEqual([
      { label: 'description', before: 'none', after: 'New' },
      { label: 'requestable by', before: 'no one', after: 'users from Fabrikam' },
    ])
  })

  it('leaves either alone where only one changes', () => {
    expect(
      describeChanges('assignment-policy', [{ path: 'specificAllowedTargets', before: [], after: [fabrikam] }]),
    ).toEqual([{ label: 'requestable by', before: 'no one', after: 'users from Fabrikam' }])
    expect(
      describeChanges('assignment-policy', [
        { path: 'allowedTargetScope', before: 'allMemberUsers', after: 'allExternalUsers' },
      ]),
    ).toEqual([{ label: 'requestable by', before: 'any member', after: 'any external user' }])
  })
})
