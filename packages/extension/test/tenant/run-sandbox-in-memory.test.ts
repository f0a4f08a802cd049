import fs from 'node:fs'
import path from 'node:path'
import { apply, preparePlan } from '@entitle/graph'
import { systemClock } from '@entitle/graph/web'
import { openWorkspace } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { startSandbox, type TextStorage } from '../../src/tenant/run-sandbox-in-memory.ts'

const example = path.resolve(import.meta.dirname, '../../../../examples/partner-collaboration')

const desiredOfExample = async () => {
  const names = fs.readdirSync(example).filter(file => file.endsWith('.entitle'))
  const files = Object.fromEntries(names.map(file => [`/${file}`, fs.readFileSync(path.join(example, file), 'utf8')]))
  const { desired } = await openWorkspace({ files, today: '2026-11-23' })
  return desired('contoso')
}

/** A browser's storage, with how often it was written. */
const storage = () => {
  const kept: { text: string | undefined; writes: number } = { text: undefined, writes: 0 }
  const port: TextStorage = {
    read: async () => kept.text,
    write: async text => {
      kept.text = text
      kept.writes += 1
    },
  }
  return { kept, port }
}

const planFor = async (running: Awaited<ReturnType<typeof startSandbox>>) => {
  const { tenant, identity } = await desiredOfExample()
  running.seed(tenant)
  const { transport, tenantId } = running
  return (await preparePlan({ transport, desired: tenant, identity: { ...identity, tenantId } })).plan
}

describe('the sandbox tenant of a browser', () => {
  it('takes a whole deployment, and is as deployed when it is opened again', async () => {
    const { kept, port } = storage()
    const running = await startSandbox(port)
    expect(running.token).toMatchObject({ kind: 'application', tenantId: running.tenantId })
    const plan = await planFor(running)
    expect(plan.steps.length).toBeGreaterThan(50)
    const { status } = await apply(plan, { transport: running.transport, clock: systemClock })
    expect(status).toBe('done')
    await running.stop()
    expect(kept.writes).toBeGreaterThan(0)
    expect(kept.writes).toBeLessThan(plan.steps.length)

    const again = await startSandbox(port)
    expect(again.tenantId).toBe(running.tenantId)
    expect((await planFor(again)).steps).toEqual([])
    await again.stop()
  })

  it('keeps what was seeded, though nothing was written to it', async () => {
    const { kept, port } = storage()
    const running = await startSandbox(port)
    running.seed((await desiredOfExample()).tenant)
    await running.stop()
    expect(kept.text).toContain('Identity Governance desk')
  })

  it('says what is wrong with what is kept', async () => {
    const { kept, port } = storage()
    kept.text = '{"version":7,"documents":[]}'
    await expect(startSandbox(port)).rejects.toThrow('The state is of version 7; this sandbox reads version 1.')
    kept.text = 'half of a ten'
    await expect(startSandbox(port)).rejects.toThrow(SyntaxError)
  })
})
