import { describe, expect, it } from 'vitest'
import { requestableInWords, termsInWords } from '../../src/printing/terms-in-words.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'

const termsOf = async (body: string) => {
  const text = `organization fabrikam "Fabrikam"\nuser anna "anna@contoso.com"\napp crm "CRM"\npolicy template t {\n${body}\n}`
  const { program } = await openWorkspace({ files: { '/work/a.entitle': text }, today: '2026-11-22' })
  return program.templates[0]?.terms ?? {}
}
const line = async (label: string, body: string) =>
  termsInWords(await termsOf(body)).find(term => term.label === label)?.text

describe('terms in words', () => {
  it.each([
    ['requestable by', 'requestable by no one', 'no one'],
    ['requestable by', 'requestable by any connected organization', 'any connected organization'],
    ['requestable by', 'requestable by users from fabrikam', 'users from fabrikam'],
    ['requestable by', 'requestable by anna, group "Sales"', 'anna, "Sales"'],
    ['requestable by', 'requestable by app crm', 'app crm'],
    ['approval', 'approval not required', 'not required'],
    ['approval', 'approval { stage by manager, fallback anna }', '1 stage: manager, fallback anna (within 14 days)'],
    [
      'approval',
      'approval { stage by external sponsors { within 8 hours escalate to anna, fallback manager level 2 after 2 hours } }',
      '1 stage: external sponsors (within 8 hours; escalates to anna, fallback manager level 2 after 2 hours)',
    ],
    ['expires', 'never expires', 'never'],
    ['expires', 'expires after 2 weeks', 'after 14 days'],
    ['expires', 'expires on 2027-06-30 18:00', 'on 2027-06-30 18:00'],
    ['extension', 'extension denied', 'denied'],
    ['extension', 'extension allowed', 'allowed'],
    ['extension', 'extension allowed with approval', 'allowed with approval'],
    [
      'review',
      'review monthly { reviewers self if no response keep access starting 2027-01-04 }',
      'monthly by self, starting 2027-01-04',
    ],
    [
      'assigned automatically',
      'assigned automatically where "user.city -eq \\"Oslo\\""',
      'where user.city -eq "Oslo", removed at once',
    ],
    [
      'assigned automatically',
      'assigned automatically where "user.city -eq null", removed after 8 hours',
      'where user.city -eq null, removed after 8 hours',
    ],
    ['managers', 'managers may request for their reports', 'may request for their reports'],
    ['requestor', 'requestor may choose dates', 'may choose dates'],
    ['notifications', 'notifications off', 'off'],
    ['asks', 'ask "Why?"', '"Why?"'],
    ['asks', 'ask "Why?" long answer ask "Who?" required', '"Why?" (long answer); "Who?" (required)'],
    ['asks', 'ask "Which?" choose "A", "B"', '"Which?" (one of "A", "B")'],
  ])('%s: %s', async (label, body, text) => {
    expect(await line(label, body)).toContain(text)
  })

  it('of what only holds where it is said, nothing else', async () => {
    const labels = termsInWords(await termsOf('notifications off')).map(({ label }) => label)
    expect(labels).toEqual(['requestable by', 'approval', 'expires', 'extension', 'review', 'notifications'])
  })

  it('tell what nobody says', async () => {
    for (const { text } of termsInWords({})) expect(text).toMatch(/\(nothing is said\)$/)
  })

  it('who may request, by itself', async () => {
    const { requestable } = await termsOf('requestable by any agent identity')
    expect(requestable && requestableInWords(requestable.value)).toBe('any agent identity')
  })
})
