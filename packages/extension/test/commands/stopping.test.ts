import { describe, expect, it } from 'vitest'
import { Stopping } from '../../src/commands/stopping.ts'

describe('stopping', () => {
  it('stops what is under way, and only while it is', async () => {
    const active: boolean[] = []
    const stopping = new Stopping(now => active.push(now))
    let stopped = 0
    stopping.stop()
    const answer = await stopping.while(
      () => {
        stopped += 1
      },
      async () => {
        stopping.stop()
        return 'done'
      },
    )
    stopping.stop()
    expect({ answer, stopped, active }).toEqual({ answer: 'done', stopped: 1, active: [true, false] })
  })

  it('is over when what was under way fails', async () => {
    const active: boolean[] = []
    const stopping = new Stopping(now => active.push(now))
    const failing = stopping.while(
      () => {},
      async () => {
        throw new Error('no')
      },
    )
    await expect(failing).rejects.toThrow('no')
    expect(active).toEqual([true, false])
  })
})
