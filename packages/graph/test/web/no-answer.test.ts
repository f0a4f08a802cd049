import { describe, expect, it } from 'vitest'
import { noAnswer } from '../../src/web/no-answer.ts'

const withCode = (code: string) => Object.assign(new Error('Bearer secret'), { code })

describe('noAnswer', () => {
  it.each([
    [new TypeError('fetch failed', { cause: withCode('ECONNREFUSED') }), 'h refuses connections.'],
    [new TypeError('fetch failed', { cause: new AggregateError([withCode('ENOTFOUND')]) }), /not a name/],
    [new DOMException('x', 'TimeoutError'), 'h did not answer in time.'],
    [withCode('SELF_SIGNED_CERT_IN_CHAIN'), /does not trust \(SELF_SIGNED_CERT_IN_CHAIN\).*NODE_EXTRA_CA_CERTS/],
    [withCode('EWHATEVER'), 'h gave no answer (EWHATEVER).'],
    [new Error('Bearer secret'), 'h gave no answer.'],
    ['text', 'h gave no answer.'],
  ])('%s', (error, expected) => {
    const said = noAnswer(error, 'h')
    if (typeof expected === 'string') expect(said).toBe(expected)
    else expect(said).toMatch(expected)
    expect(said).not.toContain('secret')
  })

  it('ends where causes go round', () => {
    const error = new Error('a')
    error.cause = error
    expect(noAnswer(error, 'h')).toBe('h gave no answer.')
  })
})
