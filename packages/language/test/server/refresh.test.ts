import { afterEach, describe, expect, it } from 'vitest'
import { openWire, type Wire } from './wire.ts'

let wire: Wire
afterEach(() => wire.close())

const refreshing = {
  workspace: { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true }, configuration: true },
}
const template = 'policy template usual { expires after 3 days }\n'

describe('what stands between the lines', () => {
  it('is asked for again when another file or a setting changes it', async () => {
    const settings = { inlayHints: { endDates: true } }
    wire = await openWire({ 'a.entitle': template, 'b.entitle': '\n' }, {}, refreshing, { settings: () => settings })
    const heard: string[] = []
    let wake = () => {}
    const asked = (method: string) => {
      heard.push(method)
      wake()
      return null
    }
    wire.client.onRequest('workspace/codeLens/refresh', () => asked('lens'))
    wire.client.onRequest('workspace/inlayHint/refresh', () => asked('hint'))
    const both = () =>
      new Promise<void>(resolve => {
        wake = () => {
          if (heard.includes('lens') && heard.includes('hint')) resolve()
        }
        wake()
      })
    await wire.open('a.entitle', template)
    await wire.client.sendRequest('entitle/check', {})
    expect(heard).toEqual([])
    await wire.open('b.entitle', 'group g "G"\n')
    await both()
    heard.length = 0
    const hints = () =>
      wire.client.sendRequest('textDocument/inlayHint', {
        textDocument: { uri: wire.uri('a.entitle') },
        range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
      })
    expect(await hints()).toHaveLength(1)
    await wire.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { entitle: { inlayHints: { endDates: false } } },
    })
    await both()
    expect(await hints()).toEqual([])
  })
})
