import { lossOf, type Plan, type Terminal } from '@entitle/graph'
import { exitCodes } from '../exit-codes.ts'
import { Refusal } from '../refusal.ts'
import { counted } from '../views/counted.ts'

export interface Confirmation {
  readonly yes: boolean
  /** The tenant's name, given in advance. */
  readonly confirm?: string
}

/**
 * Asks whether to go on; a protected tenant's name must be typed.
 * @throws {Refusal} unless the person agrees.
 */
export const confirm = async (
  plan: Plan,
  title: string,
  isProtected: boolean,
  { yes, confirm: given }: Confirmation,
  terminal: Terminal,
): Promise<void> => {
  const { name } = plan.tenant
  if (given !== undefined && given !== name)
    throw new Refusal(`--confirm says ${given}, but this plan is for ${name}. Nothing was changed.`)
  if (yes) {
    if (isProtected && given === undefined)
      throw new Refusal(
        `${title} is protected, so --yes alone is not enough: say which tenant you mean with --confirm ${name}. Nothing was changed.`,
      )
    return
  }
  if (!terminal.interactive)
    throw new Refusal(
      `Not confirmed: this is not a terminal, so nobody can be asked. Look at entitle plan, then run entitle deploy --yes. Nothing was changed.`,
    )
  const answer = await terminal.ask(question(plan, title, isProtected))
  const agreed = isProtected ? answer.trim() === name : /^y(es)?$/i.test(answer.trim())
  if (!agreed) throw new Refusal('Not confirmed. Nothing was changed.', exitCodes.refused)
}

const question = (plan: Plan, title: string, isProtected: boolean): string => {
  const warnings = plan.findings.filter(({ severity }) => severity === 'warning').length
  const ending = plan.steps.filter(({ risk, reason }) => risk === 'may-end-access' && reason !== 'ended').length
  const deletions = plan.steps.filter(({ action, reason }) => action === 'delete' && reason !== 'ended').length
  const { people } = lossOf(plan)
  const notes = [
    warnings === 0 ? '' : `${counted(warnings, 'warning')} above.`,
    deletions === 0 ? '' : `${counted(deletions, 'object')} will be deleted.`,
    ending === 0 ? '' : `${counted(ending, 'step')} may end people's access.`,
    people === 0 ? '' : `${people === 1 ? '1 person loses' : `${people} people lose`} access.`,
  ].filter(note => note !== '')
  const about = notes.length === 0 ? '' : ` ${notes.join(' ')}`
  return isProtected
    ? `Deploy to ${title} (protected)?${about} Type the tenant's name to go on: `
    : `Deploy to ${title}?${about} [y/N] `
}
