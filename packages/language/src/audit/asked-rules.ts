import type { Severity } from '@entitle/graph'
import type { Program } from '../resolve/program.ts'
import type { ElementKind, Rule } from '../rules/define-rule.ts'
import { hygiene, rules } from '../rules/index.ts'
import { type Level, levelsOf } from '../rules/levels.ts'
import { ownRules } from '../rules/own/own-rules.ts'
import type { LeftOut } from './audit.ts'

/** A rule that an audit asks of live objects. */
export interface AskedRule {
  readonly name: string
  readonly finds: string
  /** The kinds of elements that it looks at. */
  readonly elements: readonly ElementKind[]
  readonly severity: Severity
}

/** Findings that read like rules and that the language's own checks make, at a severity of their own. */
const alwaysAsked: readonly AskedRule[] = [
  {
    name: 'automatic-policy-conflict',
    finds: 'more than one automatic policy in a package, or one with approval, questions or requests',
    elements: ['policy'],
    severity: 'error',
  },
  { name: 'date-in-past', finds: 'an expiry in the past', elements: ['policy'], severity: 'warning' },
]

const ofSources = 'Sources alone show it, not what a tenant has.'

/** Rules that speak of sources alone. */
const sourceOnly: { readonly [rule: string]: string } = {
  ...Object.fromEntries(Object.keys(hygiene).map(rule => [rule, ofSources])),
  'unused-declaration': ofSources,
  'assignment-outlives-policy':
    'Declared assignments alone show it; access that people have is access-outlives-policy’s.',
}

/** Rules that hold for packages of a tag only. */
const ofTags: { readonly [rule: string]: string } = {
  'compliance-self-review': 'compliance',
  'low-sensitivity-review': 'low-sensitivity',
  'project-end-date': 'project',
}

export interface Asked {
  readonly asked: readonly AskedRule[]
  readonly leftOut: readonly LeftOut[]
}

export interface Asking {
  /** There are sources, which alone know tags. */
  readonly hasSources: boolean
  /** The whole tenant is looked at. */
  readonly isWhole: boolean
}

/** Which rules the program's standard asks, and which of them nobody can ask here. */
export const askedRules = (program: Program, { hasSources, isWhole }: Asking): Asked => {
  const levels = levelsOf(program)
  const own = Map.groupBy(ownRules(program), ({ name }) => name)
  const known = [...rules, ...[...own.values()].flatMap(joined)].flatMap(rule => askedOf(rule, levels))
  const all = [...known, ...alwaysAsked.filter(({ name }) => known.every(other => other.name !== name))]
  const whyNot = ({ name, elements }: AskedRule): string | undefined => {
    const tag = Object.hasOwn(ofTags, name) ? ofTags[name] : undefined
    if (tag !== undefined && !hasSources)
      return `Packages tagged ${tag} alone are meant, and tags stand in sources only.`
    if (!isWhole && elements.every(isOfWhole)) return 'The whole tenant shows it, and only some catalogs were read.'
    return Object.hasOwn(sourceOnly, name) ? sourceOnly[name] : undefined
  }
  const never = Object.entries(sourceOnly).filter(([rule]) => all.every(({ name }) => name !== rule))
  return {
    asked: byName(all.filter(rule => whyNot(rule) === undefined).map(rule => (isWhole ? rule : inPart(rule)))),
    leftOut: byRule([
      ...all.flatMap(rule => {
        const why = whyNot(rule)
        return why === undefined ? [] : [{ rule: rule.name, why }]
      }),
      ...never.map(([rule, why]) => ({ rule, why })),
    ]),
  }
}

/** Reviews outside packages lie in no catalog. */
const isOfWhole = (element: ElementKind): boolean => element === 'tenant' || element === 'review'

/** What a rule looks at where some catalogs were read. */
const inPart = (rule: AskedRule): AskedRule => ({
  ...rule,
  elements: rule.elements.filter(element => !isOfWhole(element)),
})

/** Every finding that is a rule's, asked of tenants or not. */
export const everAsked = (program: Program): ReadonlySet<string> => {
  const { asked, leftOut } = askedRules(program, { hasSources: true, isWhole: true })
  return new Set([...asked.map(({ name }) => name), ...leftOut.map(({ rule }) => rule)])
}

/** Rules of one's own without a name are told as one. */
const joined = ([first, ...others]: readonly Rule[]): readonly Rule[] => {
  if (first === undefined) return []
  const all = [first, ...others]
  const finds = all.map(each => each.finds).join('; ')
  return [{ ...first, finds, element: [...new Set(all.flatMap(({ element }) => element))] }]
}

/** Undefined where the standard turns it off, whatever the tag. */
const askedOf = ({ name, finds, element }: Rule, levels: readonly Level[]): readonly AskedRule[] => {
  const set = levels.filter(({ rule }) => rule === name)
  const base = set.findLast(({ tags }) => tags.length === 0)?.setting ?? 'off'
  const tagged = set.filter(({ tags }) => tags.length > 0).map(({ setting }) => setting)
  const severity = [base, ...tagged].find(setting => setting !== 'off')
  return severity === undefined ? [] : [{ name, finds, elements: [element].flat(), severity }]
}

const byName = (all: readonly AskedRule[]): readonly AskedRule[] => all.toSorted((a, b) => (a.name < b.name ? -1 : 1))
const byRule = (all: readonly LeftOut[]): readonly LeftOut[] => all.toSorted((a, b) => (a.rule < b.rule ? -1 : 1))
