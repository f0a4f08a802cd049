import type { Plan } from '@entitle/graph'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { confirm } from '../../src/commands/confirm.ts'
import { Cancelled } from '../../src/dialogue/refusal.ts'
import type { Target } from '../../src/tenant/target.ts'
import { alpine, catalog, plan, step } from '../plan/make-plan.ts'

let pressed: string | undefined
let typed: string | undefined
const asked: string[] = []

vi.mock('vscode', () => ({
  window: {
    showWarningMessage: async (message: string, { detail }: { detail: string }, button: string) => {
      asked.push(`${message} ${detail} [${button}]`)
      return pressed
    },
    showInputBox: async ({ prompt }: { prompt: string }) => {
      asked.push(prompt)
      return typed
    },
  },
}))

const nobody = { losing: { people: 0, first: [] }, moving: { people: 0, first: [] } }
const contoso: Target = { kind: 'declared', tenant: 'contoso', title: 'Contoso' }
const sandbox: Target = { kind: 'sandbox', title: 'the sandbox tenant' }
const adding = plan([step({ action: 'create', kind: 'catalog', address: catalog })])
const deleting = plan([step({ action: 'delete', kind: 'access-package', address: alpine, reason: 'pruned' })])
const guarded = (one: Plan): Plan => ({ ...one, tenant: { ...one.tenant, protected: true } })

describe('confirm', () => {
  beforeEach(() => {
    asked.length = 0
    pressed = undefined
    typed = undefined
  })

  it('asks once where nothing is deleted and nothing protected', async () => {
    pressed = 'Deploy'
    await confirm({ plan: adding, target: contoso }, nobody)
    expect(asked).toEqual(['Deploy to Contoso? 1 to add, 0 to change, 0 to delete. [Deploy]'])
  })

  it('changes nothing where the dialog is closed', async () => {
    await expect(confirm({ plan: adding, target: contoso }, nobody)).rejects.toThrow(Cancelled)
  })

  it('wants the tenant’s name where something is deleted', async () => {
    pressed = 'Deploy and Delete'
    typed = 'contoso'
    await confirm({ plan: deleting, target: contoso }, nobody)
    expect(asked[1]).toBe('The plan deletes. Type contoso to deploy.')
  })

  it.each([undefined, '', 'fabrikam', 'Contoso'])('takes %j for no', async text => {
    pressed = 'Deploy and Delete'
    typed = text
    await expect(confirm({ plan: deleting, target: contoso }, nobody)).rejects.toThrow(Cancelled)
  })

  it('wants the name of a protected tenant, and says what the plan does before', async () => {
    pressed = 'Deploy'
    typed = 'contoso'
    await confirm({ plan: guarded(adding), target: contoso }, nobody)
    expect(asked).toEqual([
      'Deploy to Contoso? 1 to add, 0 to change, 0 to delete. [Deploy]',
      'Contoso is protected. Type contoso to deploy.',
    ])
  })

  it('says that it undoes a deployment, and wants the name where that takes away what was made', async () => {
    pressed = 'Undo'
    await confirm({ plan: adding, target: sandbox, undoing: { deployed: '2026-11-23T21:04:05.123Z' } }, nobody)
    expect(asked[0]).toMatch(
      /^Undo in the sandbox tenant what was deployed on 2026-11-2\d \d\d:04\? 1 to add.*\[Undo\]$/,
    )
    pressed = 'Undo and Delete'
    typed = 'contoso'
    await confirm({ plan: deleting, target: contoso, undoing: { deployed: '2026-11-23T21:04:05.123Z' } }, nobody)
    expect(asked.at(-1)).toBe('The plan deletes. Type contoso to undo.')
  })

  it('wants nothing typed for the sandbox tenant, whose button says that it deletes', async () => {
    pressed = 'Deploy and Delete'
    await confirm({ plan: deleting, target: sandbox }, nobody)
    expect(asked).toHaveLength(1)
  })
})
