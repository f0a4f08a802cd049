import type * as ast from '../generated/ast.ts'
import { propertyRange, rangeOf } from '../syntax/range.ts'
import { elementOf, statementsOf } from './element.ts'
import type { Names } from './names.ts'
import { ownRuleOf } from './own-rule.ts'
import type { RuleOptionElement, RuleSettingElement, StandardElement } from './program.ts'

export const standardOf = (node: ast.Standard, names: Names): StandardElement => ({
  element: 'standard',
  node,
  ...elementOf(node),
  bases: node.bases.map(base => base.$refText),
  settings: statementsOf<ast.RuleSetting>(node, 'RuleSetting').flatMap(setting =>
    setting.rule === undefined || setting.severity === undefined ? [] : [settingOf(setting)],
  ),
  ownRules: statementsOf<ast.OwnRule>(node, 'OwnRule').flatMap(rule => ownRuleOf(rule, names) ?? []),
})

const settingOf = (node: ast.RuleSetting): RuleSettingElement => ({
  rule: node.rule,
  severity: node.severity,
  options: node.options.flatMap(optionOf),
  tags: node.options.flatMap(option => (option.$type === 'TagOption' ? option.tags : [])),
  range: rangeOf(node),
  ruleRange: propertyRange(node, 'rule'),
})

const optionOf = (node: ast.RuleOption): RuleOptionElement[] => {
  const range = rangeOf(node)
  switch (node.$type) {
    case 'TagOption':
      return []
    case 'PatternOption':
      return [{ option: 'matching', pattern: node.pattern ?? '', range }]
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
