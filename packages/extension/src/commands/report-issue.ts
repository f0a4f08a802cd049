import { metadataDate, segmentsOf } from '@entitle/graph'
import { type ExtensionContext, env, UIKind, Uri, version, window, workspace } from 'vscode'
import { showResult } from '../dialogue/messages.ts'
import type { Entitle } from '../entitle.ts'
import { issueText } from '../issue/issue-text.ts'
import { redacted } from '../issue/redacted.ts'

const lastLines = 60

/** *Report Issue*: a document with the versions and the end of the log, without what identifies anybody; sends nothing. */
export const reportIssue = async (
  context: ExtensionContext,
  { language, plans }: Pick<Entitle, 'language' | 'plans'>,
): Promise<string> => {
  const { packageJSON } = context.extension
  const text = issueText({
    version: String(packageJSON.version),
    editor: `${env.appName} ${version}, ${env.uiKind === UIKind.Web ? 'in a browser' : 'on the desktop'}`,
    system: env.remoteName === undefined ? 'local' : `remote (${env.remoteName})`,
    metadataDate,
    changedSettings: changedSettings(Object.keys(packageJSON.contributes.configuration.properties)),
    log: redacted(await endOfLog(context.logUri), await namesIn(language, plans.current)),
  })
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: text }))
  void showResult('The report is written, and nothing has been sent. Read it before you hand it on.')
  return text
}

const changedSettings = (names: readonly string[]): readonly string[] =>
  names.filter(name => {
    const { globalValue, workspaceValue, workspaceFolderValue } = workspace.getConfiguration().inspect(name) ?? {}
    return [globalValue, workspaceValue, workspaceFolderValue].some(value => value !== undefined)
  })

const endOfLog = async (folder: Uri): Promise<string> => {
  try {
    const bytes = await workspace.fs.readFile(Uri.joinPath(folder, 'Entitle.log'))
    return new TextDecoder().decode(bytes).trimEnd().split('\n').slice(-lastLines).join('\n')
  } catch {
    return 'There is no log yet.'
  }
}

/** Whatever the workspace and the tenant call things. */
const namesIn = async (
  language: Entitle['language'],
  planned: Entitle['plans']['current'],
): Promise<readonly string[]> => {
  const objects = [
    ...(planned?.outlook.before.objects ?? []),
    ...(planned?.outlook.after.objects ?? []),
    ...(planned?.desired.objects ?? []),
  ]
  const tenants = await language.tenants().catch(() => [])
  return [
    ...objects.flatMap(({ name, address }) => [name, ...segmentsOf(address).map(segment => segment.name)]),
    ...tenants.flatMap(({ name, displayName, domain }) => [name, displayName, domain ?? '']),
    ...(workspace.workspaceFolders ?? []).map(({ name }) => name),
  ]
}
