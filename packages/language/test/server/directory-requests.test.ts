import { afterEach, describe, expect, it } from 'vitest'
import type { CompletionList } from 'vscode-languageserver-protocol/node'
import { directoryRequests } from '../../src/server/directory-requests.ts'
import { openWire, type Wire } from './wire.ts'

const text = 'catalog c "C" {\n  resources group "sa"\n}\n'
let wire: Wire
afterEach(() => wire.close())

const opened = async (experimental?: object) => {
  wire = await openWire({ 'a.entitle': text }, {}, experimental === undefined ? {} : { experimental })
  await wire.open('a.entitle', text)
  const complete = () =>
    wire.client.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri: wire.uri('a.entitle') },
      position: { line: 1, character: 21 },
    })
  return complete
}

describe('a client with a directory', () => {
  it('is asked for its names', async () => {
    const complete = await opened({ entitleNames: true })
    const asked: unknown[] = []
    wire.client.onRequest(directoryRequests.names, params => {
      asked.push(params)
      const name = { name: 'Sales', label: 'Sales', detail: '', about: 'security group', id: '1', shared: false }
      return { names: [name], complete: true, source: 'Contoso' }
    })
    expect((await complete()).items).toMatchObject([
      { label: 'Sales', documentation: 'Security group, in Contoso.', textEdit: { newText: 'Sales' } },
    ])
    expect(asked).toEqual([{ query: { kind: 'group', prefix: 'sa' } }])
  })

  it('may have none, or fail, and completion goes on', async () => {
    const complete = await opened({ entitleNames: true })
    wire.client.onRequest(directoryRequests.names, () => null)
    expect((await complete()).items).toEqual([])
    wire.client.onRequest(directoryRequests.names, () => {
      throw new Error('it is gone')
    })
    expect((await complete()).items).toEqual([])
    expect(wire.log).toEqual([])
  })

  it('is not asked where it does not say that it answers', async () => {
    const complete = await opened()
    let asked = 0
    wire.client.onRequest(directoryRequests.names, () => {
      asked += 1
      return null
    })
    expect((await complete()).items).toEqual([])
    expect(asked).toBe(0)
  })

  it('is told that nobody waits any more', async () => {
    await opened({ entitleNames: true })
    const cancelled = Promise.withResolvers<boolean>()
    const started = Promise.withResolvers<void>()
    wire.client.onRequest(directoryRequests.names, (_params, token) => {
      started.resolve()
      return new Promise(resolve =>
        token.onCancellationRequested(() => {
          cancelled.resolve(true)
          resolve(null)
        }),
      )
    })
    const params = { textDocument: { uri: wire.uri('a.entitle') }, position: { line: 1, character: 21 } }
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node')
    const cancelling = new CancellationTokenSource()
    const answer = wire.client.sendRequest('textDocument/completion', params, cancelling.token).catch(() => undefined)
    await started.promise
    cancelling.cancel()
    expect(await cancelled.promise).toBe(true)
    await answer
  })
})
