import { beforeEach, describe, expect, it, vi } from 'vitest'
import { askPruning } from '../../src/commands/ask-pruning.ts'
import { Cancelled, Refusal } from '../../src/dialogue/refusal.ts'

/** The label, or a part of it, that is chosen at each question; what isn't there is Escape. */
let answers: string[] = []
const offered: string[][] = []

vi.mock('vscode', () => ({
  window: {
    showQuickPick: async (rows: readonly { readonly label: string }[]) => {
      offered.push(rows.map(({ label }) => label))
      const answer = answers.shift()
      return answer === undefined ? undefined : rows.find(({ label }) => label.includes(answer))
    },
  },
}))

describe('askPruning', () => {
  beforeEach(() => {
    offered.length = 0
  })

  it('has the safe answer first', async () => {
    answers = ['Delete nothing']
    expect(await askPruning(['tools.editors.staff'])).toEqual({ people: 'keep' })
    expect(offered[0]?.[0]).toContain('Delete nothing that somebody holds')
  })

  it('ends access only where that is chosen', async () => {
    answers = ['End their access']
    expect(await askPruning([])).toEqual({ people: 'end' })
  })

  it('asks for the policy that people are moved to', async () => {
    answers = ['Move people', 'tools.editors.staff']
    const policies = ['tools.editors.guests', 'tools.editors.staff']
    expect(await askPruning(policies)).toEqual({ people: 'move', policy: 'tools.editors.staff' })
    expect(offered[1]).toEqual(policies)
  })

  it('plans nothing where it is left, at either question', async () => {
    answers = []
    await expect(askPruning([])).rejects.toThrow(Cancelled)
    answers = ['Move people']
    await expect(askPruning(['tools.editors.staff'])).rejects.toThrow(Cancelled)
  })

  it('says so where the files have no policy to move to', async () => {
    answers = ['Move people']
    await expect(askPruning([])).rejects.toThrow(Refusal)
  })
})
