import { describe, expect, it } from 'vitest'
import { firstLine, redact } from '../../src/model/redact.ts'
import { tokenOf } from '../web/loopback-server.ts'

const token = tokenOf({ tid: 't' })

describe('redact', () => {
  it.each([
    [`token ${token} was refused`, 'token … was refused'],
    [`Authorization: Bearer ${token}`, 'Authorization: Bearer …'],
    ['Bearer opaque-token-123', 'Bearer …'],
    ['POST client_id=a&client_secret=s3cr3t&scope=b', 'POST client_id=a&client_secret=…&scope=b'],
    ['nothing to hide', 'nothing to hide'],
  ])('%j', (text, expected) => {
    expect(redact(text)).toBe(expected)
  })

  it('takes given secrets out word for word, but not what is too short to be one', () => {
    expect(redact('a hunter2-hunter2 b', ['hunter2-hunter2', undefined, 'b'])).toBe('a … b')
  })
})

describe('firstLine', () => {
  it('gives the first line that says something, shortened', () => {
    expect(firstLine(new Error('\n first \nsecond'))).toBe('first')
    expect(firstLine('x'.repeat(400))).toHaveLength(300)
    expect(firstLine(new Error(''))).toBe('')
  })
})
