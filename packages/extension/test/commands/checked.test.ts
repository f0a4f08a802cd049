import { describe, expect, it } from 'vitest'
import { checked, verdict } from '../../src/commands/checked.ts'

describe('the verdict on a workspace', () => {
  it('counts errors and warnings, not notes, hints or what is waived', () => {
    const waived = { until: '2027-03-31', because: 'Pilot' }
    const result = checked(4, [
      { severity: 'error' },
      { severity: 'warning' },
      { severity: 'info' },
      { severity: 'hint' },
      { severity: 'error', waived },
    ])
    expect(result).toEqual({ files: 4, errors: 1, warnings: 1 })
    expect(verdict(result)).toBe('1 error and 1 warning in 4 files.')
  })

  it('says that all is well', () => {
    expect(verdict(checked(1, []))).toBe('No errors and no warnings in 1 file.')
  })

  it('leaves out what there is none of', () => {
    expect(verdict(checked(2, [{ severity: 'error' }]))).toBe('1 error in 2 files.')
    expect(verdict(checked(2, [{ severity: 'warning' }]))).toBe('1 warning in 2 files.')
  })
})
