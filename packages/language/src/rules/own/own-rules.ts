import type {
  CatalogElement,
  OwnRuleElement,
  PackageElement,
  PolicyElement,
  Program,
  StandardElement,
} from '../../resolve/program.ts'
import { defineRule, type Rule, type RuleContext } from '../define-rule.ts'
import { rootsOf } from '../levels.ts'
import { judge, type Level, levelOf } from './judge.ts'
import type { Place, Target } from './verdict.ts'

/** The rules that a workspace makes itself: those of its standard, and of the standards that it extends. */
export const ownRules = (program: Program): readonly Rule[] => {
  const { standards } = program
  const [root] = rootsOf(standards)
  return root === undefined ? [] : reached(root, standards).flatMap(({ ownRules: rules }) => rules.map(ruleOf))
}

/** A standard and those that it builds on, each once. */
export const reached = (root: StandardElement, standards: readonly StandardElement[]): readonly StandardElement[] => {
  const found = new Set([root])
  for (const { bases } of found)
    for (const base of bases) {
      const declared = standards.find(({ name }) => name === base)
      if (declared !== undefined) found.add(declared)
    }
  return [...found]
}

const levels: readonly Level[] = ['policy', 'package', 'catalog']

/** A rule of one's own looks at what the finest of its traits asks for. */
const ruleOf = (rule: OwnRuleElement): Rule => {
  const asked = [rule.claim, ...rule.conditions.map(({ trait }) => trait)].map(levelOf)
  switch (levels.find(level => asked.includes(level))) {
    case 'policy':
      return whole(rule, 'policy', (policy: PolicyElement) => ({
        catalog: policy.package.catalog,
        package: policy.package,
        policy,
      }))
    case 'package':
      return whole(rule, 'package', (element: PackageElement) => ({ catalog: element.catalog, package: element }))
    default:
      return whole(rule, 'catalog', (catalog: CatalogElement) => ({ catalog }))
  }
}

type Elements = { policy: PolicyElement; package: PackageElement; catalog: CatalogElement }

const whole = <L extends Level>(
  rule: OwnRuleElement,
  element: L,
  around: (at: Elements[L]) => Omit<Target, 'program'>,
): Rule =>
  defineRule({
    name: rule.name,
    finds: `what standard ${rule.standard} ${rule.demand === 'deny' ? 'denies' : 'requires otherwise'}: ${inWords(rule)}`,
    why: rule.because ?? 'It is a rule of this workspace, not one of Microsoft’s.',
    origin: {
      place: { kind: 'source', range: rule.range },
      message: `Standard ${rule.standard} says it here.`,
    },
    source: '',
    severity: { recommended: 'error', strict: 'error' },
    element,
    check: (at: Elements[L], context: RuleContext) => say(rule, { ...around(at), program: context.program }, context),
  } as Rule<L>) as unknown as Rule

const say = (rule: OwnRuleElement, target: Target, { today, report }: RuleContext): void => {
  const applies = rule.conditions.every(
    ({ negated, trait }) => (judge(trait, target, today).holds !== undefined) !== negated,
  )
  if (!applies) return
  const { holds, ...found } = judge(rule.claim, target, today)
  if (rule.demand === 'deny')
    for (const { range, ...place } of holds ?? []) report({ message: sentence(place, rule), range })
  else if ('lacking' in found) {
    const { lacking, fixes } = found
    report({
      message: sentence(lacking, rule),
      range: lacking.range,
      ...(fixes === undefined ? {} : { fixes }),
    })
  }
}

const sentence = ({ subject, is }: Omit<Place, 'range'>, rule: OwnRuleElement): string =>
  `${subject} ${is}. Standard ${rule.standard} ${rule.demand === 'deny' ? 'denies' : 'requires'} \`${inWords(rule)}\`.`

const inWords = ({ words: { claim, conditions } }: OwnRuleElement): string =>
  conditions === '' ? claim : `${claim} where ${conditions}`
