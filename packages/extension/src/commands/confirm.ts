import type { Plan } from '@entitle/graph'
import { window } from 'vscode'
import { Cancelled } from '../dialogue/refusal.ts'
import type { Planned } from '../plan/kept-plan.ts'
import { when } from '../undo/when.ts'
import { type Concerned, consequences } from './consequences.ts'

type Asked = Pick<Planned, 'plan' | 'target' | 'undoing'>

const deletes = ({ steps }: Plan): boolean => steps.some(({ action }) => action === 'delete')

/** What must be typed: a tenant's name where it is protected, or where something is deleted in it. */
const wordFor = ({ plan, target }: Asked): string | undefined => {
  if (target.kind === 'sandbox') return undefined
  return plan.tenant.protected || deletes(plan) ? plan.tenant.name : undefined
}

/** Asks whether the plan may be carried out; where it deletes, and in a protected tenant, the name must be typed. @throws {Cancelled} */
export const confirm = async (asked: Asked, concerned: Concerned): Promise<void> => {
  const { plan, target, undoing } = asked
  const detail = consequences(plan, concerned)
  const [act, does] = undoing === undefined ? ['Deploy', 'deploy'] : ['Undo', 'undo']
  const goOn = deletes(plan) ? `${act} and Delete` : act
  const question =
    undoing === undefined
      ? `Deploy to ${target.title}?`
      : `Undo in ${target.title} what was deployed on ${when(undoing.deployed)}?`
  const answer = await window.showWarningMessage(question, { modal: true, detail }, goOn)
  if (answer !== goOn) throw new Cancelled()
  const word = wordFor(asked)
  if (word === undefined) return
  const why = plan.tenant.protected ? `${target.title} is protected.` : 'The plan deletes.'
  const typed = await window.showInputBox({
    title: undoing === undefined ? `Deploy to ${target.title}` : `Undo in ${target.title}`,
    prompt: `${why} Type ${word} to ${does}.`,
    placeHolder: word,
    ignoreFocusOut: true,
    validateInput: text => (text === word || text === '' ? undefined : `Type ${word} to ${does}, or press Escape.`),
  })
  if (typed !== word) throw new Cancelled()
}
