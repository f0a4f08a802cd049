import type { Finding, SourceRange } from '@entitle/graph'
import { unnamed } from '../../resolve/own-rule.ts'
import type { OwnRuleElement, Program } from '../../resolve/program.ts'
import type { FileProgram } from '../../resolve/resolve.ts'
import { alwaysChecked } from '../always-checked.ts'
import { hygiene } from '../hygiene.ts'
import { rules } from '../table.ts'

/** The names by which a workspace's own rules can be set and waived. */
export const ownRuleNames = ({ standards }: Program): readonly string[] =>
  standards.flatMap(({ ownRules }) => ownRules.map(({ name }) => name))

/** Names that another rule has already, so that setting or waiving it would mean both. */
export const ownRuleFindings = (file: FileProgram, program: Program): Finding[] =>
  file.standards.flatMap(({ ownRules }) => ownRules.flatMap(rule => nameFindings(rule, program)))

const taken = (): ReadonlySet<string> =>
  new Set([...rules.map(({ name }) => name), ...Object.keys(hygiene), ...alwaysChecked])

const nameFindings = ({ name, nameRange }: OwnRuleElement, { standards }: Program): Finding[] => {
  if (nameRange === undefined) return []
  const say = (message: string, related: Finding['related'] = []): Finding[] => [
    { rule: 'own-rule-name', severity: 'error', message, place: { kind: 'source', range: nameRange }, related },
  ]
  if (taken().has(name) || name === unnamed)
    return say(`${name} is the name of a rule that comes with Entitle. Give yours another one.`)
  const others = standards
    .flatMap(({ ownRules }) => ownRules)
    .flatMap(other => (other.name === name && other.nameRange !== undefined ? other.nameRange : []))
    .filter(range => !isSamePlace(range, nameRange))
  return others.length === 0
    ? []
    : say(
        `Two rules are called ${name}, so a setting or waiver would mean both. Rename one.`,
        others.map(range => ({ place: { kind: 'source', range }, message: `Also called ${name}.` })),
      )
}

const isSamePlace = (a: SourceRange, b: SourceRange): boolean =>
  a.uri === b.uri && a.start.line === b.start.line && a.start.character === b.start.character
