import { authentication, commands, type ExtensionContext, type LogOutputChannel, window, workspace } from 'vscode'
import { registerTools } from './agents/tools.ts'
import { AuditView } from './audit/audit-view.ts'
import { chosenLines, TenantView } from './browse/tenant-view.ts'
import { audit } from './commands/audit.ts'
import { deploy, deployPart, deployShown } from './commands/deploy.ts'
import { deployPackage } from './commands/deploy-package.ts'
import { doctor } from './commands/doctor.ts'
import { showDrift } from './commands/drift.ts'
import { importFromTenant } from './commands/import.ts'
import { languageCommands } from './commands/language-commands.ts'
import { OneAtATime } from './commands/one-at-a-time.ts'
import { followSources } from './commands/picture.ts'
import { plan, planAsText } from './commands/plan.ts'
import { planDeletions } from './commands/plan-deletions.ts'
import { type Command, register } from './commands/register.ts'
import { restoreReport } from './commands/report.ts'
import { resetSandbox, startSandbox, stopSandbox } from './commands/sandbox.ts'
import { goToSource, showDifference, sidesOf } from './commands/show-change.ts'
import { signInTo } from './commands/sign-in.ts'
import { signOut } from './commands/sign-out.ts'
import { Stopping } from './commands/stopping.ts'
import { undoDeployment } from './commands/undo-deployment.ts'
import { lendNames } from './directory/lend-names.ts'
import { NameLookup } from './directory/name-lookup.ts'
import { nameSources } from './directory/name-source.ts'
import { DoctorView } from './doctor/doctor-view.ts'
import { DriftMarks } from './drift/drift-marks.ts'
import type { Entitle } from './entitle.ts'
import type { Host } from './host.ts'
import { ImportView } from './import/import-view.ts'
import { LanguageServer } from './language/client.ts'
import { pasteAsEntitle } from './language/paste.ts'
import { startWithFirstFile } from './language/start-with-first-file.ts'
import { PicturePanel } from './picture/picture-panel.ts'
import { DifferenceDocuments } from './plan/difference-documents.ts'
import { PlanMemory } from './plan/plan-memory.ts'
import { PlanView } from './plan/plan-view.ts'
import { ReportPanel } from './report/report-panel.ts'
import { ScenarioTests } from './scenarios/scenario-tests.ts'
import { TenantStatus } from './status/tenant-status.ts'
import { provideTasks } from './tasks/provide-tasks.ts'
import { SandboxTenant } from './tenant/sandbox-tenant.ts'
import { UndoMemory } from './undo/undo-memory.ts'

interface Means {
  readonly context: ExtensionContext
  readonly entitle: Entitle
  readonly tenants: TenantView
  readonly turn: OneAtATime
}

const commandsOf = ({ context, entitle, tenants, turn }: Means): readonly Command[] => {
  return [
    ...languageCommands({ context, ...entitle }),
    { name: 'entitle.plan', title: 'Plan', run: () => turn.take(() => plan(entitle)) },
    { name: 'entitle.planDeletions', title: 'Plan Deletions', run: () => turn.take(() => planDeletions(entitle)) },
    { name: 'entitle.deploy', title: 'Deploy', run: () => turn.take(() => deploy(entitle)) },
    { name: 'entitle.deployPackage', title: 'Deploy Package', run: () => turn.take(() => deployPackage(entitle)) },
    { name: 'entitle.deployShownPlan', title: 'Deploy', run: () => turn.take(() => deployShown(entitle)) },
    { name: 'entitle.audit', title: 'Audit Tenant', run: () => turn.take(() => audit(entitle)) },
    {
      name: 'entitle.doctor',
      title: 'Check Sign-In and Permissions',
      run: again => turn.take(() => doctor(entitle, again)),
    },
    { name: 'entitle.drift', title: 'Show Drift', run: () => turn.take(() => showDrift(entitle)) },
    { name: 'entitle.drift.clear', title: 'Clear Drift', run: async () => entitle.drift.clear() },
    {
      name: 'entitle.import',
      title: 'Import from Tenant',
      run: (line, all) => turn.take(() => importFromTenant(entitle, chosenLines(line, all))),
    },
    { name: 'entitle.import.showReport', title: 'Show What Was Imported', run: () => entitle.imports.show() },
    { name: 'entitle.deployPart', title: 'Deploy This', run: node => turn.take(() => deployPart(entitle, node)) },
    { name: 'entitle.undo', title: 'Undo Deployment', run: given => turn.take(() => undoDeployment(entitle, given)) },
    { name: 'entitle.stopDeployment', title: 'Stop Deployment', run: async () => entitle.stopping.stop() },
    { name: 'entitle.plan.showDifference', title: 'Show Difference', run: node => showDifference(entitle, node) },
    { name: 'entitle.plan.goToSource', title: 'Go to Declaration', run: node => goToSource(node) },
    { name: 'entitle.tenant.refresh', title: 'Refresh', run: async () => tenants.refresh() },
    { name: 'entitle.tenant.search', title: 'Search Tenant', run: () => tenants.search() },
    { name: 'entitle.tenant.showExternal', title: 'Show External Access Only', run: () => tenants.filter(true) },
    { name: 'entitle.tenant.showAll', title: 'Show All Access', run: () => tenants.filter(false) },
    {
      name: 'entitle.tenant.openInPortal',
      title: 'Open in Entra Admin Center',
      run: line => tenants.openInPortal(line),
    },
    { name: 'entitle.tenant.goToSource', title: 'Go to Source', run: line => tenants.goToSource(line) },
    { name: 'entitle.showPlanText', title: 'Show Plan as Text', run: () => entitle.plans.openText() },
    { name: 'entitle.sandbox.start', title: 'Start Sandbox Tenant', run: () => turn.take(() => startSandbox(entitle)) },
    {
      name: 'entitle.sandbox.reset',
      title: 'Reset Sandbox Tenant',
      run: sure => turn.take(() => resetSandbox(entitle, sure)),
    },
    { name: 'entitle.signIn', title: 'Sign In', run: () => turn.take(() => signInTo(entitle)) },
    { name: 'entitle.signOut', title: 'Sign Out', run: () => turn.take(() => signOut(entitle.language)) },
    { name: 'entitle.sandbox.stop', title: 'Stop Sandbox Tenant', run: () => turn.take(() => stopSandbox(entitle)) },
  ]
}

let running: Entitle | undefined

/** The extension, wherever VS Code runs. */
export const start = (context: ExtensionContext, makeHost: (log: LogOutputChannel) => Host): void => {
  const log = window.createOutputChannel('Entitle', { log: true })
  const host = makeHost(log)
  const { engine } = host
  const sandbox = new SandboxTenant(host.sandbox)
  const language: LanguageServer = new LanguageServer(options => lendNames(host.connect(options), names), log)
  const names = new NameLookup(nameSources({ language, sandbox, engine }), log)
  const plans = new PlanView(new PlanMemory(context, log))
  const undos = new UndoMemory(context, log)
  const audits = new AuditView()
  const doctors = new DoctorView()
  const imports = new ImportView()
  const drift = new DriftMarks()
  const stopping = new Stopping(active => commands.executeCommand('setContext', 'entitle.deploying', active))
  const differences = new DifferenceDocuments(address => sidesOf({ language, plans }, address))
  const report = new ReportPanel(context.workspaceState)
  const pictures = new PicturePanel()
  const scenarios = new ScenarioTests(language)
  const status = new TenantStatus(language, () => sandbox.isRunning)
  const turn = new OneAtATime(busy => commands.executeCommand('setContext', 'entitle.busy', busy))
  const views = { plans, undos, audits, doctors, imports, drift, report, pictures, scenarios, differences }
  const entitle: Entitle = { log, language, sandbox, stopping, engine, ...views }
  running = entitle
  const tenants = new TenantView(entitle)
  plans.onDidDeploy(() => tenants.refresh())
  sandbox.onDidChange(() => {
    names.forget()
    void status.refresh()
    if (!sandbox.isRunning) tenants.closeSandbox()
  })
  context.subscriptions.push(
    log,
    language,
    sandbox,
    plans,
    audits,
    doctors,
    imports,
    drift,
    tenants,
    differences,
    report,
    restoreReport({ language, report }),
    pictures,
    pictures.restoring(subject => language.draw(subject)),
    followSources({ language, pictures }),
    startWithFirstFile(language, log, () => Promise.all([status.refresh(), scenarios.refresh()])),
    authentication.onDidChangeSessions(() => names.forget()),
    workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('entitle')) names.forget()
    }),
    scenarios,
    pasteAsEntitle(language),
    provideTasks(language),
    ...registerTools(language, () => turn.take(() => planAsText(entitle))),
    status,
  )
  void plans.restore()
  context.subscriptions.push(...commandsOf({ context, entitle, tenants, turn }).map(command => register(log, command)))
}

/** VS Code waits for this: the server ends, and the sandbox tenant is closed. */
export const end = async (): Promise<void> => {
  await Promise.allSettled([running?.sandbox.stop(), running?.language.stop()])
}
