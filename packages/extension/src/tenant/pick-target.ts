import { window, workspace } from 'vscode'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'
import type { Entitle } from '../entitle.ts'
import { chooseTarget, type Target } from './target.ts'

/** Finds out which tenant to plan for, and asks where nothing decides. @throws {Cancelled} {Refusal} */
export const pickTarget = async ({ language, sandbox }: Entitle): Promise<Target> => {
  const choice = chooseTarget({
    tenants: await language.tenants(),
    sandboxRunning: sandbox.isRunning,
    chosen: workspace.getConfiguration('entitle').get('tenant', ''),
  })
  if ('decided' in choice) return choice.decided
  if ('unknown' in choice)
    throw new Refusal(
      `The setting entitle.tenant names "${choice.unknown}", which the workspace does not declare. Declare it, or clear the setting.`,
      { 'Open Settings': 'workbench.action.openSettings' },
    )
  const rows = choice.offer.map(target => ({
    target,
    label: target.kind === 'sandbox' ? `$(beaker) Use ${target.title}` : `$(organization) ${target.title}`,
    description: target.kind === 'sandbox' ? 'on this machine' : `tenant ${target.tenant}, asks you to sign in`,
  }))
  const row = await window.showQuickPick(rows, { title: 'Entitle: For which tenant?', ignoreFocusOut: true })
  if (row === undefined) throw new Cancelled()
  return row.target
}
