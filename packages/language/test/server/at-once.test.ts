import { afterEach, describe, expect, it } from 'vitest'
import { type Diagnostic, RegistrationRequest } from 'vscode-languageserver-protocol/node'
import { openWire, type Wire } from './wire.ts'

let wire: Wire
afterEach(() => wire.close())

const files = {
  'organizations.entitle': 'organization fabrikam "Fabrikam" { domain "fabrikam.com" }\n',
  'templates.entitle': `policy template terms {
  approval { stage by user "anna@contoso.com" }
  expires after 90 days
  review quarterly { reviewers user "anna@contoso.com" if no response remove access }
}
`,
  'partners.entitle': `catalog partners "Partners" {
  package p "P" {
    policy q "Q" from terms { requestable by users from fabrikam }
  }
}
`,
}
const asked = [
  'codeLens',
  'documentSymbol',
  'foldingRange',
  'documentLink',
  'semanticTokens/full',
  'inlayHint',
  'diagnostic',
] as const

/** What VS Code's client does in one breath: it opens the file that shows, tells its settings when it is asked to, and asks for everything. */
describe('an editor that starts with an open file', () => {
  it.each([0, 1, 3])('is answered everything, and rightly, whatever interrupts what (%i ms)', async delay => {
    wire = await openWire(
      files,
      {},
      {
        textDocument: { diagnostic: {} },
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      },
      { settings: () => ({ exclude: [] }) },
    )
    wire.client.onRequest(RegistrationRequest.type, ({ registrations }) => {
      if (registrations.some(({ method }) => method === 'workspace/didChangeConfiguration'))
        setTimeout(
          () =>
            void wire.client.sendNotification('workspace/didChangeConfiguration', {
              settings: { entitle: { exclude: [] } },
            }),
          delay,
        )
    })
    const [uri, text] = [wire.uri('partners.entitle'), files['partners.entitle']]
    void wire.open('partners.entitle', text)
    void wire.client.sendNotification('workspace/didChangeConfiguration', { settings: { entitle: { exclude: [] } } })
    const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } }
    const answers = await Promise.all(
      asked.map(what => wire.client.sendRequest(`textDocument/${what}`, { textDocument: { uri }, range })),
    )
    expect(answers).toHaveLength(asked.length)
    const { items } = (await wire.client.sendRequest('textDocument/diagnostic', { textDocument: { uri } })) as {
      readonly items: readonly Diagnostic[]
    }
    expect(items.filter(({ severity }) => severity === 1).map(({ message }) => message)).toEqual([])
    const lenses = (await wire.client.sendRequest('textDocument/codeLens', { textDocument: { uri } })) as {
      readonly command?: { readonly title: string }
    }[]
    expect(lenses.map(({ command }) => command?.title).join()).toBe('1 policy · users from fabrikam')
  })
})
