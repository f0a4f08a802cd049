import { commands, type ExtensionContext, window } from 'vscode'
import { AuditView } from './audit/audit-view.ts'
import { audit } from './commands/audit.ts'
import { deploy, deployShown } from './commands/deploy.ts'
import { languageCommands } from './commands/language-commands.ts'
import { OneAtATime } from './commands/one-at-a-time.ts'
import { plan } from './commands/plan.ts'
import { type Command, register } from './commands/register.ts'
import { restoreReport } from './commands/report.ts'
import { startSandbox, stopSandbox } from './commands/sandbox.ts'
import type { Entitle } from './entitle.ts'
import { LanguageServer } from './language/client.ts'
import { inProcess } from './language/in-process.ts'
import { startWithFirstFile } from './language/start-with-first-file.ts'
import { PlanView } from './plan/plan-view.ts'
import { ReportPanel } from './report/report-panel.ts'
import { lazyEngine } from './tenant/load-engine.ts'
import { SandboxTenant } from './tenant/sandbox-tenant.ts'

const commandsOf = (entitle: Entitle): readonly Command[] => {
  const turn = new OneAtATime(busy => commands.executeCommand('setContext', 'entitle.busy', busy))
  return [
    ...languageCommands(entitle),
    { name: 'entitle.plan', title: 'Plan', run: () => turn.take(() => plan(entitle)) },
    { name: 'entitle.deploy', title: 'Deploy', run: () => turn.take(() => deploy(entitle)) },
    { name: 'entitle.deployShownPlan', title: 'Deploy', run: () => turn.take(() => deployShown(entitle)) },
    { name: 'entitle.audit', title: 'Audit Tenant', run: () => turn.take(() => audit(entitle)) },
    { name: 'entitle.showPlanText', title: 'Show Plan as Text', run: () => entitle.plans.openText() },
    { name: 'entitle.sandbox.start', title: 'Start Sandbox Tenant', run: () => turn.take(() => startSandbox(entitle)) },
    { name: 'entitle.sandbox.stop', title: 'Stop Sandbox Tenant', run: () => turn.take(() => stopSandbox(entitle)) },
  ]
}

let running: Entitle | undefined

export const activate = (context: ExtensionContext): void => {
  const log = window.createOutputChannel('Entitle', { log: true })
  const engine = lazyEngine(context.asAbsolutePath('dist/engine.cjs'))
  const language = new LanguageServer(inProcess(context.asAbsolutePath('dist/server.cjs')), log)
  const sandbox = new SandboxTenant(context, engine)
  const plans = new PlanView()
  const audits = new AuditView()
  const report = new ReportPanel(context.workspaceState)
  const entitle: Entitle = { log, language, sandbox, plans, audits, report, engine }
  running = entitle
  context.subscriptions.push(
    log,
    language,
    sandbox,
    plans,
    audits,
    report,
    restoreReport({ language, report }),
    startWithFirstFile(language, log),
  )
  context.subscriptions.push(...commandsOf(entitle).map(command => register(log, command)))
}

/** VS Code waits for this: the server ends, and the sandbox tenant's file is closed. */
export const deactivate = async (): Promise<void> => {
  await Promise.allSettled([running?.sandbox.stop(), running?.language.stop()])
}
