import { window } from 'vscode'
import { Cancelled } from '../dialogue/refusal.ts'
import type { Planned } from '../plan/kept-plan.ts'
import { summary } from '../plan/summary.ts'
import { consequences } from './consequences.ts'

/** Asks whether the plan may be carried out; a protected tenant's name must be typed. @throws {Cancelled} */
export const confirm = async (planned: Planned): Promise<void> => {
  const { plan, target } = planned
  if (target.kind === 'declared' && plan.tenant.protected) {
    const { name } = plan.tenant
    const typed = await window.showInputBox({
      title: `Deploy to ${target.title}: ${summary(plan)}`,
      prompt: `${target.title} is protected. Type ${name} to deploy.`,
      placeHolder: name,
      ignoreFocusOut: true,
      validateInput: text => (text === name || text === '' ? undefined : `Type ${name} to deploy, or press Escape.`),
    })
    if (typed !== name) throw new Cancelled()
    return
  }
  const answer = await window.showWarningMessage(
    `Deploy to ${target.title}?`,
    { modal: true, detail: consequences(plan) },
    'Deploy',
  )
  if (answer !== 'Deploy') throw new Cancelled()
}
