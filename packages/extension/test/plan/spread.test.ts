import { describe, expect, it } from 'vitest'
import { spread } from '../../src/plan/spread.ts'

const kind = 'assignment-policy'

describe('spread', () => {
  it('leaves a change as it is where the language has words for it', () => {
    const change = { path: 'expiration', after: { type: 'noExpiration' } }
    expect(spread(kind, change)).toEqual([change])
  })

  it('tells an object without words property by property', () => {
    const after = { enableTargetsToSelfAddAccess: true, enableTargetsToSelfUpdateAccess: false }
    expect(spread(kind, { path: 'requestorSettings', after })).toEqual([
      { path: 'requestorSettings/enableTargetsToSelfAddAccess', after: true },
      { path: 'requestorSettings/enableTargetsToSelfUpdateAccess', after: false },
    ])
  })

  it('leaves out what is the same before and after', () => {
    const before = { enableTargetsToSelfAddAccess: true, enableTargetsToSelfUpdateAccess: false }
    const change = { path: 'requestorSettings', before, after: { ...before, enableTargetsToSelfUpdateAccess: true } }
    expect(spread(kind, change)).toEqual([
      { path: 'requestorSettings/enableTargetsToSelfUpdateAccess', before: false, after: true },
    ])
  })

  it('keeps plain values, lists and what is absent', () => {
    for (const change of [
      { path: 'description', after: 'x' },
      { path: 'tags', after: [] },
      { path: 'unheard', before: {} },
    ])
      expect(spread(kind, change)).toEqual([change])
  })
})
