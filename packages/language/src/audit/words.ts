import type { Address, Severity } from '@entitle/graph'
import { trail } from '../printing/object-label.ts'
import type { Audit, AuditedRule, OpenQuestion } from './audit.ts'

/** What people call a live object; the tenant itself has no name among its objects. */
export const auditedObject = (address: Address): string =>
  address === '' || address.startsWith('settings/') ? 'the tenant' : trail(address)

/** `1 policy`, `2 policies`. */
const counted = (count: number, noun: string): string => {
  const plural = /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
  return `${count} ${count === 1 ? noun : plural}`
}

/** What was looked at, in a sentence. */
export const auditScope = ({ standard, date, counts, catalogs, setAside }: Audit): string => {
  const { catalogs: all, packages, policies, organizations, declared } = counts
  const objects = [
    counted(all, 'catalog'),
    counted(packages, 'package'),
    counted(policies, 'policy'),
    counted(organizations, 'organization'),
  ].join(', ')
  const known = declared === undefined ? '' : `; the sources declare ${declared} of ${all + packages + policies}`
  const only = catalogs === undefined ? '' : ' (some catalogs only)'
  const aside = setAside.length === 0 ? '' : ` Left aside, for nothing lies in it: ${setAside.join(', ')}.`
  return `Held to standard ${standard} on ${date}: ${objects}${only}${known}.${aside}`
}

/** How it turns out: `2 rules fail, 13 pass, 1 is not determined`. */
export const auditSummary = ({ rules }: Audit): string => {
  const count = (wanted: AuditedRule['verdict']) => rules.filter(({ verdict }) => verdict === wanted).length
  const [fail, open, pass] = [count('fail'), count('not determined'), count('pass')]
  return [
    `${counted(fail, 'rule')} ${fail === 1 ? 'fails' : 'fail'}`,
    `${pass} ${pass === 1 ? 'passes' : 'pass'}`,
    ...(open === 0 ? [] : [`${open} ${open === 1 ? 'is' : 'are'} not determined`]),
  ].join(', ')
}

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint']

/** Rules that fail, the gravest first. */
export const failingRules = ({ rules }: Audit): readonly AuditedRule[] =>
  rules
    .filter(({ verdict }) => verdict === 'fail')
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))

/** For how many of what a rule fails, and of how many it can't be told. */
export const failsFor = ({ failures, looked, element, undetermined }: AuditedRule): string => {
  const objects = new Set(failures.map(({ address }) => address)).size
  const unknown = new Set(undetermined.map(({ address }) => address)).size
  const open = unknown === 0 ? '' : `, not determined for ${unknown}`
  return `fails for ${objects} of ${counted(looked, element)}${open}`
}

/** A rule with the number of objects that it looked at. */
export const lookedAt = ({ rule, looked, element }: AuditedRule): string => `${rule} (${counted(looked, element)})`

/** Why something is not determined, of which objects, and which rules can't be told for that. */
export interface OpenReason {
  readonly why: string
  readonly questions: readonly OpenQuestion[]
  readonly rules: readonly string[]
}

export const openReasons = ({ rules }: Audit): readonly OpenReason[] => {
  const asked = rules.flatMap(({ rule, undetermined }) => undetermined.map(question => ({ rule, question })))
  return [...Map.groupBy(asked, ({ question }) => question.why)].map(([why, group]) => ({
    why,
    questions: group.map(({ question }) => question),
    rules: [...new Set(group.map(({ rule }) => rule))],
  }))
}

/** What is not known of the tenant and leaves every rule of the standard alone. */
export const idleQuestions = (audit: Audit): readonly OpenQuestion[] => {
  const told = new Set(openReasons(audit).map(({ why }) => why))
  return audit.unknown.filter(({ why }) => !told.has(why))
}

/** An object, and the property that isn't known where it isn't the whole of it. */
export const questionOf = ({ address, property }: OpenQuestion): string =>
  property === '' ? auditedObject(address) : `${auditedObject(address)}: ${property}`
