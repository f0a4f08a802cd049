import { window } from 'vscode'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'
import type { Pruning } from '../plan/pruning.ts'

const title = 'Entitle: Plan Deletions'

const choices: readonly { readonly people: Pruning['people']; readonly label: string; readonly detail: string }[] = [
  {
    people: 'keep',
    label: '$(lock) Delete nothing that somebody holds',
    detail: 'What people have access through is told, and keeps the plan from being carried out.',
  },
  {
    people: 'move',
    label: '$(arrow-right) Move people to another policy',
    detail: 'Each gets access under a policy that you choose, and the old access is ended.',
  },
  {
    people: 'end',
    label: '$(warning) End their access',
    detail: 'Access that people hold through what is deleted is ended first. They are counted and named before.',
  },
]

/** Asks what becomes of the people who hold what is deleted. @param policies the sources' names @throws {Cancelled} {Refusal} */
export const askPruning = async (policies: readonly string[]): Promise<Pruning> => {
  const placeHolder = 'What happens to people who have access through what is deleted?'
  const choice = await window.showQuickPick(choices, { title, placeHolder, ignoreFocusOut: true })
  if (choice === undefined) throw new Cancelled()
  if (choice.people !== 'move') return { people: choice.people }
  if (policies.length === 0)
    throw new Refusal('People can be moved to a policy of your files only, and they declare none.', {})
  const rows = policies.map(policy => ({ label: policy }))
  const row = await window.showQuickPick(rows, {
    title,
    placeHolder: 'Move them to which policy?',
    ignoreFocusOut: true,
  })
  if (row === undefined) throw new Cancelled()
  return { people: 'move', policy: row.label }
}
