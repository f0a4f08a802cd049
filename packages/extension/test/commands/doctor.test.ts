import type { Diagnosis, Tenant } from '@entitle/graph'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { AuthenticationGetSessionOptions } from 'vscode'
import { doctor } from '../../src/commands/doctor.ts'
import { Cancelled } from '../../src/dialogue/refusal.ts'
import type { LookAgain } from '../../src/doctor/remedies.ts'
import type { Entitle } from '../../src/entitle.ts'

const asked: { readonly scopes: readonly string[]; readonly how: AuthenticationGetSessionOptions }[] = []
const told: string[] = []
let answer: (how: AuthenticationGetSessionOptions) => Promise<unknown>
let cancel: (() => void) | undefined

vi.mock('vscode', () => ({
  UIKind: { Desktop: 1, Web: 2 },
  env: { uiKind: 1 },
  ProgressLocation: { Notification: 1 },
  authentication: {
    getSession: (_: string, scopes: readonly string[], how: AuthenticationGetSessionOptions) => {
      asked.push({ scopes, how })
      return answer(how)
    },
  },
  commands: { executeCommand: async () => {} },
  version: '1.139.0',
  window: {
    showErrorMessage: async (message: string, ...buttons: string[]) =>
      void told.push([message, ...buttons].join(' | ')),
    showInformationMessage: async (message: string) => void told.push(message),
    withProgress: (_: object, task: (progress: object, cancellation: object) => unknown) =>
      task(
        { report: () => {} },
        {
          onCancellationRequested: (listener: () => void) => {
            cancel = listener
          },
        },
      ),
  },
  workspace: { isTrusted: true, getConfiguration: () => ({ get: (_: string, otherwise: unknown) => otherwise }) },
}))

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
const session = { id: '1', accessToken: 't', account: { id: 'a', label: 'anna@contoso.com' }, scopes: [] }
const fine: Diagnosis = { topic: 'sign-in', state: 'ok', says: 'Signed in.' }
const network: Diagnosis = { topic: 'network', state: 'ok', says: 'graph.microsoft.com answers' }

/** The extension's parts with an engine that has no tenant. */
function extension(engine: object = {}, declared: Tenant = { objects: [] }) {
  const shown: { readonly diagnoses: readonly Diagnosis[]; readonly look: LookAgain }[] = []
  const visits: object[] = []
  const parts = {
    log: { info: () => {} },
    language: { desired: async () => ({ tenant: declared, identity, findings: [] }) },
    doctors: {
      show: async ({ diagnoses }: { diagnoses: readonly Diagnosis[] }, how: LookAgain) =>
        void shown.push({ diagnoses, look: how }),
    },
    engine: () => ({
      graphOrigin: () => 'https://graph.microsoft.com',
      tokenFacts: () => ({ kind: 'person', scopes: [], roles: [], tenantId: 'other' }),
      declaredTransport: () => ({}),
      knockAt: async () => [],
      reachLines: () => [network],
      trail: String,
      whyNotSignedIn: () => ({ says: 'nobody has agreed yet (AADSTS65001)', link: 'https://consent' }),
      diagnose: async (visit: object) => {
        visits.push(visit)
        return [fine]
      },
      ...engine,
    }),
  }
  return { entitle: parts as unknown as Entitle, shown, visits }
}

beforeEach(() => {
  asked.length = 0
  told.length = 0
  cancel = undefined
  answer = async ({ silent }) => (silent === true && asked.length === 1 ? undefined : session)
})

describe('Check Sign-In and Permissions', () => {
  it('asks for no more than reading takes, unless more was given already', async () => {
    const { entitle } = extension()
    await doctor(entitle, look)
    const [first, second] = asked
    expect(first?.how).toEqual({ silent: true })
    expect(first?.scopes[0]).toBe('https://graph.microsoft.com/EntitlementManagement.ReadWrite.All')
    expect(second?.how).toHaveProperty('createIfNone')
    expect(second?.scopes.filter(scope => scope.startsWith('https:'))).toEqual([
      'https://graph.microsoft.com/EntitlementManagement.Read.All',
    ])
  })

  it('asks for what deploying takes where a person wants that', async () => {
    const { entitle } = extension()
    await doctor(entitle, { ...look, access: 'write' })
    expect(asked[1]?.scopes[0]).toContain('EntitlementManagement.ReadWrite.All')
    expect(asked[1]?.how).toHaveProperty('createIfNone')
  })

  it('looks into whichever tenant the sign-in leads to, and has the engine say that it is another', async () => {
    const { entitle, visits, shown } = extension()
    expect(await doctor(entitle, look)).toEqual({ problems: 0, summary: 'no problem found' })
    expect(visits).toEqual([expect.objectContaining({ tenantId: 'other', way: 'VS Code', identity })])
    expect(visits[0]).not.toHaveProperty('desired')
    expect(shown).toEqual([{ diagnoses: [fine, network], look }])
    expect(told).toEqual(['Check of Contoso: no problem found. Nothing was changed.'])
  })

  it('tells of a sign-in that failed, with where an administrator agrees, and of the network', async () => {
    answer = ({ silent }) => (silent === true ? Promise.resolve(undefined) : Promise.reject(new Error('AADSTS65001')))
    const { entitle, shown, visits } = extension()
    expect(await doctor(entitle, look)).toEqual({ problems: 1, summary: '1 problem found' })
    expect(visits).toEqual([])
    expect(shown[0]?.diagnoses).toEqual([
      {
        topic: 'sign-in',
        state: 'problem',
        says: 'You are not signed in to Contoso: nobody has agreed yet (AADSTS65001)',
        remedy: 'Have an administrator of the tenant agree at https://consent',
        link: 'https://consent',
      },
      network,
    ])
    expect(told).toEqual(['Check of Contoso: 1 problem found. Nothing was changed. | Check Again'])
  })

  it('tells that a declaration does not say which tenant it is', async () => {
    const { domain: _, ...nowhere } = identity
    const { entitle, shown } = extension()
    await doctor(entitle, { ...look, meant: { ...look.meant, identity: nowhere } })
    expect(shown[0]?.diagnoses[0]?.says).toContain('does not say which tenant it is')
    expect(asked).toEqual([])
  })

  it('shows nothing where the person stops it', async () => {
    const diagnose = async () => {
      cancel?.()
      return [fine]
    }
    const { entitle, shown } = extension({ diagnose })
    await expect(doctor(entitle, look)).rejects.toThrow(Cancelled)
    expect(shown).toEqual([])
  })

  it('hides no failure that nobody expects', async () => {
    const { entitle, shown } = extension({ diagnose: () => Promise.reject(new TypeError('Broken.')) })
    await expect(doctor(entitle, look)).rejects.toThrow('Broken.')
    expect(shown).toEqual([])
  })
})
