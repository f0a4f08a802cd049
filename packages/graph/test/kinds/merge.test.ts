import { describe, expect, it } from 'vitest'
import { assignmentPolicy } from '../../src/kinds/assignment-policy.ts'
import { mergedFields, withDefaults } from '../../src/kinds/merge.ts'
import type { JsonObject } from '../../src/model/json.ts'
import type { Properties } from '../../src/model/tenant.ts'

const merge = (raw: JsonObject, pattern: Properties) => mergedFields(assignmentPolicy.fields, raw, pattern)

describe('laying a pattern over what was read', () => {
  it('keeps everything that the pattern does not mention', () => {
    const raw = {
      notificationSettings: { isAssignmentNotificationDisabled: true },
      requestorSettings: { enableTargetsToSelfAddAccess: false, allowCustomAssignmentSchedule: true },
      surprise: [1],
    }
    expect(merge(raw, { requestorSettings: { enableTargetsToSelfAddAccess: true } })).toEqual({
      ...raw,
      requestorSettings: { enableTargetsToSelfAddAccess: true, allowCustomAssignmentSchedule: true },
    })
  })

  it('keeps the spelling of what is as declared', () => {
    const raw = { expiration: { type: 'afterDuration', duration: 'PT2160H', endDateTime: null } }
    expect(merge(raw, { expiration: { type: 'afterDuration', duration: 'P90D' } })).toEqual(raw)
  })

  it('keeps nothing of an object that becomes one of another sort', () => {
    const raw = { expiration: { type: 'afterDuration', duration: 'P90D', endDateTime: null } }
    expect(merge(raw, { expiration: { type: 'noExpiration' } })).toEqual({ expiration: { type: 'noExpiration' } })
  })

  it('keeps what was read of subjects that stay, in the declared order', () => {
    const ada = { '@odata.type': '#microsoft.graph.singleUser', userId: 'a', description: 'Ada', isBackup: true }
    const bob = { '@odata.type': '#microsoft.graph.singleUser', userId: 'b', description: 'Bob' }
    const wanted = (id: string) => ({
      '@odata.type': '#microsoft.graph.singleUser',
      userId: { $ref: 'user' as const, name: id, id },
    })
    const { specificAllowedTargets } = merge(
      { specificAllowedTargets: [bob, ada] },
      { specificAllowedTargets: [wanted('a'), wanted('c')] },
    )
    expect(specificAllowedTargets).toEqual([{ ...ada, ...wanted('a') }, wanted('c')])
  })

  it('writes null over what is to be removed', () => {
    expect(merge({ reviewSettings: { isEnabled: true } }, { reviewSettings: null })).toEqual({ reviewSettings: null })
  })
})

describe('defaults', () => {
  const defaults = { reviewSettings: { schedule: { startDateTime: 'today' } } }

  it('stand where nothing is', () => {
    expect(withDefaults({ reviewSettings: { schedule: { expiration: 1 } } }, defaults)).toEqual({
      reviewSettings: { schedule: { expiration: 1, startDateTime: 'today' } },
    })
    expect(withDefaults({ reviewSettings: { schedule: { startDateTime: null } } }, defaults)).toEqual({
      reviewSettings: { schedule: { startDateTime: 'today' } },
    })
    expect(withDefaults({}, defaults)).toEqual(defaults)
  })

  it('give way to what is there, and to what is removed on purpose', () => {
    expect(withDefaults({ reviewSettings: { schedule: { startDateTime: 'then' } } }, defaults)).toEqual({
      reviewSettings: { schedule: { startDateTime: 'then' } },
    })
    expect(withDefaults({ reviewSettings: null }, defaults)).toEqual({ reviewSettings: null })
    expect(withDefaults({ a: 1 }, undefined)).toEqual({ a: 1 })
  })
})
