import { commands } from 'vscode'
import { showResult, showWarning } from '../dialogue/messages.ts'
import type { LanguageServer } from '../language/client.ts'
import { type Checked, checked, verdict } from './checked.ts'

/** *Entitle: Check Workspace*: checks every file, opens Problems, and says how much was found. */
export const checkWorkspace = async (language: LanguageServer): Promise<Checked> => {
  const { files, findings } = await language.check()
  const result = checked(files, findings)
  await commands.executeCommand('workbench.actions.view.problems')
  const tell = result.errors > 0 ? showWarning : showResult
  void tell(verdict(result))
  return result
}
