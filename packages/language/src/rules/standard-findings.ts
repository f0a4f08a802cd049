import type { Finding, SourceRange } from '@entitle/graph'
import type { Program, RuleSettingElement } from '../resolve/program.ts'
import type { FileProgram } from '../resolve/resolve.ts'
import { nearest } from '../syntax/nearest.ts'
import { alwaysChecked } from './always-checked.ts'
import { replace } from './edit.ts'
import { hygiene } from './hygiene.ts'
import { rootsOf } from './levels.ts'
import { optionMistake } from './option.ts'
import { ownRuleFindings, ownRuleNames } from './own/own-rule-findings.ts'
import { rules } from './table.ts'

const checked = [...rules.map(({ name }) => name), ...Object.keys(hygiene)]

/** Every rule that a standard or a waiver may name. */
export const ruleNames: readonly string[] = checked.toSorted()

/** What is wrong with the standards of a file themselves: two roots, unknown rules, options that don't fit. */
export const standardFindings = (file: FileProgram, program: Program): Finding[] => [
  ...twoRoots(file, program),
  ...file.standards.flatMap(({ settings }) =>
    settings.flatMap(setting => settingFindings(setting, ownRuleNames(program))),
  ),
  ...ownRuleFindings(file, program),
]

const finding = (
  rule: string,
  severity: Finding['severity'],
  range: SourceRange,
  message: string,
  more: Partial<Finding> = {},
): Finding => ({ rule, severity, message, place: { kind: 'source', range }, ...more })

const twoRoots = (file: FileProgram, program: Program): Finding[] => {
  if (file.standards.length === 0) return []
  const roots = rootsOf(program.standards)
  if (roots.length < 2) return []
  const own = roots.filter(root => file.standards.includes(root))
  return own.map(root =>
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

const settingFindings = (setting: RuleSettingElement, own: readonly string[]): Finding[] => {
  const unknown = unknownRule(setting.rule, setting.ruleRange, own)
  if (unknown !== undefined) return [unknown]
  const rule = rules.find(({ name }) => name === setting.rule) ?? {}
  return setting.options.flatMap(option => {
    const message = optionMistake(setting.rule, rule, option)
    return message === undefined ? [] : [finding('rule-option', 'error', option.range, message)]
  })
}

/** A finding where no rule has this name, or where it can't be set. */
export const unknownRule = (rule: string, range: SourceRange, own: readonly string[]): Finding | undefined => {
  if (alwaysChecked.includes(rule))
    return finding(
      'rule-always-checked',
      'error',
      range,
      `${rule} is always checked at its own severity; no standard sets it and no waiver excuses it. Remove this.`,
    )
  if (checked.includes(rule) || own.includes(rule)) return undefined
  const near = nearest(rule, [...ruleNames, ...own])
  return finding(
    'unknown-rule',
    'error',
    range,
    near === undefined ? `No rule is called ${rule}.` : `No rule is called ${rule}; did you mean ${near}?`,
    near === undefined ? {} : { fixes: [{ title: `Change to ${near}`, safe: true, edits: [replace(range, near)] }] },
  )
}
