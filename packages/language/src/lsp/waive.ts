import type { Finding, Fix } from '@entitle/graph'
import { elementAround, waivingElements } from '../resolve/element-around.ts'
import { daysAfter } from '../rules/dates.ts'
import { addStatement } from '../rules/edit.ts'
import type { EntitleLspServices } from './lsp-services.ts'

/** A waiver lasts so long unless somebody writes another date. */
const usualDays = 90

/** `waive RULE until … because "…"` in the innermost element around the finding; undefined for what can't be waived. */
export const waiverFix = (finding: Finding, services: EntitleLspServices): Fix | undefined => {
  const { place, rule, waived } = finding
  const { Analyst, Rules, Today } = services.editor
  if (place.kind !== 'source' || waived !== undefined || !Rules.names.includes(rule)) return undefined
  const elements = waivingElements(Analyst.program, Analyst.policies)
  const element = elementAround(elements, place.range.uri, place.range.start.line)
  if (element === undefined) return undefined
  const until = daysAfter(Today.now(), usualDays)
  const statement = `waive ${rule} until ${until} because "Say why, and who agreed"`
  return { title: `Waive ${rule} here until ${until}`, safe: false, edits: [addStatement(element.block, [statement])] }
}
