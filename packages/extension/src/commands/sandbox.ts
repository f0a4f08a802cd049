import { ProgressLocation, window, workspace } from 'vscode'
import { showResult } from '../dialogue/messages.ts'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'
import type { Entitle } from '../entitle.ts'
import { requireTrust } from '../tenant/trusted.ts'

/** *Entitle: Start Sandbox Tenant*. Returns where it answers. */
export const startSandbox = async ({ language, sandbox }: Entitle): Promise<string> => {
  requireTrust()
  const running = await window.withProgress(
    { location: ProgressLocation.Window, title: 'Starting the sandbox tenant' },
    async () => {
      const chosen = workspace.getConfiguration('entitle').get('tenant', '')
      const { tenant } = await language.desired(chosen === '' ? (await language.tenants())[0]?.name : chosen)
      return sandbox.start(tenant)
    },
  )
  const message =
    'The sandbox tenant is running, with everybody and everything in its directory that your files name. Plan and Deploy use it now.'
  void showResult(message, { Plan: 'entitle.plan' })
  return running.url
}

/** *Entitle: Stop Sandbox Tenant*. What was deployed to it is kept for the next start. */
export const stopSandbox = async ({ sandbox }: Entitle): Promise<void> => {
  if (!sandbox.isRunning)
    throw new Refusal('The sandbox tenant is not running.', { 'Start Sandbox Tenant': 'entitle.sandbox.start' })
  await sandbox.stop()
  void showResult('The sandbox tenant is stopped. What was deployed to it is kept for the next start.')
}

const reset = 'Reset'

/** *Entitle: Reset Sandbox Tenant*: it begins anew, with nothing deployed. @param sure whoever runs the command from code is not asked */
export const resetSandbox = async (entitle: Entitle, sure: unknown): Promise<string> => {
  requireTrust()
  if (sure !== true) {
    const detail = 'Everything that was deployed to it is deleted. Your files and your own tenants stay as they are.'
    const answer = await window.showWarningMessage('Reset the sandbox tenant?', { modal: true, detail }, reset)
    if (answer !== reset) throw new Cancelled()
  }
  await entitle.sandbox.reset()
  await entitle.undos.forgetSandbox()
  return startSandbox(entitle)
}
