import type * as ast from '../generated/ast.ts'
import { propertyRange, rangeOf } from '../syntax/range.ts'
import { elementOf, statementsOf } from './element.ts'
import type { Names } from './names.ts'
import { ownRuleOf } from './own-rule.ts'
import type { PairElement, PairSide, RuleOptionElement, RuleSettingElement, StandardElement } from './program.ts'

export const standardOf = (node: ast.Standard, names: Names): StandardElement => ({
  element: 'standard',
  node,
  ...elementOf(node),
  bases: node.bases.map(base => base.$refText),
  settings: statementsOf<ast.RuleSetting>(node, 'RuleSetting').flatMap(setting =>
    setting.rule === undefined || setting.severity === undefined ? [] : [settingOf(setting, names)],
  ),
  ownRules: statementsOf<ast.OwnRule>(node, 'OwnRule').flatMap(rule => ownRuleOf(rule, names) ?? []),
})

const settingOf = (node: ast.RuleSetting, names: Names): RuleSettingElement => ({
  rule: node.rule,
  severity: node.severity,
  options: node.options.flatMap(option => optionOf(option, names)),
  tags: node.options.flatMap(option => (option.$type === 'TagOption' ? option.tags : [])),
  range: rangeOf(node),
  ruleRange: propertyRange(node, 'rule'),
})

const optionOf = (node: ast.RuleOption, names: Names): RuleOptionElement[] => {
  const range = rangeOf(node)
  switch (node.$type) {
    case 'TagOption':
      return []
    case 'PatternOption':
      return [{ option: 'matching', pattern: node.pattern ?? '', range }]
    case 'PairsOption':
      return [pairsOf(node, names)]
    default:
      return [
        {
          option: node.direction === 'least' ? 'at least' : 'at most',
          ...(node.amount === undefined ? {} : { amount: node.amount }),
          ...(node.unit === undefined ? {} : { unit: node.unit }),
          ...(node.word === undefined ? {} : { word: node.word }),
          range,
        },
      ]
  }
}

/** What the names in it mean is asked for when somebody asks for the pairs; those with an unknown name (a finding) are left out. */
const pairsOf = (node: ast.PairsOption, names: Names): RuleOptionElement => {
  const pairs = names.memo(() => node.pairs.flatMap(pair => pairOf(pair, names)))
  return {
    option: 'pairs',
    range: rangeOf(node),
    get pairs() {
      return pairs()
    },
  }
}

const pairOf = (node: ast.Pair, names: Names): PairElement[] => {
  const [left, right] = [sideOf(node.left, names), sideOf(node.right, names)]
  return left === undefined || right === undefined ? [] : [{ sides: [left, right], range: rangeOf(node) }]
}

const sideOf = (node: ast.PairSide | undefined, { directory, packageOf }: Names): PairSide | undefined => {
  const target = node?.package?.ref
  if (target !== undefined) {
    const found = packageOf(target)
    return found && { side: 'package', package: found }
  }
  const resource = directory.use(node?.resource)?.object
  return node?.role === undefined || resource === undefined ? undefined : { side: 'grant', role: node.role, resource }
}
