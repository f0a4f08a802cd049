import { lossOf, movedOf, type Plan, type Reason, type Terminal } from '@entitle/graph'
import { exitCodes } from '../exit-codes.ts'
import { Refusal } from '../refusal.ts'
import { counted, peopleWords } from '../views/counted.ts'

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
  const told = new Set<Reason>(['ended', 'moved'])
  const others = plan.steps.filter(({ reason }) => !told.has(reason))
  const ending = others.filter(({ risk }) => risk === 'may-end-access').length
  const deletions = others.filter(({ action }) => action === 'delete').length
  const [losing, moving] = [lossOf(plan).people, movedOf(plan).people]
  const notes = [
    warnings === 0 ? '' : `${counted(warnings, 'warning')} above.`,
    deletions === 0 ? '' : `${counted(deletions, 'object')} will be deleted.`,
    ending === 0 ? '' : `${counted(ending, 'step')} may end people's access.`,
    losing === 0 ? '' : `${peopleWords(losing, 'loses', 'lose')} access.`,
    moving === 0 ? '' : `${peopleWords(moving, 'is', 'are')} moved to another policy.`,
  ].filter(note => note !== '')
  const about = notes.length === 0 ? '' : ` ${notes.join(' ')}`
  return isProtected
    ? `Deploy to ${title} (protected)?${about} Type the tenant's name to go on: `
    : `Deploy to ${title}?${about} [y/N] `
}
