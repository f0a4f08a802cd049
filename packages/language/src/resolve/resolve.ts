import type { Finding } from '@entitle/graph'
import type { LangiumDocument } from 'langium'
import type * as ast from '../generated/ast.ts'
import { isCatalog, isPackage } from '../generated/ast.ts'
import type { Fact } from '../references/fact-table.ts'
import { kindKey } from '../references/facts.ts'
import { statementsIn } from '../syntax/nodes.ts'
import { propertyRange } from '../syntax/range.ts'
import { declarationsOf } from './declarations.ts'
import type { Elements, Sources } from './elements.ts'
import type { DirectoryElement, PackageElement, PolicyElement, Program } from './program.ts'

/**
 * The program that the files of a workspace say. It has no lists of its own: each is put together when it is asked for, and whoever
 * asks relies on it. Broken files give the best value: what can't be understood is left out.
 */
export const resolve = (elements: Elements, { facts }: Sources): Program => {
  const known = new WeakMap<readonly Fact[], readonly unknown[]>()
  const every = <T extends ast.Declaration['$type'], E>(
    type: T,
    of: (node: Extract<ast.Declaration, { readonly $type: T }>) => E | undefined,
  ): readonly E[] =>
    facts.at(kindKey(type)).flatMap(({ node }) => of(node as Extract<ast.Declaration, { readonly $type: T }>) ?? [])
  /** Of elements that every such declaration has: the same list as long as the facts are the same. */
  const all = <T extends ast.Declaration['$type'], E>(
    type: T,
    of: (node: Extract<ast.Declaration, { readonly $type: T }>) => E,
  ): readonly E[] => {
    const said = facts.at(kindKey(type))
    const list = (known.get(said) as readonly E[] | undefined) ?? every(type, of)
    known.set(said, list)
    return list
  }
  return {
    get tenants() {
      return all('Tenant', elements.tenantOf)
    },
    get organizations() {
      return all('Organization', elements.organizationOf)
    },
    get directory() {
      return [...all('DirectoryObject', elements.directory.declaredAs), ...elements.directory.undeclared]
    },
    get catalogs() {
      return all('Catalog', elements.catalogOf)
    },
    get templates() {
      return all('PolicyTemplate', elements.templateOf)
    },
    get standards() {
      return every('Standard', elements.standardOf)
    },
    get reviews() {
      return every('StandaloneReview', elements.reviewOf)
    },
    get assignments() {
      return every('Assign', elements.assignmentOf)
    },
    get scenarios() {
      return every('Scenario', elements.scenarioOf)
    },
  }
}

/** What one file declares. Its catalogs may have packages that other files put into them; its packages may be in catalogs of others. */
export interface FileProgram extends Omit<Program, 'directory' | 'catalogs'> {
  readonly catalogs: readonly Omit<Program['catalogs'][number], 'packages'>[]
  /** Packages that belong to a catalog, those in blocks of catalogs first. */
  readonly packages: readonly PackageElement[]
  readonly policies: readonly PolicyElement[]
  /** Declared directory objects. */
  readonly objects: readonly DirectoryElement[]
}

export const resolveFile = (document: LangiumDocument, elements: Elements): FileProgram => {
  const own = <T extends ast.Declaration['$type'], E>(
    type: T,
    of: (node: Extract<ast.Declaration, { readonly $type: T }>) => E | undefined,
  ): E[] => declarationsOf(document, type).flatMap(node => of(node) ?? [])
  const packages = [
    ...packagesInBlocks(document).flatMap(node => elements.packageOf(node) ?? []),
    ...own('Package', elements.packageOf),
  ]
  return {
    tenants: own('Tenant', elements.tenantOf),
    organizations: own('Organization', elements.organizationOf),
    catalogs: own('Catalog', elements.catalogOf),
    templates: own('PolicyTemplate', elements.templateOf),
    standards: own('Standard', elements.standardOf),
    reviews: own('StandaloneReview', elements.reviewOf),
    assignments: own('Assign', elements.assignmentOf),
    scenarios: own('Scenario', elements.scenarioOf),
    objects: own('DirectoryObject', elements.directory.declaredAs),
    packages,
    policies: packages.flatMap(({ policies }) => policies),
  }
}

const packagesInBlocks = (document: LangiumDocument): readonly ast.Package[] => {
  const { value: root } = document.parseResult
  if (isPackage(root)) return isCatalog(root.$container) ? [root] : []
  return declarationsOf(document, 'Catalog').flatMap(catalog => statementsIn(document, catalog).filter(isPackage))
}

/** What can't be understood, and isn't yet a finding of the parser or of linking. */
export const resolveFindings = (document: LangiumDocument): Finding[] =>
  declarationsOf(document, 'Package').flatMap(node => (node.catalog === undefined ? [homeless(node)] : []))

const homeless = (node: ast.Package): Finding => ({
  rule: 'package-without-catalog',
  severity: 'error',
  message: `Package ${node.name ?? ''} belongs to no catalog. Write it inside a catalog's block, or say \`in\` and the catalog's name behind its display name.`,
  place: { kind: 'source', range: propertyRange(node, 'name') },
})
