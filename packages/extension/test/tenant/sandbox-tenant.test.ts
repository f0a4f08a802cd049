import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Cancelled } from '../../src/dialogue/refusal.ts'
import type { RunningSandbox, SandboxHome } from '../../src/tenant/running-sandbox.ts'
import { SandboxTenant } from '../../src/tenant/sandbox-tenant.ts'

const told: string[] = []

vi.mock('vscode', () => ({
  EventEmitter: class {
    readonly event = () => ({ dispose: () => {} })
    fire() {}
    dispose() {}
  },
  StatusBarAlignment: { Left: 1 },
  commands: { executeCommand: async (...words: unknown[]) => void told.push(words.join(' ')) },
  window: { createStatusBarItem: () => ({ show: () => told.push('shown'), hide: () => told.push('hidden') }) },
}))

beforeEach(() => told.splice(0))

/** A sandbox that closes when it is told to. */
function slow() {
  const closing = Promise.withResolvers<void>()
  let count = 0
  const open = async () => {
    told.push(`opened ${++count}`)
    const running: Partial<RunningSandbox> = {
      url: 'http://127.0.0.1:1',
      seed: () => {},
      stop: async () => {
        await closing.promise
        told.push('closed')
      },
    }
    return running as RunningSandbox
  }
  const home: SandboxHome = {
    place: () => 'here',
    describe: () => 'It runs here.',
    open,
    forget: async () => void told.push('forgotten'),
  }
  const tenant = new SandboxTenant(home)
  return { tenant, closing }
}

const nothing = { objects: [] }

describe('the sandbox tenant of a workspace', () => {
  it('is shown to run until its file is closed', async () => {
    const { tenant, closing } = slow()
    await tenant.start(nothing)
    const stopped = tenant.stop()
    expect(told).toEqual(['opened 1', 'shown', 'setContext entitle.sandboxRunning true'])
    closing.resolve()
    await stopped
    expect(told.slice(3)).toEqual(['closed', 'hidden', 'setContext entitle.sandboxRunning false'])
  })

  it('is not started by what was begun before somebody stopped it', async () => {
    const { tenant, closing } = slow()
    await tenant.start(nothing)
    const asOf = tenant.stops
    closing.resolve()
    await tenant.stop()
    await expect(tenant.start(nothing, asOf)).rejects.toThrow(Cancelled)
    expect(tenant.isRunning).toBe(false)
    await tenant.start(nothing, tenant.stops)
    expect(tenant.isRunning).toBe(true)
  })

  it('does not start again before its file is closed', async () => {
    const { tenant, closing } = slow()
    await tenant.start(nothing)
    const stopped = tenant.stop()
    const started = tenant.start(nothing)
    closing.resolve()
    await Promise.all([stopped, started])
    expect(told.indexOf('closed')).toBeLessThan(told.indexOf('opened 2'))
    expect(told.indexOf('hidden')).toBeLessThan(told.indexOf('opened 2'))
    expect(tenant.isRunning).toBe(true)
  })

  it('is no longer shown when closing fails, and can be started again', async () => {
    const { tenant, closing } = slow()
    await tenant.start(nothing)
    closing.reject(new Error('busy'))
    await expect(tenant.stop()).rejects.toThrow('busy')
    expect(told.at(-2)).toBe('hidden')
    await tenant.start(nothing)
    expect(told.at(-1)).toBe('setContext entitle.sandboxRunning true')
  })
  it('is closed before what is kept of it is deleted', async () => {
    const { tenant, closing } = slow()
    await tenant.start(nothing)
    const reset = tenant.reset()
    closing.resolve()
    await reset
    expect(told.slice(3)).toEqual(['closed', 'hidden', 'setContext entitle.sandboxRunning false', 'forgotten'])
    expect(tenant.isRunning).toBe(false)
  })
})
