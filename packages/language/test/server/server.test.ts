import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { type CodeAction, LSPErrorCodes, ResponseError } from 'vscode-languageserver-protocol/node'
import { openWire, type Wire } from './wire.ts'

const directory = `tenant contoso "Contoso" {
  domain "contoso.com"
}

user  anna   "anna@contoso.com"
group desk   "Desk"
group alpine "Project Alpine"
`
const catalog = `catalog partners "Partners" {
  owners desk
  resources alpine
  package alpine-access "Alpine" {
    description "Files."
    grants "Member" of alpine
    policy staff "Staff" {
      description "For us."
      requestable by any member
      approval { stage by desk }
      expires after 180 days
    }
  }
}
`
const files = { 'directory.entitle': directory, 'sub/partners.entitle': catalog }

let wire: Wire
afterEach(() => wire.close())
const at = (text: string, word: string, skip = 0) => {
  let offset = -1
  for (let i = 0; i <= skip; i++) offset = text.indexOf(word, offset + 1)
  const before = text.slice(0, offset).split('\n')
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
}

describe('initialize', () => {
  it('says what the server can do', async () => {
    wire = await openWire(files)
    const { capabilities, serverInfo } = wire.initialized
    expect(serverInfo?.name).toBe('Entitle')
    expect(capabilities).toMatchObject({
      codeActionProvider: {
        resolveProvider: true,
        codeActionKinds: [
          'quickfix',
          'source.fixAll.entitle',
          'refactor.extract',
          'refactor.inline',
          'refactor.move',
          'refactor.rewrite',
        ],
      },
      completionProvider: { resolveProvider: true },
      definitionProvider: true,
      documentFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '}' },
      documentRangeFormattingProvider: { rangesSupport: true },
      foldingRangeProvider: true,
      hoverProvider: true,
      inlayHintProvider: {},
      renameProvider: { prepareProvider: true },
      selectionRangeProvider: true,
      semanticTokensProvider: { range: true, full: { delta: true } },
      workspaceSymbolProvider: {},
    })
  })
})

describe('findings', () => {
  it('are sent for files that nobody opened', async () => {
    wire = await openWire({ 'a.entitle': 'catalog a "A" { owners nobody }\n' })
    const all = await wire.diagnostics('a.entitle', some => some.length > 0)
    const found = all.find(({ message, severity }) => String(message).includes('nobody') && severity === 1)
    expect(found).toMatchObject({ severity: 1, source: 'entitle', code: expect.any(String) })
    expect(found?.codeDescription?.href).toBe(
      'https://github.com/entitle/entitle/blob/main/docs/reference/findings.md#unknown-name',
    )
  })

  it('in one file change when another does', async () => {
    wire = await openWire({ 'a.entitle': 'catalog a "A" { owners someone }\n', 'b.entitle': '\n' })
    await wire.diagnostics('a.entitle', all => all.some(({ message }) => String(message).includes('someone')))
    await wire.open('b.entitle', 'user someone "someone@contoso.com"\n')
    const left = await wire.diagnostics(
      'a.entitle',
      all => !all.some(({ message }) => String(message).includes('someone')),
    )
    expect(left.filter(({ severity }) => severity === 1)).toEqual([])
    await wire.change('b.entitle', '\n')
    await wire.diagnostics('a.entitle', all => all.some(({ message }) => String(message).includes('someone')))
  })

  it('of a file that is closed unsaved are those of what is on disk', async () => {
    wire = await openWire({
      'a.entitle': 'catalog a "A" { owners someone }\n',
      'b.entitle': 'user someone "s@contoso.com"\n',
    })
    await wire.open('b.entitle', 'user nobody "n@contoso.com"\n')
    const missing = (all: readonly { message: unknown; severity?: number }[]) =>
      all.some(({ message, severity }) => severity === 1 && String(message).includes('someone'))
    await wire.diagnostics('a.entitle', missing)
    await wire.shut('b.entitle')
    await wire.diagnostics('a.entitle', all => !missing(all))
    await wire.open('new.entitle', 'catalog {')
    await wire.diagnostics('new.entitle', all => all.length > 0)
    await wire.shut('new.entitle')
    await wire.diagnostics('new.entitle', all => all.length === 0)
  })

  it('of syntax come and go', async () => {
    wire = await openWire(files)
    await wire.open('sub/partners.entitle', catalog.replace('expires after', 'expires afer'))
    const found = await wire.diagnostics('sub/partners.entitle', all => all.some(({ code }) => code === 'syntax'))
    expect(found.filter(({ code }) => code === 'syntax')).toHaveLength(1)
    await wire.change('sub/partners.entitle', catalog)
    await wire.diagnostics('sub/partners.entitle', all => all.every(({ severity }) => severity !== 1))
  })
})

describe('requests', () => {
  it('complete, hover, define, rename, format, select', async () => {
    wire = await openWire(files)
    await wire.open('sub/partners.entitle', catalog)
    const textDocument = { uri: wire.uri('sub/partners.entitle') }

    const completion: { items: { label: string }[] } = await wire.client.sendRequest('textDocument/completion', {
      textDocument,
      position: at(catalog, 'alpine', 0),
    })
    expect(completion.items.map(({ label }) => label)).toContain('alpine')

    const hover: { contents: { value: string } } = await wire.client.sendRequest('textDocument/hover', {
      textDocument,
      position: at(catalog, 'staff'),
    })
    expect(hover.contents.value).toContain('after 180 days')

    const [definition]: { targetUri: string }[] = await wire.client.sendRequest('textDocument/definition', {
      textDocument,
      position: at(catalog, 'desk'),
    })
    expect(definition?.targetUri).toBe(wire.uri('directory.entitle'))

    const rename: { changes: Record<string, unknown[]> } = await wire.client.sendRequest('textDocument/rename', {
      textDocument,
      position: at(catalog, 'desk'),
      newName: 'help-desk',
    })
    expect(Object.entries(rename.changes).map(([uri, edits]) => [uri, edits.length])).toEqual([
      [wire.uri('directory.entitle'), 1],
      [wire.uri('sub/partners.entitle'), 2],
    ])

    const formatting = await wire.client.sendRequest('textDocument/formatting', {
      textDocument,
      options: { tabSize: 8, insertSpaces: false },
    })
    expect(formatting).toEqual([])

    const selection: unknown = await wire.client.sendRequest('textDocument/selectionRange', {
      textDocument,
      positions: [at(catalog, 'desk')],
    })
    expect(selection).toMatchObject([{ range: { start: at(catalog, 'desk') }, parent: {} }])
  })

  it('offer fixes', async () => {
    const text = catalog.replace('  resources alpine\n', '')
    wire = await openWire({ ...files, 'sub/partners.entitle': text })
    await wire.open('sub/partners.entitle', text)
    const found = await wire.diagnostics('sub/partners.entitle', all => all.length > 0)
    const actions: { title: string; kind: string }[] = await wire.client.sendRequest('textDocument/codeAction', {
      textDocument: { uri: wire.uri('sub/partners.entitle') },
      range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
      context: { diagnostics: found },
    })
    expect(actions.every(({ kind }) => kind === 'quickfix')).toBe(true)
  })

  it('of Entitle’s own', async () => {
    wire = await openWire(files)
    expect(await wire.client.sendRequest('entitle/tenants', {})).toMatchObject([
      { name: 'contoso', displayName: 'Contoso', domain: 'contoso.com', cloud: 'global', protected: false },
    ])
    const desired: { identity: object; tenant: { objects: { kind: string }[] } } = await wire.client.sendRequest(
      'entitle/desired',
      { tenant: 'contoso' },
    )
    expect(desired.identity).toMatchObject({ name: 'contoso' })
    expect(desired.tenant.objects.map(({ kind }) => kind)).toContain('assignment-policy')
    expect(await wire.client.sendRequest('entitle/check', {})).toMatchObject({ files: 2, findings: expect.any(Array) })
  })
})

describe('what goes wrong', () => {
  it('is answered with an error, not with a result', async () => {
    wire = await openWire(files)
    const answer = wire.client.sendRequest('textDocument/hover', {
      textDocument: { uri: wire.uri('nowhere.entitle') },
      position: { line: 0, character: 0 },
    })
    await expect(answer).rejects.toBeInstanceOf(ResponseError)
    await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.ServerCancelled })
  })

  it('a refused name tells why', async () => {
    wire = await openWire(files)
    const rename = wire.client.sendRequest('textDocument/rename', {
      textDocument: { uri: wire.uri('directory.entitle') },
      position: at(directory, 'desk'),
      newName: 'alpine',
    })
    await expect(rename).rejects.toThrow('alpine is already the name of another declaration of this kind')
  })

  it('a rule that throws is logged, and the editor goes on', async () => {
    wire = await openWire(files, {
      rules: () => {
        throw new Error('broken rule')
      },
    })
    await wire.open('directory.entitle', directory)
    const symbols = await wire.client.sendRequest('textDocument/documentSymbol', {
      textDocument: { uri: wire.uri('directory.entitle') },
    })
    expect(symbols).toHaveLength(4)
    const hover = await wire.client.sendRequest('textDocument/hover', {
      textDocument: { uri: wire.uri('sub/partners.entitle') },
      position: at(catalog, 'staff'),
    })
    expect(hover).toBeNull()
    expect(wire.log.some(message => message.includes('broken rule'))).toBe(true)
  })
})

describe('one copy of the protocol, or error replies would look like results,', () => {
  const modules = fileURLToPath(new URL('../../../../node_modules', import.meta.url))
  const seenFrom = (owner: string, wanted: string) =>
    createRequire(path.join(modules, owner, 'package.json')).resolve(wanted)

  it.each(['vscode-languageserver-protocol', 'vscode-jsonrpc'])('serves the server: %s', async wanted => {
    wire = await openWire({})
    const protocol = 'vscode-languageserver/node_modules/vscode-languageserver-protocol'
    const owners = ['langium', 'vscode-languageserver', 'vscode-languageserver-protocol'].filter(
      owner => owner !== wanted && !(wanted === 'vscode-jsonrpc' && owner !== 'vscode-languageserver-protocol'),
    )
    const own = createRequire(import.meta.url).resolve('vscode-languageserver-protocol')
    const seen = new Set(owners.map(owner => seenFrom(owner, wanted)))
    if (wanted === 'vscode-languageserver-protocol') expect([...seen]).toEqual([own])
    else expect(seen.size).toBe(1)
    expect(own).not.toContain(protocol)
  })

  it('serves the client', async () => {
    wire = await openWire({})
    const protocol = seenFrom('vscode-languageclient', 'vscode-languageserver-protocol')
    const ofClient = seenFrom('vscode-languageclient', 'vscode-jsonrpc')
    expect(createRequire(protocol).resolve('vscode-jsonrpc')).toBe(ofClient)
  })
})

describe('rules', () => {
  const external = `organization fabrikam "Fabrikam" { domain "fabrikam.com" }
group desk "Desk"
catalog c "C" {
  owners desk
  package p "P" {
    policy outside "Outside" {
      requestable by users from fabrikam
      expires after 90 days
    }
  }
}
`
  it('speak in the editor, and their fixes settle them', async () => {
    wire = await openWire({ 'a.entitle': external })
    await wire.open('a.entitle', external)
    const found = await wire.diagnostics('a.entitle', all => all.some(({ code }) => code === 'external-review'))
    const finding = found.find(({ code }) => code === 'external-review')
    if (finding === undefined) throw new Error('not found')
    const textDocument = { uri: wire.uri('a.entitle') }
    const actions: CodeAction[] = await wire.client.sendRequest('textDocument/codeAction', {
      textDocument,
      range: finding.range,
      context: { diagnostics: [finding], only: ['quickfix'] },
    })
    const fix = actions.find(({ title }) => title.startsWith('Add a quarterly review'))
    const [edit] = fix?.edit?.changes?.[textDocument.uri] ?? []
    if (edit === undefined) throw new Error('no edit')
    const lines = external.split('\n')
    const offset = lines.slice(0, edit.range.start.line).join('\n').length + 1 + edit.range.start.character
    await wire.change('a.entitle', external.slice(0, offset) + edit.newText + external.slice(offset))
    await wire.diagnostics('a.entitle', all => !all.some(({ code }) => code === 'external-review'))
  })

  it('are told on hover and offered to standards', async () => {
    const text = 'standard s extends recommended {\n  rule external-review error\n}\n'
    wire = await openWire({ 'a.entitle': text })
    const textDocument = { uri: wire.uri('a.entitle') }
    const hover: { contents: { value: string } } = await wire.client.sendRequest('textDocument/hover', {
      textDocument,
      position: at(text, 'external-review'),
    })
    expect(hover.contents.value).toMatch(/^\*\*external-review\*\*\n\nFinds an external policy without a review/)
    expect(hover.contents.value).toContain('at least quarterly unless a standard says otherwise')
    const { items }: { items: { label: string }[] } = await wire.client.sendRequest('textDocument/completion', {
      textDocument,
      position: at(text, 'external-review'),
    })
    expect(items.map(({ label }) => label)).toContain('external-approval')
  })
})

describe('entitle/print', () => {
  const shop = { kind: 'catalog', address: 'catalog/Shop', name: 'Shop', properties: { displayName: 'Shop' } }

  it('answers with objects as one source text', async () => {
    wire = await openWire(files)
    expect(await wire.client.sendRequest('entitle/print', { tenant: { objects: [shop] } })).toMatch(
      /^catalog shop "Shop"/,
    )
    expect(await wire.client.sendRequest('entitle/print', { tenant: { objects: [] } })).toBe('')
  })

  it('says in comments what the text leaves out', async () => {
    wire = await openWire(files)
    const lost = {
      ...shop,
      kind: 'access-package',
      address: 'catalog/Gone/access-package/Lost',
      parent: 'catalog/Gone',
    }
    expect(await wire.client.sendRequest('entitle/print', { tenant: { objects: [lost] } })).toMatch(
      /^\/\/ Not said of package Lost: What it lies in was not read/,
    )
  })

  it('prints the settings of a tenant that is known', async () => {
    wire = await openWire(files)
    const identity = {
      name: 'contoso',
      displayName: 'Contoso',
      domain: 'contoso.com',
      cloud: 'global',
      protected: false,
    }
    const settings = { kind: 'settings', address: 'settings/', name: '', properties: {} }
    const answer = await wire.client.sendRequest('entitle/print', { tenant: { objects: [settings] }, identity })
    expect(answer).toMatch(/^tenant contoso "Contoso"/)
  })
})

describe('entitle/draft', () => {
  it('asks the next question, and ends in source for a file that is not there yet', async () => {
    wire = await openWire(files)
    const draft = (answers: object) =>
      wire.client.sendRequest('entitle/draft', { what: 'catalog', answers, files: ['shop.entitle'] })
    expect(await draft({})).toMatchObject({ ask: { id: 'name' } })
    expect(await draft({ name: 'PARTNERS' })).toMatchObject({
      ask: { id: 'name', problem: expect.stringMatching(/^There is one called/) },
    })
    const answers = { name: 'Shop', description: 'Tools.', owner: 'desk', group: 'Project Alpine' }
    expect(await draft(answers)).toEqual({
      draft: {
        place: { path: 'shop-2.entitle' },
        text: 'catalog shop "Shop" {\n  description "Tools."\n  owners desk\n  resources alpine\n}\n',
      },
    })
  })
})

describe('entitle/tell', () => {
  it('tells of access and of rules in words', async () => {
    wire = await openWire(files)
    const tell = (params: object) => wire.client.sendRequest<string>('entitle/tell', params)
    expect(await tell({ about: 'access', package: 'Alpine' })).toMatch(/^package Alpine, in catalog Partners\n/)
    expect(await tell({ about: 'access', package: 'none' })).toMatch(/^No package is called none\./)
    expect(await tell({ about: 'rules' })).toContain('external-review (recommended: error')
  })
})

describe('requests while settings change', () => {
  it('are answered, also where the change leads to nothing new', async () => {
    wire = await openWire(files)
    const change = (tenant: string) =>
      wire.client.sendNotification('workspace/didChangeConfiguration', { settings: { entitle: { tenant } } })
    for (let turn = 0; turn < 40; turn += 1) {
      await change(`${turn}`)
      if (turn % 3 === 1) await new Promise(resolve => setTimeout(resolve, turn % 7))
      if (turn % 2 === 0) await change(`once more ${turn}`)
      expect(await wire.client.sendRequest('entitle/report', { format: 'json' })).not.toBeNull()
    }
  })
})
