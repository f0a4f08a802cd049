import type { ExtensionContext } from 'vscode'
import type { Entitle } from '../entitle.ts'
import { checkWorkspace } from './check-workspace.ts'
import { newDeclaration } from './new-declaration.ts'
import { openLifecycle, openMap, savePicture } from './picture.ts'
import type { Command } from './register.ts'
import { compareReport, saveReport, showReport } from './report.ts'
import { reportIssue } from './report-issue.ts'
import { runScenarios } from './run-scenarios.ts'
import { selectTenant } from './select-tenant.ts'

interface LanguageMeans extends Pick<Entitle, 'language' | 'log' | 'report' | 'pictures' | 'scenarios' | 'plans'> {
  readonly context: ExtensionContext
}

/** Commands that need the language server only, and no tenant. */
export const languageCommands = ({
  context,
  language,
  log,
  report,
  pictures,
  scenarios,
  plans,
}: LanguageMeans): readonly Command[] => [
  { name: 'entitle.checkWorkspace', title: 'Check Workspace', run: () => checkWorkspace(language) },
  { name: 'entitle.runScenarios', title: 'Run Scenarios', run: id => runScenarios(scenarios, id) },
  { name: 'entitle.new.workspace', title: 'New Workspace', run: given => newDeclaration(language, 'workspace', given) },
  { name: 'entitle.new.catalog', title: 'New Catalog', run: given => newDeclaration(language, 'catalog', given) },
  { name: 'entitle.new.package', title: 'New Package', run: given => newDeclaration(language, 'package', given) },
  { name: 'entitle.new.policy', title: 'New Policy', run: given => newDeclaration(language, 'policy', given) },
  { name: 'entitle.report', title: 'Governance Report', run: () => showReport({ language, report }) },
  { name: 'entitle.report.save', title: 'Save Report', run: file => saveReport({ language, report }, file) },
  {
    name: 'entitle.report.compare',
    title: 'Compare with Earlier Report',
    run: file => compareReport({ language, report }, file),
  },
  {
    name: 'entitle.openLifecycleDiagram',
    title: 'Open Lifecycle Diagram',
    run: given => openLifecycle({ language, pictures }, given),
  },
  { name: 'entitle.openAccessMap', title: 'Open Access Map', run: given => openMap({ language, pictures }, given) },
  { name: 'entitle.picture.save', title: 'Save Picture', run: file => savePicture({ language, pictures }, file) },
  { name: 'entitle.selectTenant', title: 'Select Tenant', run: given => selectTenant(language, given) },
  {
    name: 'entitle.reportIssue',
    title: 'Report Issue',
    run: () => reportIssue(context, { language, plans }),
  },
  { name: 'entitle.restartServer', title: 'Restart Language Server', run: () => language.restart() },
  { name: 'entitle.showLog', title: 'Show Log', run: async () => log.show(true) },
]
