import type { Finding } from '@entitle/graph'
import type { PrintedFile } from '../printing/source/print-tenant.ts'
import { elementAround, waivingElements } from '../resolve/element-around.ts'
import type { Element, Program } from '../resolve/program.ts'
import { daysAfter } from '../rules/dates.ts'
import { addStatement } from '../rules/edit.ts'
import { edited } from '../rules/edited.ts'
import { ruleNames } from '../rules/index.ts'

/** So long a tenant may stay as it was when it was imported, unless somebody writes another date. */
const days = 90

export interface Excused {
  readonly files: readonly PrintedFile[]
  readonly waivers: readonly Waiver[]
  /** Errors that no waiver excuses. */
  readonly left: readonly Finding[]
}

/** An exception that stands in what was written. */
export interface Waiver {
  readonly rule: string
  /** Where, as a path of the file that it stands in. */
  readonly path: string
  readonly until: string
}

/**
 * Files in which a dated waiver excuses whatever breaks a rule: a tenant is imported as it is, and planning it must work before all of it is
 * as the rules want it. The waivers end by themselves, and reports list them.
 */
export const excused = (files: readonly PrintedFile[], { findings, program, uriOf, today }: Excusing): Excused => {
  const until = daysAfter(today, days)
  const elements = Map.groupBy(waivingElements(program), ({ range }) => range.uri)
  const errors = findings.filter(({ severity, waived }) => severity === 'error' && waived === undefined)
  const inFiles = Map.groupBy(errors, uriOfPlace)
  const waivers: Waiver[] = []
  const met = new Set<Finding>()
  const changed = files.map(file => {
    const uri = uriOf(file.path)
    const wanted = new Map<Element, Set<string>>()
    for (const finding of inFiles.get(uri) ?? []) {
      const { rule, place } = finding
      if (place.kind !== 'source' || !ruleNames.includes(rule)) continue
      const element = elementAround(elements.get(uri) ?? [], uri, place.range.start.line)
      if (element === undefined) continue
      met.add(finding)
      wanted.set(element, (wanted.get(element) ?? new Set()).add(rule))
    }
    const edits = [...wanted].map(([{ block }, rules]) => {
      for (const rule of rules) waivers.push({ rule, path: file.path, until })
      return addStatement(
        block,
        [...rules].sort().map(rule => `waive ${rule} until ${until} because "As imported on ${today}"`),
      )
    })
    return edits.length === 0 ? file : { ...file, text: edited(file.text, edits) }
  })
  return { files: changed, waivers, left: errors.filter(finding => !met.has(finding)) }
}

export interface Excusing {
  readonly findings: readonly Finding[]
  readonly program: Program
  /** How the program calls the file of a path. */
  readonly uriOf: (path: string) => string
  /** ISO date, in UTC. */
  readonly today: string
}

const uriOfPlace = ({ place }: Finding): string => (place.kind === 'source' ? place.range.uri : '')
