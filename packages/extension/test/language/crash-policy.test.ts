import { describe, expect, it } from 'vitest'
import { CrashPolicy } from '../../src/language/crash-policy.ts'

describe('CrashPolicy', () => {
  it('starts again after a few crashes, and gives up on the fourth within three minutes', () => {
    const policy = new CrashPolicy()
    expect([0, 1000, 2000, 3000].map(time => policy.mayRestart(time))).toEqual([true, true, true, false])
  })

  it('forgets crashes that are long ago', () => {
    const policy = new CrashPolicy()
    const minutes = [0, 2, 4, 6, 8, 10]
    expect(minutes.map(minute => policy.mayRestart(minute * 60_000)).every(Boolean)).toBe(true)
  })

  it('begins anew when a person restarts the server', () => {
    const policy = new CrashPolicy()
    for (const time of [0, 1, 2, 3]) policy.mayRestart(time)
    policy.reset()
    expect(policy.mayRestart(4)).toBe(true)
  })
})
