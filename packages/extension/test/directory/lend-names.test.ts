import { describe, expect, it } from 'vitest'
import { lendNames } from '../../src/directory/lend-names.ts'
import type { NamesParams } from '../../src/language/requests.ts'

interface Token {
  readonly isCancellationRequested: boolean
  onCancellationRequested(act: () => void): void
}

const lending = () => {
  const signals: AbortSignal[] = []
  let handler: ((params: NamesParams, token: Token) => Promise<unknown>) | undefined
  const features: { fillClientCapabilities(capabilities: object): void }[] = []
  const client = {
    registerFeature: (feature: (typeof features)[number]) => features.push(feature),
    onRequest: (method: string, act: typeof handler) => {
      if (method === 'entitle/names') handler = act
    },
  }
  lendNames(client as unknown as Parameters<typeof lendNames>[0], {
    answer: async (_params, signal) => {
      signals.push(signal)
      return null
    },
  })
  const ask = async (token: Token) => handler?.({ query: { kind: 'group', prefix: 's' } }, token)
  return { signals, features, ask }
}

describe('lendNames', () => {
  it('tells the server, beside whatever else it is told', () => {
    const capabilities = { experimental: { other: 1 } }
    for (const feature of lending().features) feature.fillClientCapabilities(capabilities)
    expect(capabilities).toEqual({ experimental: { other: 1, entitleNames: true } })
  })

  it('hands on that the server does not want them any more', async () => {
    const { ask, signals } = lending()
    let cancel = () => {}
    await ask({
      isCancellationRequested: false,
      onCancellationRequested: act => {
        cancel = act
      },
    })
    expect(signals[0]?.aborted).toBe(false)
    cancel()
    expect(signals[0]?.aborted).toBe(true)
    await ask({ isCancellationRequested: true, onCancellationRequested: () => {} })
    expect(signals[1]?.aborted).toBe(true)
  })
})
