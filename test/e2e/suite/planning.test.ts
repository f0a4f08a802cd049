import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { until } from './until.ts'
import { open, positionOf } from './workspace-files.ts'

const run = <T>(command: string, ...parameters: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, ...parameters)

export const definePlanning = () =>
  describe('planning', () => {
    it('checks the whole workspace', async () => {
      const checked = await run<{ files: number; errors: number }>('entitle.checkWorkspace')
      assert.equal(checked.errors, 1)
      assert.ok(checked.files >= 7, `${checked.files} files`)
    })

    it('runs scenarios, which the Test Explorer has too, and says what is not as expected', async () => {
      const folder = vscode.workspace.workspaceFolders?.[0]
      assert.ok(folder)
      const file = vscode.Uri.joinPath(folder.uri, 'scenarios.entitle')
      const scenario = (title: string, expected: string) =>
        `scenario "${title}" {\n  requestor guest\n  requests partners.site-visits\n  expect ${expected}\n}\n`
      const text = scenario('Nobody gets in', 'denied') + scenario('Everybody may ask', 'access without end')
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text))
      await vscode.window.showTextDocument(file)
      const facts = await until('both of them', async () => {
        const ran = await run<{ passed: number; failed: number; undetermined: number }>('entitle.runScenarios')
        return ran.passed + ran.failed + ran.undetermined === 2 && ran
      })
      assert.notEqual(facts.passed, 2)
      const lenses = await until('a lens above each', async () => {
        const found = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', file, 10)
        const ours = found.filter(({ command }) => command?.command === 'entitle.runScenarios')
        return ours.length === 2 && ours
      })
      const [first] = lenses
      assert.ok(first?.command)
      const one = await run<{ summary: string }>(first.command.command, ...(first.command.arguments ?? []))
      assert.match(one.summary, /^1 scenario: /)
      // The Test Explorer may keep the document of what it tells; an empty one says nothing to those who come after.
      const edit = new vscode.WorkspaceEdit()
      edit.replace(file, new vscode.Range(0, 0, 100, 0), '')
      await vscode.workspace.applyEdit(edit)
      await vscode.workspace.saveAll()
      assert.equal((await run<{ summary: string }>('entitle.runScenarios')).summary, '0 scenarios: 0 passed')
      await run('workbench.action.closeActiveEditor')
      await vscode.workspace.fs.delete(file)
    })

    it('plans nothing while there are errors', async () => {
      await run('entitle.sandbox.start')
      assert.equal(await run('entitle.plan'), undefined)
    })

    it('plans for the sandbox tenant once they are repaired', async () => {
      const { document } = await open('visitors.entitle')
      const edit = new vscode.WorkspaceEdit()
      const at = positionOf(document, 'never expires')
      edit.replace(document.uri, new vscode.Range(at, at.translate(0, 'never expires'.length)), 'expires after 90 days')
      await vscode.workspace.applyEdit(edit)
      const plan = await until('a plan', () => run<{ steps: number; summary: string }>('entitle.plan'))
      assert.equal(document.isDirty, false, 'planning saves the files')
      assert.ok(plan.steps > 30, `${plan.steps} steps`)
      assert.match(plan.summary, /^\d+ to add, \d+ to change, 0 to delete$/)
    })

    it('completes names of the directory from the sandbox tenant, as the directory writes them', async () => {
      const [folder] = vscode.workspace.workspaceFolders ?? []
      assert.ok(folder)
      const uri = vscode.Uri.joinPath(folder.uri, 'completed.entitle')
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('group named "governance"\n'))
      const document = await vscode.workspace.openTextDocument(uri)
      const at = positionOf(document, 'governance', 'governance'.length)
      const found = await until('the name', async () => {
        const list = await run<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, at)
        return list.items.find(({ label }) => label === 'Identity Governance desk')
      })
      assert.ok(found.range instanceof vscode.Range)
      assert.equal(document.getText(found.range), 'governance')
      assert.equal(found.insertText, 'Identity Governance desk')
      assert.match(JSON.stringify(found.documentation), /Security group, in the sandbox tenant\./)
      await vscode.workspace.getConfiguration('entitle').update('directory.complete', false)
      const none = await run<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, at)
      assert.ok(none.items.every(({ label }) => label !== 'Identity Governance desk'))
      await vscode.workspace.getConfiguration('entitle').update('directory.complete', undefined)
      await vscode.workspace.fs.delete(uri)
    })

    it('shows the plan as a text that can’t be edited', async () => {
      await run('entitle.showPlanText')
      const document = await until('the text', () => {
        const shown = vscode.window.activeTextEditor?.document
        return shown?.uri.scheme === 'entitle-plan' && shown
      })
      assert.match(document.getText(), /^Plan for the sandbox tenant\n/)
      assert.match(document.getText(), /\+ package Site visits/)
      await run('workbench.action.closeActiveEditor')
    })

    it('shows a change side by side, in the source language', async () => {
      const address = 'catalog/Partner collaboration'
      await run('entitle.plan.showDifference', { address, label: 'catalog Partner collaboration' })
      const tab = await until('the difference', () => {
        const shown = vscode.window.tabGroups.activeTabGroup.activeTab
        return shown?.input instanceof vscode.TabInputTextDiff && shown
      })
      assert.ok(tab.input instanceof vscode.TabInputTextDiff)
      const [before, after] = await Promise.all(
        [tab.input.original, tab.input.modified].map(uri => vscode.workspace.openTextDocument(uri)),
      )
      assert.equal(before?.getText(), '')
      assert.match(after?.getText() ?? '', /catalog partner-collaboration "Partner collaboration" \{/)
      assert.equal(after?.languageId, 'entitle')
      assert.deepEqual(after === undefined ? [] : vscode.languages.getDiagnostics(after.uri), [])
      await run('workbench.action.closeActiveEditor')
    })

    it('says what a command of the Changes view needs when it is run without a line', async () => {
      assert.equal(await run('entitle.plan.showDifference'), undefined)
      assert.equal(await run('entitle.deployPart'), undefined)
    })

    it('writes a new package and a policy from answers, without findings', async () => {
      const answers = {
        catalog: '0',
        name: 'Drawing room',
        description: 'The plans of all halls.',
        resource: '0',
        requestors: 'no one',
        days: '90',
      }
      const uri = await run<vscode.Uri>('entitle.new.package', answers)
      const document = await vscode.workspace.openTextDocument(uri)
      assert.match(document.getText(), /^package drawing-room "Drawing room" in /)
      assert.equal(document.isDirty, false)
      const checked = await run<{ errors: number }>('entitle.checkWorkspace')
      assert.equal(checked.errors, 0)
      await run('workbench.action.closeActiveEditor')
      await vscode.workspace.fs.delete(uri)
    })

    it('checks and runs scenarios as tasks, and ends with 0 where there are no errors', async () => {
      const tasks = await vscode.tasks.fetchTasks({ type: 'entitle' })
      assert.deepEqual(
        tasks.map(({ name }) => name),
        ['check', 'test'],
      )
      for (const task of tasks) {
        const ended = new Promise<number | undefined>(resolve => {
          const listener = vscode.tasks.onDidEndTaskProcess(({ exitCode }) => {
            listener.dispose()
            resolve(exitCode)
          })
        })
        await vscode.tasks.executeTask(task)
        assert.equal(await ended, 0)
      }
    })

    it('has tools for agents, which read and never deploy', async () => {
      const ours = vscode.lm.tools.map(({ name }) => name).filter(name => name.startsWith('entitle_'))
      assert.deepEqual(ours.sort(), [
        'entitle_check',
        'entitle_explain_access',
        'entitle_list_rules',
        'entitle_new_package',
        'entitle_plan',
      ])
    })

    it('writes a report of an issue without what identifies anybody', async () => {
      const text = await run<string>('entitle.reportIssue')
      assert.match(text, /Nothing has been sent/)
      assert.match(text, /Microsoft Graph v1\.0 as of \d{4}-\d\d-\d\d/)
      assert.doesNotMatch(text, /contoso|fabrikam|Alpine/i)
      await run('workbench.action.revertAndCloseActiveEditor')
    })

    it('selects the tenant that Plan and Deploy use', async () => {
      const chosen = () => vscode.workspace.getConfiguration('entitle').get('tenant')
      assert.equal(await run('entitle.selectTenant', 'contoso'), 'contoso')
      assert.equal(chosen(), 'contoso')
      assert.equal(await run('entitle.selectTenant', ''), '')
      assert.equal(chosen(), '')
    })

    it('shows an auditor where the sources stand, saves it, and compares with it later', async () => {
      const summary = await run<string>('entitle.report')
      assert.match(summary, /^every recommendation is kept, \d+ ways? in from outside, 0 errors/)
      await until('its page', () => vscode.window.tabGroups.activeTabGroup.activeTab?.label === 'Governance Report')
      const [folder] = vscode.workspace.workspaceFolders ?? []
      assert.ok(folder)
      const file = vscode.Uri.joinPath(folder.uri, 'report.json')
      await run('entitle.report.save', file)
      const saved = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)))
      assert.equal(saved.format, 'entitle-report/1')
      assert.equal(await run('entitle.report.compare', file), summary)
      assert.equal(await run('entitle.report.compare', vscode.Uri.joinPath(folder.uri, 'visitors.entitle')), undefined)
      await vscode.workspace.fs.delete(file)
      await run('workbench.action.closeActiveEditor')
    })

    it('audits the sandbox tenant, which has nothing yet that could break a rule', async () => {
      const facts = await run<{ failing: number; summary: string }>('entitle.audit')
      assert.equal(facts.failing, 0)
      assert.match(facts.summary, /^0 rules fail, \d+ pass$/)
      const document = await until('the text', () => {
        const shown = vscode.window.activeTextEditor?.document
        return shown?.uri.scheme === 'entitle-audit' && shown
      })
      assert.match(document.getText(), /^# Audit of the sandbox tenant\n/)
      assert.equal(document.languageId, 'markdown')
      await run('workbench.action.closeActiveEditor')
    })

    it('checks whether deploying to the sandbox tenant will work, and offers to look again', async () => {
      const facts = await run<{ problems: number; summary: string }>('entitle.doctor')
      assert.equal(facts.problems, 0)
      assert.match(facts.summary, /^no problem found/)
      const document = await until('the text', () => {
        const shown = vscode.window.activeTextEditor?.document
        return shown?.uri.scheme === 'entitle-doctor' && shown
      })
      assert.match(document.getText(), /^# Check of the sandbox tenant\n/)
      assert.match(document.getText(), /✓ Signed in as .* \(an application\), sandbox tenant/)
      assert.equal(document.languageId, 'markdown')
      const lenses = await until('what can be done', async () => {
        const found = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10)
        return found.length > 0 && found
      })
      const [again] = lenses
      assert.equal(again?.command?.title, 'Check Again')
      const { command, arguments: given = [] } = again.command
      assert.deepEqual(await run(command, ...given), facts)
      await run('workbench.action.closeActiveEditor')
    })

    it('marks on the lines of the sources what the sandbox tenant doesn’t have, and takes the marks back', async () => {
      const { document } = await open('visitors.entitle')
      const facts = await run<{ changed: number; missing: number }>('entitle.drift')
      assert.equal(facts.changed, 0)
      assert.ok(facts.missing > 30, `${facts.missing} missing`)
      const marks = () =>
        vscode.languages
          .getDiagnostics()
          .flatMap(([uri, all]) => all.filter(each => each.source === 'entitle drift').map(each => ({ uri, each })))
      const [first] = marks()
      assert.match(first?.each.message ?? '', /^the sandbox tenant: .* is declared and not in the tenant\.$/i)
      assert.ok(first)
      await vscode.window.showTextDocument(first.uri)
      const actions = await run<vscode.CodeAction[]>('vscode.executeCodeActionProvider', first.uri, first.each.range)
      assert.ok(actions.some(({ command }) => command?.command === 'entitle.import'))
      await run('entitle.drift.clear')
      assert.deepEqual(marks(), [])
      assert.equal(document.isDirty, false)
    })

    it('imports from the sandbox tenant what the sources don’t say, and leaves all else as it stands', async () => {
      const folder = vscode.workspace.workspaceFolders?.[0]
      assert.ok(folder)
      const { document } = await open('visitors.entitle')
      const before = document.getText()
      let ended = false
      const importing = Promise.resolve(run<{ changed: number; fresh: number }>('entitle.import')).finally(() => {
        ended = true
      })
      // The catalogs are asked for; all of them are chosen at first.
      await until('the answer is taken', async () => {
        if (!ended) await run('workbench.action.acceptSelectedQuickOpenItem')
        return ended
      })
      assert.deepEqual(await importing, { changed: 0, fresh: 1, summary: '1 new file' })
      const file = vscode.Uri.joinPath(folder.uri, 'general.entitle')
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file))
      assert.match(text, /^catalog general "General" \{\n {2}description "Built-in catalog\."\n/)
      assert.equal(document.getText(), before)
      await run('entitle.import.showReport')
      const report = await until('the report', () => {
        const shown = vscode.window.activeTextEditor?.document
        return shown?.uri.scheme === 'entitle-import' && shown
      })
      assert.match(report.getText(), /^# Import of the sandbox tenant\n/)
      assert.match(report.getText(), /## Declared, and not in the tenant/)
      await run('workbench.action.closeActiveEditor')
      await vscode.workspace.fs.delete(file)
    })

    it('draws the lifecycle of a package and the access map, and saves them', async () => {
      const [folder] = vscode.workspace.workspaceFolders ?? []
      assert.ok(folder)
      assert.match(await run<string>('entitle.openLifecycleDiagram', 'site-visits'), /^Lifecycle of Site visits, in /)
      await until('its page', () =>
        vscode.window.tabGroups.activeTabGroup.activeTab?.label.startsWith('Lifecycle of Site visits'),
      )
      const saved = async (name: string) => {
        const file = vscode.Uri.joinPath(folder.uri, name)
        await run('entitle.picture.save', file)
        const bytes = await vscode.workspace.fs.readFile(file)
        await vscode.workspace.fs.delete(file)
        return bytes
      }
      const text = async (name: string) => new TextDecoder().decode(await saved(name))
      assert.match(await text('life.svg'), /^<svg xmlns/)
      assert.match(await text('life.mmd'), /^flowchart TD\n/)
      assert.equal(await run('entitle.openAccessMap'), 'Access map')
      assert.match(await text('map.mmd'), /^flowchart LR\n/)
      const png = await saved('map.png')
      assert.deepEqual([...png.slice(0, 4)], [0x89, 0x50, 0x4e, 0x47])
      await run('workbench.action.closeActiveEditor')
    })

    it('resets the sandbox tenant: what was deployed to it is gone, and it runs again', async () => {
      const plan = await run<{ steps: number }>('entitle.plan')
      assert.match(await run<string>('entitle.sandbox.reset', true), /^http:\/\/127\.0\.0\.1:\d+/)
      assert.deepEqual(await run('entitle.plan'), plan)
    })

    it('stops the sandbox tenant', async () => {
      await run('entitle.sandbox.stop')
    })
  })
