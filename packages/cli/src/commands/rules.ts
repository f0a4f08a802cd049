import path from 'node:path'
import { nearest, type RuleHere, type RulesHere, ruleNames } from '@entitle/language'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { rulePages } from '../generated/rule-pages.ts'
import type { Ports } from '../ports.ts'
import { Refusal, unusable } from '../refusal.ts'
import { findingContext } from '../sources/finding-context.ts'
import { openSources, type Sources } from '../sources/open-sources.ts'
import type { CommonArguments } from '../tenant-arguments.ts'
import { printableText } from '../views/printable.ts'
import { ruleJson, rulesJson, rulesText, ruleText } from '../views/rules.ts'

export interface RulesArguments extends Pick<CommonArguments, 'exclude' | 'format'> {
  /** What was typed: names of rules, and paths. */
  readonly words: readonly string[]
}

/** Says which rules hold for the sources, and what one of them means. @throws {Refusal} for what is neither a rule nor a path. */
export const rules = async ({ words, exclude, format }: RulesArguments, ports: Ports): Promise<ExitCode> => {
  const { names, paths } = await sorted(words, ports)
  const sources = await opened(names, { paths, exclude }, ports)
  const here = sources?.rules()
  const context = findingContext(sources, ports)
  if (names.length === 0 && here !== undefined) {
    ports.terminal.write(format === 'json' ? rulesJson(here, context) : rulesText(here, context))
    return exitCodes.fine
  }
  const meant = names.map(name => pageOf(name, here))
  if (format === 'json') ports.terminal.write(ruleJson(meant, here, context))
  else ports.terminal.write(meant.map(each => ruleText(each, here, context)).join('\n'))
  return exitCodes.fine
}

/** A rule, with its page where it comes with Entitle, and how it is set where there are sources. */
export interface RuleMeant {
  readonly name: string
  readonly page?: string
  readonly here?: RuleHere
}

const pageOf = (name: string, here: RulesHere | undefined): RuleMeant => {
  const page = Object.hasOwn(rulePages, name) ? rulePages[name] : undefined
  const rule = here?.rules.find(each => each.name === name)
  if (page === undefined && rule === undefined) throw unknown(name, here)
  return { name, ...(page === undefined ? {} : { page }), ...(rule === undefined ? {} : { here: rule }) }
}

const unknown = (name: string, here: RulesHere | undefined): Refusal => {
  const near = nearest(name, here?.rules.map(each => each.name) ?? ruleNames)
  const guess = near === undefined ? 'entitle rules lists all there are.' : `Did you mean ${near}?`
  return unusable(`There is no rule, file or folder called ${printableText(name)}. ${guess}`)
}

/** What exists as a file or folder, and is no rule of Entitle's, is a path. */
const sorted = async (words: readonly string[], { files, folder }: Ports) => {
  const names: string[] = []
  const paths: string[] = []
  for (const word of words) {
    const isPath = !ruleNames.includes(word) && (await files.kindOf(path.resolve(folder, word))) !== 'absent'
    ;(isPath ? paths : names).push(word)
  }
  return { names, paths }
}

/** Undefined where there are no sources, and a rule's page is all that is asked for. */
const opened = async (
  names: readonly string[],
  options: Pick<CommonArguments, 'paths' | 'exclude'>,
  ports: Ports,
): Promise<Sources | undefined> => {
  try {
    return await openSources(options, ports)
  } catch (error) {
    if (error instanceof Refusal && names.length > 0 && options.paths.length === 0) return undefined
    throw error
  }
}
