import { commands, type ExtensionContext, TreeItem, Uri, window } from 'vscode'
import { registerTools } from './agents/tools.ts'
import { browserRefusals } from './commands/browser-refusals.ts'
import { languageCommands } from './commands/language-commands.ts'
import { followSources } from './commands/picture.ts'
import { register } from './commands/register.ts'
import { restoreReport } from './commands/report.ts'
import { LanguageServer } from './language/client.ts'
import { inWorker } from './language/in-worker.ts'
import { pasteAsEntitle } from './language/paste.ts'
import { startWithFirstFile } from './language/start-with-first-file.ts'
import { PicturePanel } from './picture/picture-panel.ts'
import { ReportPanel } from './report/report-panel.ts'
import { ScenarioTests } from './scenarios/scenario-tests.ts'
import { TenantStatus } from './status/tenant-status.ts'
import { provideTasks } from './tasks/provide-tasks.ts'

let running: LanguageServer | undefined

/** The extension in a browser without a remote machine (vscode.dev): the language, in a worker; no tenants. */
export const activate = (context: ExtensionContext): void => {
  const log = window.createOutputChannel('Entitle', { log: true })
  const script = Uri.joinPath(context.extensionUri, 'dist/server-web.js')
  const language = new LanguageServer(inWorker(script, log), log)
  running = language
  void commands.executeCommand('setContext', 'entitle.inBrowser', true)
  // No tenant is ever read here; a view without data says where that is done.
  const views = ['entitle.plan', 'entitle.tenant'].map(view =>
    window.registerTreeDataProvider<string>(view, {
      getChildren: () => [],
      getTreeItem: label => new TreeItem(label),
    }),
  )
  const report = new ReportPanel(context.workspaceState)
  const pictures = new PicturePanel()
  const scenarios = new ScenarioTests(language)
  const status = new TenantStatus(language)
  context.subscriptions.push(
    log,
    language,
    ...views,
    report,
    restoreReport({ language, report }),
    pictures,
    followSources({ language, pictures }),
    startWithFirstFile(language, log, () => Promise.all([status.refresh(), scenarios.refresh()])),
    scenarios,
    pasteAsEntitle(language),
    provideTasks(language),
    ...registerTools(language, undefined),
    status,
  )
  const all = [...languageCommands({ context, language, log, report, pictures, scenarios }), ...browserRefusals]
  context.subscriptions.push(...all.map(command => register(log, command)))
}

/** VS Code waits for this: the server ends. */
export const deactivate = async (): Promise<void> => {
  await running?.stop()
}
