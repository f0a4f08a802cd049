import { describe, expect, it } from 'vitest'
import type { PropertyChange } from '../../src/kinds/property-change.ts'
import { asChanged, shows } from '../../src/kinds/shows.ts'
import type { Json } from '../../src/model/json.ts'

const policy = (...changes: readonly PropertyChange[]) => ({ kind: 'assignment-policy', changes }) as const
const shown = (change: PropertyChange, body: Json) => shows(policy(change), body)

describe('whether the tenant shows a change', () => {
  it('compares in the normal form of the kind', () => {
    const change = { path: 'expiration', after: { type: 'afterDuration', duration: 'P90D' } }
    expect(shown(change, { expiration: { type: 'afterDuration', duration: 'PT2160H', endDateTime: null } })).toBe(true)
    expect(shown(change, { expiration: { type: 'afterDuration', duration: 'P91D' } })).toBe(false)
    expect(shown(change, {})).toBe(false)
    expect(shown({ path: 'description', after: '' }, { description: null })).toBe(true)
  })

  it('looks into objects and lists', () => {
    const path = 'requestApprovalSettings/stages/1/durationBeforeAutomaticDenial'
    const body = (...durations: readonly string[]): Json => ({
      requestApprovalSettings: {
        stages: durations.map(durationBeforeAutomaticDenial => ({ durationBeforeAutomaticDenial })),
      },
    })
    expect(shown({ path, after: 'P7D' }, body('P1D', 'PT168H'))).toBe(true)
    expect(shown({ path, after: 'P7D' }, body('P7D', 'P1D'))).toBe(false)
    expect(shown({ path, after: 'P7D' }, body('P7D'))).toBe(false)
  })

  it('knows when something is removed', () => {
    expect(shown({ path: 'reviewSettings', after: null }, { reviewSettings: null })).toBe(true)
    expect(shown({ path: 'reviewSettings', after: null }, { reviewSettings: { isEnabled: false } })).toBe(true)
    expect(shown({ path: 'reviewSettings', after: null }, { reviewSettings: { isEnabled: true } })).toBe(false)
  })

  it('says nothing of objects whose id is not known yet', () => {
    const after = [
      {
        '@odata.type': '#microsoft.graph.connectedOrganizationMembers',
        connectedOrganizationId: {
          $ref: 'connected-organization' as const,
          name: 'F',
          address: 'connected-organization/F',
        },
      },
    ]
    expect(shown({ path: 'specificAllowedTargets', after }, { specificAllowedTargets: [] })).toBe(true)
  })

  it('needs every change, and an object to look at', () => {
    const step = policy({ path: 'displayName', after: 'A' }, { path: 'description', after: 'B' })
    expect(shows(step, { displayName: 'A', description: 'B' })).toBe(true)
    expect(shows(step, { displayName: 'A', description: 'C' })).toBe(false)
    expect(shows(step, undefined)).toBe(false)
    expect(shows(step, [])).toBe(false)
    expect(asChanged(step, { displayName: 'A', description: 'B' })).toBe(true)
  })
})
