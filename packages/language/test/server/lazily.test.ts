import { afterEach, describe, expect, it } from 'vitest'
import { CancellationTokenSource, type CodeAction, type CompletionItem } from 'vscode-languageserver-protocol/node'
import { openWire, type Wire } from './wire.ts'

let wire: Wire
afterEach(() => wire.close())

const text = `policy template usual { never expires }
catalog c "C" {
  package p "P" {
    policy q "Q" from usual { requestable by any member }
  }
}
`
const place = (word: string) => {
  const lines = text.slice(0, text.indexOf(word)).split('\n')
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 }
}
const lazy = {
  textDocument: {
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    completion: { completionItem: { snippetSupport: true, resolveSupport: { properties: ['documentation'] } } },
  },
}
const textDocument = () => ({ uri: wire.uri('a.entitle') })
const actions = (word: string, only: readonly string[]): Promise<CodeAction[]> =>
  wire.client.sendRequest('textDocument/codeAction', {
    textDocument: textDocument(),
    range: { start: place(word), end: place(word) },
    context: { diagnostics: [], only },
  })

describe('an editor that resolves', () => {
  it('is told the edits of the action that is chosen', async () => {
    wire = await openWire({ 'a.entitle': text }, {}, lazy)
    await wire.open('a.entitle', text)
    const [inline] = await actions('policy q', ['refactor.inline'])
    expect(inline).toMatchObject({ title: 'Inline template usual into q', data: expect.any(Object) })
    expect(inline?.edit).toBeUndefined()
    const resolved: CodeAction = await wire.client.sendRequest('codeAction/resolve', inline)
    expect(resolved.edit?.changes?.[textDocument().uri]?.length).toBeGreaterThan(0)
  })

  it('is told nothing of an action that there is no more', async () => {
    wire = await openWire({ 'a.entitle': text }, {}, lazy)
    await wire.open('a.entitle', text)
    const [inline] = await actions('policy q', ['refactor.inline'])
    await wire.change('a.entitle', '// gone')
    expect(await wire.client.sendRequest('codeAction/resolve', inline)).toEqual(inline)
  })

  it('is told the documentation of the item that is read', async () => {
    wire = await openWire({ 'a.entitle': text }, {}, lazy)
    await wire.open('a.entitle', text)
    const { items }: { items: CompletionItem[] } = await wire.client.sendRequest('textDocument/completion', {
      textDocument: textDocument(),
      position: place('usual {'),
    })
    expect(items).toEqual([])
    const list: { items: CompletionItem[] } = await wire.client.sendRequest('textDocument/completion', {
      textDocument: textDocument(),
      position: place('usual { requestable'),
    })
    const item = list.items.find(({ label }) => label === 'usual')
    expect(item?.documentation).toBeUndefined()
    const resolved: CompletionItem = await wire.client.sendRequest('completionItem/resolve', item)
    expect(JSON.stringify(resolved.documentation)).toContain('policy template usual')
  })
})

describe('an editor that does not', () => {
  it('is told edits at once, and no snippets', async () => {
    wire = await openWire({ 'a.entitle': text })
    await wire.open('a.entitle', text)
    const [inline] = await actions('policy q', ['refactor.inline'])
    expect(inline?.edit).toBeDefined()
    const { items }: { items: CompletionItem[] } = await wire.client.sendRequest('textDocument/completion', {
      textDocument: textDocument(),
      position: { line: 5, character: 1 },
    })
    const policy = items.find(({ label }) => label === 'policy template')
    expect(policy).toMatchObject({ textEdit: { newText: 'policy template name {\n  \n}' } })
    expect(policy?.insertTextFormat).toBeUndefined()
  })
})

describe('many requests at once', () => {
  it('are each answered as if alone', async () => {
    const many = (name: string, count: number) =>
      Array.from({ length: count }, (_, index) => `group ${name}-${index} "${name} ${index}"\n`).join('')
    const files = { 'a.entitle': many('a', 1500), 'b.entitle': `${many('b', 1200)}user u "u@contoso.com"\n` }
    wire = await openWire(files)
    const tokens = async (file: string) => {
      const answer: { data: number[] } = await wire.client.sendRequest('textDocument/semanticTokens/full', {
        textDocument: { uri: wire.uri(file) },
      })
      return answer.data.length / 5
    }
    const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 99 } }
    const inRange: Promise<{ data: number[] }> = wire.client.sendRequest('textDocument/semanticTokens/range', {
      textDocument: { uri: wire.uri('a.entitle') },
      range,
    })
    expect(await Promise.all([tokens('a.entitle'), tokens('b.entitle'), tokens('a.entitle')])).toEqual([
      3000, 2402, 3000,
    ])
    expect((await inRange).data.length / 5).toBe(4)
  })

  it('that are cancelled are answered so, and the others go on', async () => {
    wire = await openWire({ 'a.entitle': text })
    const source = new CancellationTokenSource()
    await wire.open('a.entitle', `${text}\n// more`)
    const hover = (token?: CancellationTokenSource['token']) =>
      wire.client.sendRequest(
        'textDocument/references',
        { textDocument: textDocument(), position: place('usual {'), context: { includeDeclaration: true } },
        ...(token === undefined ? [] : [token]),
      )
    const cancelled = hover(source.token)
    source.cancel()
    const outcome = await cancelled.then(
      () => 'answered',
      (error: { code: number }) => error.code,
    )
    expect([-32800, 'answered']).toContain(outcome)
    expect(await hover()).toHaveLength(2)
  })
})

describe('related documents', () => {
  it('of which something else holds now come along', async () => {
    const pulling = { textDocument: { diagnostic: { relatedDocumentSupport: true } } }
    wire = await openWire({ 'a.entitle': 'catalog a "A" { owners someone }\n', 'b.entitle': '\n' }, {}, pulling)
    type Report = { relatedDocuments?: Record<string, { kind: string; items: { code: string }[] }> }
    const pull = (file: string): Promise<Report> =>
      wire.client.sendRequest('textDocument/diagnostic', { textDocument: { uri: wire.uri(file) } })
    expect((await pull('a.entitle')).relatedDocuments).toBeUndefined()
    await wire.open('b.entitle', 'user someone "someone@contoso.com"\n')
    const related = (await pull('b.entitle')).relatedDocuments?.[wire.uri('a.entitle')]
    expect(related?.kind).toBe('full')
    expect(related?.items.map(({ code }) => code)).not.toContain('unknown-name')
    expect((await pull('b.entitle')).relatedDocuments).toBeUndefined()
  })
})
