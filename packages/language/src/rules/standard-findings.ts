import type { Finding, SourceRange } from '@entitle/graph'
import type { Program, RuleSettingElement, StandardElement } from '../resolve/program.ts'
import { nearest } from '../syntax/nearest.ts'
import { boundForm, boundIn } from './bound.ts'
import { replace } from './edit.ts'
import { hygiene } from './hygiene.ts'
import { rootsOf } from './levels.ts'
import { plannedRules } from './planned.ts'
import { rules } from './table.ts'

const checked = [...rules.map(({ name }) => name), ...Object.keys(hygiene)]

/** Every rule that a standard or a waiver may name. */
export const ruleNames: readonly string[] = [...checked, ...plannedRules].toSorted()

/** What is wrong with the standards themselves: two roots, circles, unknown rules, options that don't fit. */
export const standardFindings = (program: Program): Finding[] => [
  ...twoRoots(program),
  ...program.standards.filter(standard => isCircular(standard, program.standards)).map(circle),
  ...program.standards.flatMap(({ settings }) => settings.flatMap(settingFindings)),
]

const finding = (
  rule: string,
  severity: Finding['severity'],
  range: SourceRange,
  message: string,
  more: Partial<Finding> = {},
): Finding => ({ rule, severity, message, place: { kind: 'source', range }, ...more })

const twoRoots = ({ standards }: Program): Finding[] => {
  const roots = rootsOf(standards)
  if (roots.length < 2) return []
  return roots.map(root =>
    finding(
      'two-standards',
      'error',
      root.nameRange,
      `${roots.map(({ name }) => name).join(' and ')} are both standards that no other extends, so it is open which one holds. Let one extend the other.`,
      {
        related: roots
          .filter(other => other !== root)
          .map(other => ({
            place: { kind: 'source', range: other.nameRange },
            message: `${other.name} stands here.`,
          })),
      },
    ),
  )
}

const isCircular = (standard: StandardElement, standards: readonly StandardElement[]): boolean => {
  const seen = new Set<string>()
  const reaches = (name: string): boolean => {
    if (name === standard.name) return true
    if (seen.has(name)) return false
    seen.add(name)
    return standards.some(other => other.name === name && other.bases.some(reaches))
  }
  return standard.bases.some(reaches)
}

const circle = (standard: StandardElement): Finding =>
  finding(
    'circular-standard',
    'error',
    standard.nameRange,
    `Standard ${standard.name} extends itself, directly or through others. Take one "extends" away.`,
  )

const settingFindings = (setting: RuleSettingElement): Finding[] => {
  const unknown = unknownRule(setting.rule, setting.ruleRange)
  if (unknown !== undefined) return [unknown]
  const bound = rules.find(({ name }) => name === setting.rule)?.bound
  if (plannedRules.includes(setting.rule)) return []
  return setting.options.flatMap(option => {
    if (bound !== undefined && boundIn(bound, option) !== undefined) return []
    return [
      finding(
        'rule-option',
        'error',
        option.range,
        bound === undefined
          ? `Rule ${setting.rule} has no options. Remove this one.`
          : `Rule ${setting.rule} takes an option of the form "${boundForm(bound)}".`,
      ),
    ]
  })
}

/** A finding where no rule has this name, or where the rule isn't checked yet. */
export const unknownRule = (rule: string, range: SourceRange): Finding | undefined => {
  if (plannedRules.includes(rule))
    return finding(
      'rule-not-checked-yet',
      'info',
      range,
      `Rule ${rule} isn't checked yet; it takes effect when a later version checks it.`,
    )
  if (checked.includes(rule)) return undefined
  const near = nearest(rule, ruleNames)
  return finding(
    'unknown-rule',
    'error',
    range,
    near === undefined ? `No rule is called ${rule}.` : `No rule is called ${rule}; did you mean ${near}?`,
    near === undefined ? {} : { fixes: [{ title: `Change to ${near}`, safe: true, edits: [replace(range, near)] }] },
  )
}
