import type { Diagnosis, Topic } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { type LookAgain, lookAgain, remediesOf } from '../../src/doctor/remedies.ts'

const identity = {
  name: 'contoso',
  displayName: 'Contoso',
  domain: 'contoso.com',
  cloud: 'global',
  protected: false,
} as const
const look: LookAgain = {
  meant: { target: { kind: 'declared', tenant: 'contoso', title: 'Contoso' }, identity },
  access: 'read',
  anotherAccount: false,
}
const inSandbox: LookAgain = { ...look, meant: { target: { kind: 'sandbox', title: 'the sandbox tenant' }, identity } }
const problem = (topic: Topic, more: Partial<Diagnosis> = {}): Diagnosis => ({
  topic,
  state: 'problem',
  says: 'So.',
  ...more,
})
const titles = (diagnosis: Diagnosis, how = look) => remediesOf(diagnosis, how).map(({ title }) => title)

describe('what can be done about a finding', () => {
  it('is to open the page of its remedy, and to sign in with more, or as somebody else', () => {
    const link = 'https://login.microsoftonline.com/contoso.com/v2.0/adminconsent'
    const remedies = remediesOf(problem('permissions', { link }), look)
    expect(remedies).toEqual([
      { title: 'Open Consent Page', command: 'vscode.open', arguments: [link] },
      {
        title: 'Sign In with What Deploying Takes',
        command: 'entitle.doctor',
        arguments: [{ ...look, access: 'write' }],
      },
      {
        title: 'Sign In with Another Account',
        command: 'entitle.doctor',
        arguments: [{ ...look, anotherAccount: true }],
      },
    ])
  })

  it('is not to ask for what was asked for', () => {
    expect(titles(problem('permissions'), { ...look, access: 'write' })).toEqual(['Sign In with Another Account'])
  })

  it.each([
    ['sign-in', ['Sign In with Another Account']],
    ['roles', ['Sign In with Another Account']],
    ['resources', ['Sign In with Another Account']],
    ['licence', []],
    ['limits', []],
    ['clock', ['Check Again']],
    ['network', ['Check Again']],
  ] as const)('depends on its topic: %s', (topic, expected) => {
    expect(titles(problem(topic))).toEqual(expected)
  })

  it('is nothing where there is no problem, and no sign-in in the sandbox', () => {
    expect(titles({ topic: 'permissions', state: 'ok', says: 'So.', link: 'https://x' })).toEqual([])
    expect(titles({ topic: 'sign-in', state: 'not-determined', says: 'So.' })).toEqual([])
    expect(titles(problem('permissions'), inSandbox)).toEqual([])
  })

  it('looks again with the account that was chosen, without asking for another', () => {
    expect(lookAgain({ ...look, access: 'write', anotherAccount: true }).arguments).toEqual([
      { ...look, access: 'write' },
    ])
  })
})
