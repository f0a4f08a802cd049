import { Range, Uri, window } from 'vscode'
import { Refusal } from '../dialogue/refusal.ts'
import type { Entitle } from '../entitle.ts'
import type { Sides } from '../plan/difference-documents.ts'
import { declarationOf, excerpt } from '../plan/excerpt.ts'
import { chosenNode } from './chosen-node.ts'

/** *Show Difference*: the declaration as the tenant has it, and as it will be, side by side in the source language. */
export const showDifference = async ({ differences, plans }: Entitle, given: unknown): Promise<void> => {
  const { address, label } = chosenNode(given)
  const tenant = plans.current?.target.title ?? 'the tenant'
  await differences.show(declarationOf(address), `${label} (${tenant} ↔ planned)`)
}

/** The two sides of a change at an address; undefined where no plan is shown any more. */
export const sidesOf = async (
  { language, plans }: Pick<Entitle, 'language' | 'plans'>,
  address: string,
): Promise<Sides | undefined> => {
  const planned = plans.current
  if (planned === undefined) return undefined
  const { before, after } = excerpt(planned.outlook, address)
  const identity = planned.plan.tenant
  const print = (tenant: typeof before) => (tenant.objects.length === 0 ? '' : language.print({ tenant, identity }))
  const [left, right] = await Promise.all([print(before), print(after)])
  return { before: left, after: right }
}

/** *Go to Declaration*: opens the file at the place. @throws {Refusal} for what no file declares. */
export const goToSource = async (given: unknown): Promise<void> => {
  const { range, label } = chosenNode(given)
  if (range === undefined) throw new Refusal(`No file declares ${label}.`, {})
  const { start, end } = range
  const selection = new Range(start.line, start.character, end.line, end.character)
  await window.showTextDocument(Uri.parse(range.uri), { selection })
}
