import { describe, expect, it } from 'vitest'
import { disorder } from '../../src/apply/order.ts'
import { catalogStep, packageStep } from './steps.ts'

describe('disorder', () => {
  it('finds none in a plan, whatever the order of its steps', () => {
    expect(disorder([])).toBeUndefined()
    expect(disorder([packageStep('C', 'P'), catalogStep('C')])).toBeUndefined()
  })
  it('names a step that is waited for and not there', () => {
    expect(disorder([packageStep('C', 'P')])).toBe(
      "The step 'create catalog/C/access-package/P' waits for 'create catalog/C', which is not in it.",
    )
  })
  it('names steps that wait for each other', () => {
    const a = catalogStep('A', { after: ['create catalog/B'] })
    const b = catalogStep('B', { after: ['create catalog/A'] })
    expect(disorder([a, b, catalogStep('C')])).toBe(
      "The steps 'create catalog/A', 'create catalog/B' wait for each other.",
    )
  })
  it('wants ids to be unique', () => {
    expect(disorder([catalogStep('A'), catalogStep('A')])).toBe('Two of its steps have the same id.')
  })
})
