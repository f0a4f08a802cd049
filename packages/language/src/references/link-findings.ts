import type { Finding, Fix, SourceRange } from '@entitle/graph'
import {
  type AstNode,
  type AstReflection,
  AstUtils,
  type LangiumDocument,
  type LinkingError,
  type ScopeProvider,
} from 'langium'
import { isPolicyTemplate } from '../generated/ast.ts'
import { nearest } from '../syntax/nearest.ts'
import { rangeOfCst } from '../syntax/range.ts'
import { declarationFixes } from './declaration-fix.ts'
import { otherMeaning, wordsMeant } from './other-meaning.ts'
import { catalogNameOf, qualifiedPackageName } from './symbol.ts'
import type { SymbolServices } from './symbol-table.ts'
import { endKey } from './units.ts'

/** What explaining an unknown name needs. */
export interface LinkServices {
  readonly shared: { readonly AstReflection: AstReflection } & SymbolServices
  readonly references: { readonly ScopeProvider: ScopeProvider }
}

const nouns: { readonly [type: string]: string } = {
  Tenant: 'tenant',
  Organization: 'organization',
  DirectoryObject: 'user, group, app or site',
  Catalog: 'catalog',
  Package: 'package',
  Excludable: 'package or group',
  PolicyTemplate: 'policy template',
  Policy: 'policy',
  Workflow: 'workflow',
  Standard: 'standard',
}

/** Names that nothing has. Lines whose syntax is broken are passed over: there a name is rarely what was meant. */
export const linkFindings = (
  document: LangiumDocument,
  services: LinkServices,
  brokenLines: ReadonlySet<number> = new Set(),
): Finding[] =>
  document.references.flatMap(reference => {
    const { error } = reference
    if (error === undefined || reference.$refText === '' || hangsOnUnknown(error)) return []
    const range = rangeOfCst(document.uri.toString(), reference.$refNode)
    return brokenLines.has(range.start.line) ? [] : [unknownName(document, error, reference.$refText, range, services)]
  })

const unknownName = (
  document: LangiumDocument,
  { info }: LinkingError,
  name: string,
  range: SourceRange,
  { shared, references }: LinkServices,
): Finding => {
  const type = shared.AstReflection.getReferenceType(info)
  if (type === 'Workflow' && AstUtils.getContainerOfType(info.container, isPolicyTemplate) !== undefined)
    return callInTemplate(name, range)
  const half = halfTyped(name, info.container)
  if (half !== undefined)
    return { rule: 'unknown-name', severity: 'error', message: half, place: { kind: 'source', range } }
  const noun = nouns[type] ?? 'declaration'
  const names = references.ScopeProvider.getScope(info)
    .getAllElements()
    .map(({ name }) => name)
  const symbols = shared.workspace.SymbolTable
  const other = otherMeaning(symbols, type, name)
  const guess = other.guess ?? nearest(name, [...names, ...wordsMeant(info.container), ...other.names])
  const where = placeOf(type, info.container)
  shared.workspace.Reliances.on(endKey(document.uri.toString()))
  const replacement: Fix[] =
    guess === undefined ? [] : [{ title: `Replace it by ${guess}`, safe: false, edits: [{ range, text: guess }] }]
  return {
    rule: 'unknown-name',
    severity: 'error',
    message: `No ${noun}${where} is called ${name}${other.is}${guess === undefined ? `. ${remedy(type)}` : `; did you mean ${guess}?`}`,
    place: { kind: 'source', range },
    fixes: [...replacement, ...declarationFixes(document, type, name, info)],
  }
}

/** The policy of a package that isn't known isn't known either; that is one mistake. */
const hangsOnUnknown = ({ info }: LinkingError): boolean =>
  info.property === 'policy' &&
  'package' in info.container &&
  (info.container.package as { readonly error?: unknown } | undefined)?.error !== undefined

/** `requestable by any`: words of the language that go on, taken for names as they stand. */
const halfTyped = (name: string, container: AstNode): string | undefined => {
  const word = container.$container?.$type === 'TheseObjects' ? (goingOn[name] ?? '') : ''
  return word === '' ? undefined : `After \`${name}\` comes ${word}.`
}

const goingOn: { readonly [word: string]: string } = {
  any: '`member`, `user`, `connected organization`, `external user`, `service principal` or `agent identity`',
  users: '`from` and the names of organizations',
  no: '`one`',
}

/** A workflow belongs to a catalog and a template to none, so the same name could mean another workflow in each policy. */
const callInTemplate = (name: string, range: SourceRange): Finding => ({
  rule: 'call-in-template',
  severity: 'error',
  message: `A policy template belongs to no catalog, and workflows do, so ${name} could mean another workflow wherever the template is used. Write this call in the policies that use it.`,
  place: { kind: 'source', range },
})

const remedy = (type: string): string =>
  type === 'Standard'
    ? 'Declare it, or extend recommended, strict, zero-trust or cis.'
    : 'Declare it, in this file or another.'

/** Where a name was looked for, when that is less than the whole workspace. */
const placeOf = (type: string, container: AstNode): string => {
  if (type === 'Policy') {
    const target = 'package' in container ? (container.package as { readonly ref?: AstNode }).ref : undefined
    return target?.$type === 'Package' && 'name' in target
      ? ` of package ${qualifiedPackageName(target as Parameters<typeof qualifiedPackageName>[0])}`
      : ' of that package'
  }
  if (type !== 'Workflow') return ''
  for (let node: AstNode | undefined = container; node !== undefined; node = node.$container) {
    if (node.$type === 'Package') {
      const catalog = catalogNameOf(node as Parameters<typeof catalogNameOf>[0])
      return catalog === undefined ? '' : ` of catalog ${catalog}`
    }
  }
  return ''
}
