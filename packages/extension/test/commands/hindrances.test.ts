import type { Diagnosis } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { refuseHindrances } from '../../src/commands/hindrances.ts'
import { Refusal } from '../../src/dialogue/refusal.ts'
import type { Entitle } from '../../src/entitle.ts'
import type { Planned } from '../../src/plan/kept-plan.ts'
import type { OpenTenant } from '../../src/tenant/open-tenant.ts'

const problem: Diagnosis = { topic: 'roles', state: 'problem', says: 'The account holds no role' }

/** Looks what a plan would meet, where the engine answers so. */
const look = (preflight: () => Promise<readonly Diagnosis[]>, kind: 'declared' | 'sandbox' = 'declared') => {
  const shown: unknown[] = []
  const clouds: unknown[] = []
  const engine = {
    trail: String,
    preflight: (_: object, { cloud }: { cloud: unknown }) => {
      clouds.push(cloud)
      return preflight()
    },
  }
  const entitle = { engine: () => engine, doctors: { show: async (report: object) => void shown.push(report) } }
  const planned = { target: { kind, title: 'Contoso' }, plan: { tenant: { cloud: 'usgov' } } }
  const looked = refuseHindrances(
    entitle as unknown as Entitle,
    planned as unknown as Planned,
    {} as OpenTenant,
    new AbortController().signal,
  )
  return { looked, shown, clouds }
}

describe('before the first write of a deployment', () => {
  it('what would be in its way is shown, and nothing is changed', async () => {
    const { looked, shown, clouds } = look(async () => [problem, problem])
    await expect(looked).rejects.toThrow(Refusal)
    await expect(looked).rejects.toThrow(
      'Nothing was changed in Contoso: 2 problems would keep these steps from taking effect. The account holds no role.',
    )
    expect(shown).toEqual([expect.objectContaining({ title: 'Contoso', diagnoses: [problem, problem] })])
    expect(clouds).toEqual(['usgov'])
  })

  it('nothing is said where nothing is in its way, and a sandbox has no licences to ask for', async () => {
    const { looked, shown, clouds } = look(async () => [], 'sandbox')
    await expect(looked).resolves.toBeUndefined()
    expect([shown, clouds]).toEqual([[], [undefined]])
  })

  it('what can’t be asked stands in nobody’s way, also where the error is of the engine’s own bundle', async () => {
    const cut = Object.assign(new Error('The line is cut.'), { name: 'TransportError' })
    await expect(look(() => Promise.reject(cut)).looked).resolves.toBeUndefined()
  })

  it('any other failure is told', async () => {
    await expect(look(() => Promise.reject(new TypeError('Broken.'))).looked).rejects.toThrow('Broken.')
  })
})
