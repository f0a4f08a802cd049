import { describe, expect, it } from 'vitest'
import { issueText } from '../../src/issue/issue-text.ts'
import { redacted } from '../../src/issue/redacted.ts'

describe('redacted', () => {
  it.each([
    ['Signed in as anna.miller+x@mail.contoso.co.uk.', 'Signed in as ‹address›.'],
    ['guest anna_fabrikam.com#EXT#@contoso.onmicrosoft.com', 'guest ‹address›'],
    ['tenant 8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11 (8C1B6D0F-57A4-4D4B-9A2B-2D4F0C6A9A11)', 'tenant ‹id› (‹id›)'],
    ['file:///home/anna/work/a.entitle:3', '‹place›'],
    ['https://contoso.sharepoint.com/sites/alpine, then', '‹place›, then'],
    ['kept in /home/anna/.config/Code/sandbox.sqlite.', 'kept in ‹path›'],
    ['kept in C:\\Users\\Anna Miller\\sandbox.sqlite', 'kept in ‹path›'],
    ['Nothing is called "Project Alpine" here', 'Nothing is called "‹text›" here'],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer …'],
    ['token eyJhbGciOi.eyJzdWIi.c2ln', 'token …'],
    ['client_secret=hunter2&x=1', 'client_secret=…&x=1'],
    ['3 of 6 done (412 ms), 2026-11-23', '3 of 6 done (412 ms), 2026-11-23'],
  ])('takes out of %j what identifies', (text, told) => {
    expect(redacted(text, [])).toBe(told)
  })

  it('takes out the names of the workspace and the tenant, longer ones first and whatever their case', () => {
    const names = ['Alpine', 'Alpine supplier access', 'Contoso (test)', '', 'x']
    expect(redacted('package alpine supplier access › Alpine in Contoso (test): created, x', names)).toBe(
      'package ‹name› › ‹name› in ‹name›: created, x',
    )
  })

  it('leaves a name that is only a part of a word', () => {
    expect(redacted('planned a plan', ['plan'])).toBe('planned a ‹name›')
    expect(redacted('Übergabe an Über', ['Über'])).toBe('Übergabe an ‹name›')
  })

  it('takes signs in a name as they are', () => {
    expect(redacted('a.c abc (a|b)*', ['a.c', '(a|b)*'])).toBe('‹name› abc ‹name›')
    const odd = ['contoso-test', 'R/D 100%', '[x]{y}', '^$+?', 'back\\slash']
    for (const name of odd) expect(redacted(`in ${name} now`, odd)).toBe('in ‹name› now')
  })
})

describe('the text of an issue', () => {
  const circumstances = {
    version: '0.1.0',
    editor: 'VS Code 1.101.0, on the desktop',
    system: 'local',
    metadataDate: '2026-08-20',
    changedSettings: ['entitle.tenant'],
    log: 'one\n```\ntwo\n',
  }

  it('says that nothing was sent, and names settings without their values', () => {
    const text = issueText(circumstances)
    expect(text).toContain('Nothing has been sent.')
    expect(text).toContain('- Changed settings: entitle.tenant\n')
    expect(issueText({ ...circumstances, changedSettings: [] })).toContain('- Changed settings: none\n')
  })

  it('keeps the log in one block, whatever stands in it', () => {
    expect(issueText(circumstances).match(/```/g)).toHaveLength(2)
  })
})
