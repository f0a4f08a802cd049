import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { until } from './until.ts'
import { file, open, positionOf } from './workspace-files.ts'

const findings = (uri: vscode.Uri, rule: string) =>
  vscode.languages.getDiagnostics(uri).filter(({ code }) => (typeof code === 'object' ? code.value : code) === rule)

const run = <T>(command: string, ...parameters: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, ...parameters)

export const defineEditing = () =>
  describe('editing', () => {
    it('finds external access without an end, and repairs it', async () => {
      const { document } = await open('visitors.entitle')
      const [finding] = await until('the finding', () => {
        const found = findings(document.uri, 'external-expiration')
        return found.length > 0 && found
      })
      assert.equal(finding?.severity, vscode.DiagnosticSeverity.Error)
      const actions = await run<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, finding.range)
      const fix = actions.find(({ title }) => title.includes('expires after 180 days'))
      assert.ok(fix?.edit, `a fix among ${actions.map(({ title }) => title).join(', ')}`)
      assert.ok(await vscode.workspace.applyEdit(fix.edit))
      assert.match(document.getText(), /expires after 180 days/)
      await until('the finding to go', () => findings(document.uri, 'external-expiration').length === 0)
      await run('workbench.action.files.revert')
    })

    it('completes names of another file and statements', async () => {
      const { document } = await open('visitors.entitle')
      const labels = async (at: vscode.Position) => {
        const list = await run<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at)
        return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label))
      }
      const names = await labels(positionOf(document, 'toolbox-users'))
      assert.ok(names.includes('alpine-team'), names.join(', '))
      const statements = await labels(positionOf(document, 'never expires'))
      assert.ok(
        statements.some(label => label.startsWith('review')),
        statements.join(', '),
      )
    })

    it('hovers a name with what it means', async () => {
      const { document } = await open('visitors.entitle')
      const at = positionOf(document, 'fabrikam', 2)
      const hovers = await until('a hover', async () => {
        const found = await run<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at)
        return found.length > 0 && found
      })
      const text = hovers
        .flatMap(hover => hover.contents.map(part => (typeof part === 'string' ? part : part.value)))
        .join('\n')
      assert.match(text, /Fabrikam/)
    })

    it('goes to a definition in another file, and finds its references', async () => {
      const { document } = await open('visitors.entitle')
      const at = positionOf(document, 'partner-terms', 2)
      const places = await run<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at,
      )
      const [place] = places.map(each => ('targetUri' in each ? each.targetUri : each.uri))
      assert.equal(place?.path, file('templates.entitle').path)
      const references = await run<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, at)
      assert.ok(references.length >= 3, `${references.length} references`)
    })

    it('renames across files', async () => {
      const { document } = await open('visitors.entitle')
      const at = positionOf(document, 'toolbox-users', 2)
      const edit = await run<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        at,
        'toolbox-people',
      )
      const names = edit.entries().map(([uri]) => uri.path.split('/').at(-1))
      for (const name of ['visitors.entitle', 'directory.entitle', 'partners.entitle'])
        assert.ok(names.includes(name), `${names}`)
    })

    it('formats, and a second time changes nothing', async () => {
      const { document } = await open('visitors.entitle')
      const options = { tabSize: 2, insertSpaces: true }
      const format = () =>
        run<vscode.TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', document.uri, options)
      assert.deepEqual((await format()) ?? [], [], 'the example is formatted')
      const edit = new vscode.WorkspaceEdit()
      edit.insert(document.uri, positionOf(document, 'never expires'), '        ')
      await vscode.workspace.applyEdit(edit)
      const edits = await until('edits', async () => {
        const found = await format()
        return found !== undefined && found.length > 0 && found
      })
      assert.ok(edits.length > 0)
      await run('workbench.action.files.revert')
    })

    it('outlines a file', async () => {
      const { document } = await open('partners.entitle')
      const symbols = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri)
      assert.deepEqual(
        symbols.map(({ name }) => name).map(name => /partners|Partner collaboration/.test(name)),
        [true],
      )
      assert.ok((symbols[0]?.children.length ?? 0) >= 4)
    })

    it('works in a file that was never saved', async () => {
      const document = await vscode.workspace.openTextDocument({ language: 'entitle', content: 'catalog {\n' })
      await vscode.window.showTextDocument(document)
      await until('a finding', () => vscode.languages.getDiagnostics(document.uri).length > 0)
      await run('workbench.action.revertAndCloseActiveEditor')
    })

    it('survives a restart of the language server', async () => {
      const { document } = await open('visitors.entitle')
      await run('entitle.restartServer')
      await until('the finding again', () => findings(document.uri, 'external-expiration').length > 0)
    })
  })
