import { afterEach, describe, expect, it } from 'vitest'
import type {
  ClientCapabilities,
  CodeAction,
  SemanticTokens,
  SemanticTokensDelta,
} from 'vscode-languageserver-protocol/node'
import { openWire, type Wire } from './wire.ts'

const text = `catalog partners "Partners" {
  package alpine "Alpine" {
    policy staff "Staff" {
      requestable by group "Sales"
      expires after 3 days
    }
  }
}
`
const able: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'], snippetEditSupport: true } },
}

let wire: Wire
afterEach(() => wire.close())

const actions = async (line: number, character: number, only: readonly string[]) => {
  const at = { line, character }
  const found = await wire.client.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
    textDocument: { uri: wire.uri('a.entitle') },
    range: { start: at, end: at },
    context: { diagnostics: [], only },
  })
  return found ?? []
}

describe('refactorings over the wire', () => {
  it('are offered by their kinds, to an editor that can make files', async () => {
    wire = await openWire({ 'a.entitle': text }, {}, able)
    await wire.open('a.entitle', text)
    expect((await actions(3, 25, ['refactor'])).map(({ kind }) => kind)).toEqual([
      'refactor.extract.template',
      'refactor.move.package',
      'refactor.extract.object',
    ])
    expect((await actions(3, 25, ['refactor.move'])).map(({ title }) => title)).toEqual([
      'Move package alpine to alpine.entitle',
    ])
    expect((await actions(0, 20, ['refactor.rewrite'])).map(({ title }) => title)).toEqual([
      'Rename display name and keep the old one as formerly',
    ])
    expect(await actions(3, 25, ['source'])).toEqual([])
  })

  it('that an editor could not carry out are not offered to it', async () => {
    wire = await openWire({ 'a.entitle': text })
    await wire.open('a.entitle', text)
    expect((await actions(3, 25, ['refactor'])).map(({ kind }) => kind)).toEqual([
      'refactor.extract.template',
      'refactor.extract.object',
    ])
  })
})

describe('semantic tokens over the wire', () => {
  it('are all of them, then what changed', async () => {
    wire = await openWire({ 'a.entitle': text })
    await wire.open('a.entitle', text)
    const textDocument = { uri: wire.uri('a.entitle') }
    const full = await wire.client.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', { textDocument })
    await wire.change('a.entitle', `\n${text}`)
    const delta = await wire.client.sendRequest<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId: full.resultId,
    })
    expect(delta.edits).toEqual([{ start: 0, deleteCount: 1, data: [1] }])
    const again = await wire.client.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', { textDocument })
    expect(again.resultId).toBe(delta.resultId)
  })
})
