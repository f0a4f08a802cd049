import { parseUndo, type StepOutcome } from '@entitle/graph'
import { beforeEach, describe, expect, it } from 'vitest'
import { MemoryFiles } from '../../../../test/scenarios/harness/memory-files.ts'
import { requireNew, undoFile } from '../../src/commands/undo-file.ts'
import type { Ports } from '../../src/ports.ts'
import { mixedPlan } from '../plan-samples.ts'

let files: MemoryFiles
let now: number
let full = false
const ports = () =>
  ({
    folder: '/work',
    clock: { now: () => new Date(now) },
    files: {
      kindOf: (path: string) => files.kindOf(path),
      replaceText: (path: string, text: string) =>
        full ? Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' })) : files.replaceText(path, text),
    },
  }) as unknown as Ports
const kept = () => {
  const read = parseUndo(files.texts.get('/work/friday.undo') ?? '')
  if ('error' in read) throw new Error(read.error)
  return read.undo
}
const [first, second] = mixedPlan.steps.filter(({ action }) => action === 'create')
const created = (step: typeof first): StepOutcome => ({
  step: step?.id ?? '',
  address: step?.address ?? '',
  result: 'created',
  milliseconds: 1,
  id: `id of ${step?.address}`,
})
const done = (steps: readonly StepOutcome[], status: 'done' | 'cancelled' = 'done') =>
  ({ status, steps, requests: 1, milliseconds: 1, waitedMilliseconds: 0 }) as const

describe('the file of what undoes a deployment', () => {
  beforeEach(() => {
    files = new MemoryFiles('/work')
    now = Date.parse('2026-11-23T10:00:00Z')
    full = false
  })

  it('is there before the first write, and says that the deployment is under way', async () => {
    await undoFile(mixedPlan, 'friday.undo', ports()).ready({ objects: [] })
    expect(kept()).toMatchObject({ status: 'under-way', deployed: '2026-11-23T10:00:00.000Z', made: [] })
    expect(kept().lasting.some(({ what }) => what.includes('may have been made'))).toBe(true)
  })

  it('learns what was made while steps end, once a second', async () => {
    const file = undoFile(mixedPlan, 'friday.undo', ports())
    await file.ready({ objects: [] })
    file.ended(created(first))
    expect(kept().made).toEqual([])
    now += 1_000
    file.ended(created(second))
    await file.close(done([created(first), created(second)]))
    expect(kept()).toMatchObject({ status: 'done' })
  })

  it('tells at the end what it gives back and what stays', async () => {
    const file = undoFile(mixedPlan, 'friday.undo', ports())
    await file.ready({ objects: [] })
    const facts = await file.close(done([created(first)], 'cancelled'))
    expect(facts?.file).toBe('friday.undo')
    expect(kept().status).toBe('cancelled')
    expect((facts?.restores ?? 0) + (facts?.stays.length ?? 0)).toBeGreaterThan(0)
  })

  it('is not made where nothing was written to the tenant', async () => {
    expect(await undoFile(mixedPlan, 'friday.undo', ports()).close(done([]))).toBeUndefined()
    expect(files.texts.size).toBe(0)
  })

  it('keeps the deployment from beginning where it can’t be written, and says why', async () => {
    full = true
    await expect(undoFile(mixedPlan, 'friday.undo', ports()).ready({ objects: [] })).rejects.toThrow(
      'friday.undo cannot be written: the disk is full.',
    )
  })

  it('tells at the end that it could not be written, and lets steps go on meanwhile', async () => {
    const file = undoFile(mixedPlan, 'friday.undo', ports())
    await file.ready({ objects: [] })
    full = true
    now += 1_000
    file.ended(created(first))
    await expect(file.close(done([created(first)]))).rejects.toThrow('friday.undo cannot be written')
  })

  it('is never written over another one', async () => {
    await requireNew('friday.undo', ports())
    files.texts.set('/work/friday.undo', 'that of last week')
    await expect(requireNew('friday.undo', ports())).rejects.toThrow(
      'friday.undo is there already, and may be what undoes another deployment.',
    )
  })
})
