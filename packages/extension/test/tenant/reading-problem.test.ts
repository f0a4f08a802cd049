import { NotSentError, TransportError } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { Cancelled, Refusal } from '../../src/dialogue/refusal.ts'
import { readingProblem } from '../../src/tenant/reading-problem.ts'

describe('readingProblem', () => {
  it('says that the tenant can’t be reached', () => {
    const problem = readingProblem(new TransportError('The connection was cut.'), 'Contoso')
    expect(problem).toBeInstanceOf(Refusal)
    expect(String(problem)).toContain("Contoso can't be reached: The connection was cut. Nothing was changed.")
  })

  it('hands on why nothing was sent', () => {
    expect(String(readingProblem(new NotSentError('Signing in did not work.'), 'Contoso'))).toContain(
      'Signing in did not work. Nothing was changed.',
    )
  })

  it('leaves everything else as it is', () => {
    for (const error of [new Refusal('x'), new Cancelled(), new Error('y'), 'z'])
      expect(readingProblem(error, 'Contoso')).toBe(error)
  })
})
