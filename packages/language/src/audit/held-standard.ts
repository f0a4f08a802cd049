import { lineLiteral } from '../printing/source/text-literal.ts'
import { directoryWord } from '../resolve/directory.ts'
import type {
  DirectoryElement,
  PairElement,
  PairSide,
  Program,
  RuleOptionElement,
  StandardElement,
  Subject,
  Trait,
} from '../resolve/program.ts'
import { builtInStandards } from '../rules/index.ts'
import { rootsOf } from '../rules/levels.ts'
import { reached } from '../rules/own/own-rules.ts'

/** The standard that a tenant is held to, as sources that say it. */
export interface HeldStandard {
  readonly name: string
  /** The standard with those that it builds on; empty where `recommended` holds without a word. */
  readonly text: string
  /** Names of directory objects that the text declares. */
  readonly directory: readonly string[]
  /** Rules of its own, by name, as often as there are. */
  readonly ownRules: readonly { readonly name: string; readonly claim: string; readonly conditions: string }[]
}

/** The standards that an audit can be held to: those of the sources, then those that come with Entitle. */
export const standardNames = (program?: Program): readonly string[] => [
  ...new Set([...(program?.standards ?? []).map(({ name }) => name), ...Object.keys(builtInStandards)]),
]

/** The standard of this name, else the one of the sources, else `recommended`; undefined where none is called so. */
export const heldStandard = (
  program: Program | undefined,
  { standard, tenant }: { readonly standard: string | undefined; readonly tenant: string | undefined },
): HeldStandard | undefined => {
  const declared = program?.standards ?? []
  const chosen = standard === undefined ? rootsOf(declared)[0] : declared.find(({ name }) => name === standard)
  if (chosen !== undefined) return ofSources(chosen, declared, tenant)
  const name = standard ?? 'recommended'
  if (!Object.hasOwn(builtInStandards, name)) return undefined
  return { name, text: `standard audited extends ${name}\n`, directory: [], ownRules: [] }
}

const ofSources = (
  chosen: StandardElement,
  declared: readonly StandardElement[],
  tenant: string | undefined,
): HeldStandard => {
  const all = reached(chosen, declared)
  const rules = all.flatMap(({ ownRules }) => ownRules)
  const traits = rules.flatMap(({ claim, conditions }) => [claim, ...conditions.map(({ trait }) => trait)])
  const pairs = all.flatMap(({ settings }) => settings.flatMap(({ options }) => options.flatMap(pairsIn)))
  const objects = [...traits.flatMap(objectsIn), ...pairs.flatMap(({ sides }) => sides.flatMap(grantedIn))]
  const named = new Map(objects.flatMap(each => (each.name === undefined ? [] : [[each.name, each]])))
  const declarations = [...named].map(([name, each]) => declaration(name, each, tenant))
  return {
    name: chosen.name,
    text: [...all.map(({ node }) => node?.$cstNode?.text ?? ''), ...declarations, ''].join('\n'),
    directory: [...named.keys()],
    ownRules: rules.map(({ name, words }) => ({ name, ...words })),
  }
}

const declaration = (name: string, object: DirectoryElement, tenant: string | undefined): string => {
  const { displayName, id } = (tenant === undefined ? undefined : object.inTenant[tenant]) ?? object
  const pin = id === undefined ? '' : ` { id ${lineLiteral(id)} }`
  return `${directoryWord(object.kind)} ${name} ${lineLiteral(displayName)}${pin}`
}

const pairsIn = (option: RuleOptionElement): readonly PairElement[] => (option.option === 'pairs' ? option.pairs : [])

const grantedIn = (side: PairSide): readonly DirectoryElement[] => (side.side === 'grant' ? [side.resource] : [])

/** The directory objects that a trait names. */
const objectsIn = (trait: Trait): readonly DirectoryElement[] => {
  switch (trait.trait) {
    case 'grants':
      return trait.resource === undefined ? [] : [trait.resource.object]
    case 'requestable':
      return 'objects' in trait.who ? trait.who.objects.map(({ object }) => object) : []
    case 'approval':
      return trait.approvers.flatMap(subjectIn)
    case 'review':
      return trait.reviewers.flatMap(subjectIn)
    case 'incompatible':
      return trait.with.kind === 'group' ? [trait.with.group] : []
    default:
      return []
  }
}

const subjectIn = (subject: Subject): readonly DirectoryElement[] =>
  subject.subject === 'object' ? [subject.object] : []
