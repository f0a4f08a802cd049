import type { Element, PairElement } from '../resolve/program.ts'
import { boundIn, limitsIn, noLimits } from './bound.ts'
import type { ElementKind, Elements, Limits, Report, Rule, RuleContext } from './define-rule.ts'
import type { Level, levelFor } from './levels.ts'
import { patternOf } from './pattern.ts'
import type { Raw } from './raw.ts'
import type { Surroundings } from './run-rules.ts'

/** An element that rules look at. */
export interface At {
  readonly element: Elements[ElementKind]
  readonly tags: readonly string[]
  /** The same for the same tags. */
  readonly tagged: string
  /** The element and what it takes statements from or stands in, from the inside outwards. */
  readonly within: () => readonly Element[]
}

/** How a rule is set for elements of these tags. */
export type LevelOf = (rule: string, at: Pick<At, 'tags' | 'tagged'>) => ReturnType<typeof levelFor>

interface Circumstances {
  /** The first element of these tags. */
  readonly at: At
  readonly surroundings: Surroundings
  readonly levelOf: LevelOf
  /** Where reports go. */
  readonly raws: Raw[]
}

/** One rule on one element after the other, all of the same tags: most rules say nothing of most elements, so hardly anything is made for each. */
export class RuleRun implements RuleContext {
  readonly program: RuleContext['program']
  readonly today: string
  readonly externalPolicy: RuleContext['externalPolicy']
  readonly grantersOf: RuleContext['grantersOf']
  readonly tally: RuleContext['tally']
  readonly bound: number
  readonly limits: Limits
  readonly isOn: RuleContext['isOn']
  readonly report: RuleContext['report']
  readonly matches: RuleContext['matches']
  private readonly rule: Rule
  private readonly setting: Level['setting']
  private readonly options: Level['options']
  private pattern: RegExp | undefined
  private at: At

  constructor(rule: Rule, { at, surroundings, levelOf, raws }: Circumstances) {
    const { setting, options } = levelOf(rule.name, at)
    this.program = surroundings.program
    this.today = surroundings.today
    this.externalPolicy = surroundings.externalPolicy
    this.grantersOf = surroundings.grantersOf
    this.tally = surroundings.tally
    this.rule = rule
    this.setting = setting
    this.options = options
    this.at = at
    this.bound = boundOf(rule, options)
    this.limits = rule.limits === undefined ? noLimits : limitsIn(rule.limits, options)
    this.matches = text => {
      this.pattern ??= patternOf(rule.pattern, options)
      return this.pattern.test(text)
    }
    this.isOn = name => levelOf(name, at).setting !== 'off'
    this.report = report => {
      if (setting !== 'off') raws.push({ rule, severity: setting, bound: this.bound, ...this.about(report) })
    }
  }

  get pairs(): readonly PairElement[] {
    return this.options.flatMap(option => (option.option === 'pairs' ? option.pairs : []))
  }

  look(at: At): void {
    if (this.setting === 'off') return
    this.at = at
    this.rule.check(at.element as never, this)
  }

  private about(report: Report): Pick<Raw, 'report' | 'within' | 'policy'> {
    const { element, within } = this.at
    return { report, within: within(), ...(element.element === 'policy' ? { policy: element } : {}) }
  }
}

const boundOf = ({ bound }: Rule, options: Level['options']): number => {
  if (bound === undefined) return 0
  return options.map(option => boundIn(bound, option)).find(value => value !== undefined) ?? bound.default
}
