import type { Finding, Fix, SourceRange } from '@entitle/graph'
import type { AstNode, AstReflection, LangiumDocument, LinkingError, ScopeProvider } from 'langium'
import { nearest } from '../syntax/nearest.ts'
import { rangeOfCst } from '../syntax/range.ts'
import { declarationFixes } from './declaration-fix.ts'
import { catalogNameOf, qualifiedPackageName } from './symbol.ts'

/** What explaining an unknown name needs. */
export interface LinkServices {
  readonly shared: { readonly AstReflection: AstReflection }
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
    if (error === undefined || reference.$refText === '') return []
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
  const noun = nouns[type] ?? 'declaration'
  const names = references.ScopeProvider.getScope(info)
    .getAllElements()
    .map(({ name }) => name)
  const guess = nearest(name, names)
  const where = placeOf(type, info.container)
  const replacement: Fix[] =
    guess === undefined ? [] : [{ title: `Replace it by ${guess}`, safe: false, edits: [{ range, text: guess }] }]
  return {
    rule: 'unknown-name',
    severity: 'error',
    message: `No ${noun}${where} is called ${name}${guess === undefined ? `. ${remedy(type)}` : `; did you mean ${guess}?`}`,
    place: { kind: 'source', range },
    fixes: [...replacement, ...declarationFixes(document, type, name, info)],
  }
}

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
