import { describe, expect, it } from 'vitest'
import { pruningOptions } from '../../src/plan/pruning.ts'

const named = { declared: [], now: '2026-11-23T10:00:00Z', nearest: () => undefined }

describe('pruningOptions', () => {
  it('deletes nothing where nobody asked for it', () => {
    expect(pruningOptions(undefined, named)).toEqual({})
  })

  it('ends nobody’s access unless that was chosen', () => {
    expect(pruningOptions({ people: 'keep' }, named)).toEqual({ prune: true, endAssignments: false })
    expect(pruningOptions({ people: 'end' }, named)).toEqual({ prune: true, endAssignments: true })
  })

  it('moves people to the policy that was chosen, at the time of planning, and ends nobody’s access', () => {
    expect(pruningOptions({ people: 'move', policy: 'tools.editors.staff' }, named)).toEqual({
      prune: true,
      endAssignments: false,
      reassignTo: { text: 'tools.editors.staff', ...named },
    })
  })
})
