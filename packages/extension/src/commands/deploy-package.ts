import { part, segmentsOf, type TenantObject } from '@entitle/graph'
import { window } from 'vscode'
import { showResult } from '../dialogue/messages.ts'
import { Cancelled } from '../dialogue/refusal.ts'
import type { Entitle } from '../entitle.ts'
import type { Planned } from '../plan/kept-plan.ts'
import { type Place, packageAround } from '../plan/package-around.ts'
import { counted } from '../plan/summary.ts'
import { asShown, carryOut, type DeployFacts } from './deploy.ts'
import { makePlan } from './make-plan.ts'
import { tellNothingToDo } from './plan.ts'

const nothing: DeployFacts = { status: 'nothing-to-do', tookEffect: 0 }

/**
 * *Entitle: Deploy Package*: a fresh plan, shown; of it the package around the cursor, else one that is chosen, with what that needs
 * elsewhere; then confirmation; then exactly that.
 */
export const deployPackage = async (entitle: Entitle): Promise<DeployFacts> => {
  const place = cursor()
  const planned = await makePlan(entitle, asShown(entitle))
  const changing = planned.desired.objects.filter(each => each.kind === 'access-package' && steps(planned, each) > 0)
  const around = place === undefined ? undefined : packageAround(planned.desired.objects, place)
  if (around !== undefined && !changing.includes(around)) {
    void showResult(`Nothing to do: package ${around.name} in ${planned.target.title} is as declared.`)
    return nothing
  }
  if (around === undefined && changing.length === 0) {
    if (planned.plan.steps.length === 0) tellNothingToDo(planned)
    else void showResult('The plan changes no package.', { Deploy: 'entitle.deployShownPlan' })
    return nothing
  }
  const { address } = around ?? (await chosen(planned, changing))
  return carryOut(entitle, { ...planned, plan: part(planned.plan, address) })
}

/** The line of the cursor, where a source is in front. */
const cursor = (): Place | undefined => {
  const { document, selection } = window.activeTextEditor ?? {}
  if (document?.languageId !== 'entitle' || selection === undefined) return undefined
  return { uri: document.uri.toString(), line: selection.active.line }
}

const steps = ({ plan }: Planned, { address }: TenantObject): number =>
  plan.steps.filter(step => step.address === address || step.address.startsWith(`${address}/`)).length

const chosen = async (planned: Planned, packages: readonly TenantObject[]): Promise<TenantObject> => {
  const rows = packages.map(each => ({
    each,
    label: `$(package) ${each.name}`,
    description: segmentsOf(each.address)[0]?.name ?? '',
    detail: counted(steps(planned, each), 'step'),
  }))
  const row = await window.showQuickPick(rows, {
    title: `Entitle: Deploy which package to ${planned.target.title}?`,
    matchOnDescription: true,
    ignoreFocusOut: true,
  })
  if (row === undefined) throw new Cancelled()
  return row.each
}
