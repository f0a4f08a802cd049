import { describe, expect, it } from 'vitest'
import { interviewText } from '../../src/telling/interview-text.ts'

describe('what an agent is told of an interview', () => {
  it('is the next question, with the answers that it may give', () => {
    const choices = [
      { value: 'any member', label: 'Members', detail: 'no guests' },
      { value: 'no one', label: 'Nobody' },
    ]
    expect(interviewText({ ask: { id: 'requestors', title: 'Who may request it?', choices } }).split('\n')).toEqual([
      'Nothing was written yet. Ask the user: Who may request it?',
      'Answer with one of:',
      '- any member: Members (no guests)',
      '- no one: Nobody',
      'Call again with the answers so far and one for "requestors".',
    ])
  })

  it('is what was wrong with an answer', () => {
    const text = interviewText({
      ask: { id: 'name', title: 'What is it called?', example: 'A', problem: 'Write a name.' },
    })
    expect(text).toMatch(/^The answer to name will not do: Write a name\.\n/)
    expect(text).toContain('such as: A')
  })

  it('is why there are no questions', () => {
    expect(interviewText({ refused: 'No catalog yet.', first: 'catalog' })).toBe('No catalog yet.')
  })
})
