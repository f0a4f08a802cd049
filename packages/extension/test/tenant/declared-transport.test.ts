import { NotSentError } from '@entitle/graph'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { declaredTransport } from '../../src/tenant/engine.ts'

const identity = { name: 'contoso', displayName: 'Contoso', cloud: 'china', protected: false } as const
const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
const challenge = {
  'www-authenticate': `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`,
}
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const tokenOf = (name: string, seconds: number) =>
  [part({ alg: 'none' }), part({ name, exp: Math.floor(Date.now() / 1000) + seconds }), 's'].join('.')
const plain = tokenOf('plain', 3600)
const stronger = tokenOf('stronger', 3600)

afterEach(() => vi.unstubAllGlobals())

/** Graph that takes the stronger token only. */
function strictGraph() {
  const asked: (readonly [string, string | null])[] = []
  vi.stubGlobal('fetch', async (input: string | URL, init?: RequestInit) => {
    const sent = new Headers(init?.headers).get('authorization')
    asked.push([new URL(input).host, sent])
    return sent === `Bearer ${stronger}`
      ? Response.json({ value: [] })
      : new Response('{}', { status: 401, headers: challenge })
  })
  return asked
}

const read = { method: 'GET', path: '/me' } as const

describe('a tenant that is reached from VS Code', () => {
  it('has its challenge answered once, by whoever signed in, in its own cloud', async () => {
    const asked = strictGraph()
    const token = vi.fn(async (wanted?: string) => (wanted === undefined ? plain : stronger))
    const transport = declaredTransport(identity, token, () => {})
    expect((await transport.send(read)).status).toBe(200)
    expect((await transport.send(read)).status).toBe(200)
    const host = 'microsoftgraph.chinacloudapi.cn'
    expect(asked).toEqual([
      [host, `Bearer ${plain}`],
      [host, `Bearer ${stronger}`],
      [host, `Bearer ${stronger}`],
    ])
    expect(token.mock.calls.filter(([wanted]) => wanted !== undefined)).toEqual([[claims]])
  })

  it('says why a challenge is not met, once that nothing was changed is said by others, and no token', async () => {
    strictGraph()
    const token = async (wanted?: string) => {
      if (wanted === undefined) return plain
      throw new Error(`You are not signed in to Contoso: Bearer ${plain} was refused. Nothing was changed.`)
    }
    const sent = declaredTransport(identity, token, () => {}).send(read)
    await expect(sent).rejects.toThrow(NotSentError)
    await expect(sent).rejects.toThrow(/You are not signed in to Contoso: Bearer … was refused\.$/)
  })
})
