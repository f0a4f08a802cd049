import { type RuleHere, type RulesHere, rulePage, type SettingHere } from '@entitle/language'
import type { RuleMeant } from '../commands/rules.ts'
import { aligned, wrapped } from './columns.ts'
import { counted } from './counted.ts'
import { pageLines } from './explain-page.ts'
import type { FindingContext } from './finding.ts'
import { json } from './json.ts'
import type { Paint } from './paint.ts'
import { printableText } from './printable.ts'

type Context = Pick<FindingContext, 'paint' | 'columns' | 'nameOf'>

/** Every rule, how it is set, and by whom. */
export const rulesText = ({ standard, rules }: RulesHere, context: Context): string => {
  const { bold, dim } = context.paint
  const rows = rules.flatMap(rule => [
    [settingWord(rule, context.paint), rule.name, reasonOf(rule, context)],
    ...rule.where.map(each => [
      settingWord(each, context.paint),
      `  where tag ${each.tags.join(', ')}`,
      reasonOf(each, context),
    ]),
  ])
  const on = rules.filter(
    ({ setting, where }) => setting !== 'off' || where.some(each => each.setting !== 'off'),
  ).length
  return [
    `Standard ${bold(printableText(standard))}`,
    '',
    ...aligned(rows).map(line => `  ${line}`.trimEnd()),
    '',
    `${counted(rules.length, 'rule')}, ${on} of them on. ${dim('entitle rules NAME shows the page of one.')}`,
    '',
  ].join('\n')
}

/** A rule's page, and how it is set here. */
export const ruleText = ({ name, page, here }: RuleMeant, all: RulesHere | undefined, context: Context): string => {
  const { bold } = context.paint
  const columns = Math.min(context.columns, widest)
  const about =
    page === undefined
      ? [bold(name), '', ...wrapped(`Finds ${here?.finds ?? ''}.`, columns)]
      : pageLines(page, columns, context.paint)
  return `${[...about, ...(here === undefined || all === undefined ? [] : ['', bold('Here'), '', ...hereLines(here, context)])].join('\n')}\n`
}

/** Longer lines are hard to read. */
const widest = 100

const hereLines = (rule: RuleHere, context: Context): readonly string[] =>
  [rule, ...rule.where].map(each => {
    const tags = 'tags' in each ? ` where tag ${each.tags.join(', ')}` : ''
    return `  ${each.setting}${tags}: ${reasonOf(each, context)}`
  })

const settingWord = ({ setting }: SettingHere, { red, yellow, blue, dim }: Paint): string =>
  ({ error: red, warning: yellow, info: blue, hint: dim, off: dim })[setting](setting)

/** `recommended`; `contoso-baseline (standards.entitle:4), at most 90 days`. */
const reasonOf = ({ by, option }: SettingHere, { nameOf }: Context): string => {
  const place = by?.range === undefined ? '' : ` (${nameOf(by.range.uri)}:${by.range.start.line + 1})`
  const who = by === undefined ? 'no standard sets it' : `${by.standard}${place}`
  return printableText(option === undefined ? who : `${who}, ${option}`)
}

/** `entitle-rules/1`: every rule. */
export const rulesJson = ({ standard, rules }: RulesHere, context: Context): string =>
  json({ format: 'entitle-rules/1', standard, rules: rules.map(rule => hereJson(rule, context)) })

/** `entitle-rules/1`: the rules that were asked for, with their pages. */
export const ruleJson = (meant: readonly RuleMeant[], all: RulesHere | undefined, context: Context): string =>
  json({
    format: 'entitle-rules/1',
    ...(all === undefined ? {} : { standard: all.standard }),
    rules: meant.map(({ name, page, here }) => ({
      ...(here === undefined ? { name, page: rulePage(name) } : hereJson(here, context)),
      ...(page === undefined ? {} : { markdown: page }),
    })),
  })

const hereJson = (rule: RuleHere, context: Context): object => ({
  name: rule.name,
  kind: rule.kind,
  finds: rule.finds,
  page: rulePage(rule.name),
  ...settingJson(rule, context),
  where: rule.where.map(each => ({ tags: each.tags, ...settingJson(each, context) })),
})

const settingJson = ({ setting, option, by }: SettingHere, { nameOf }: Context): object => ({
  setting,
  ...(option === undefined ? {} : { option }),
  ...(by === undefined
    ? {}
    : {
        by: {
          standard: by.standard,
          ...(by.range === undefined ? {} : { file: nameOf(by.range.uri), line: by.range.start.line + 1 }),
        },
      }),
})
