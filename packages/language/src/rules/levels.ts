import type { SourceRange } from '@entitle/graph'
import type { Program, StandardElement } from '../resolve/program.ts'
import type { OptionWords, Setting } from './define-rule.ts'
import { builtInOptions, builtInStandards } from './standards.ts'

/** One rule's setting for packages with certain tags, or for all. */
export interface Level {
  readonly rule: string
  readonly setting: Setting
  /** Empty: everywhere. */
  readonly tags: readonly string[]
  readonly options: readonly OptionWords[]
  readonly by: SetBy
}

/** Who set a level: a standard, and where, unless the standard comes with Entitle. */
export interface SetBy {
  readonly standard: string
  readonly range?: SourceRange
}

/** The standards that no other extends; more than one is a finding. */
export const rootsOf = (standards: readonly StandardElement[]): StandardElement[] => {
  const extended = new Set(standards.flatMap(({ name, bases }) => bases.filter(base => base !== name)))
  const roots = standards.filter(({ name }) => !extended.has(name))
  return roots.length > 0 ? roots : standards.slice(0, 1)
}

/** What holds in a workspace, from its standard or `recommended`; later levels win. */
export const levelsOf = (program: Program): Level[] => {
  const [root] = rootsOf(program.standards)
  return root === undefined ? builtIn('recommended') : levelsOfStandard(root, program.standards, [])
}

const builtIn = (name: string): Level[] =>
  Object.entries(Object.hasOwn(builtInStandards, name) ? (builtInStandards[name] ?? {}) : {}).map(
    ([rule, setting]) => ({
      rule,
      setting,
      tags: [],
      options: builtInOptions[name]?.[rule] ?? [],
      by: { standard: name },
    }),
  )

const levelsOfStandard = (
  standard: StandardElement,
  standards: readonly StandardElement[],
  above: readonly string[],
): Level[] => {
  const inherited = standard.bases.flatMap(base => {
    if (base === standard.name || above.includes(base)) return []
    const declared = standards.find(({ name }) => name === base)
    return declared === undefined ? builtIn(base) : levelsOfStandard(declared, standards, [...above, standard.name])
  })
  const own = standard.ownRules.map(({ name, range }): Level => {
    return { rule: name, setting: 'error', tags: [], options: [], by: { standard: standard.name, range } }
  })
  const set = standard.settings.map(({ rule, severity, tags, options, range }): Level => {
    return { rule, setting: severity, tags, options, by: { standard: standard.name, range } }
  })
  return [...inherited, ...own, ...set]
}

/** How a rule is set for something with these tags. */
export const levelFor = (
  levels: readonly Level[],
  rule: string,
  tags: readonly string[],
): { readonly setting: Setting; readonly options: readonly OptionWords[] } => {
  const fitting = levels.filter(
    level => level.rule === rule && (level.tags.length === 0 || level.tags.some(tag => tags.includes(tag))),
  )
  return {
    setting: fitting.at(-1)?.setting ?? 'off',
    options: fitting.findLast(({ options }) => options.length > 0)?.options ?? [],
  }
}
