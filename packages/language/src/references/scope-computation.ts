import {
  type AstNode,
  type AstNodeDescription,
  type AstNodeLocator,
  CstUtils,
  DefaultScopeComputation,
  type DocumentSegment,
  GrammarUtils,
  type LangiumCoreServices,
  type LangiumDocument,
  MultiMap,
  type URI,
} from 'langium'
import type * as ast from '../generated/ast.ts'
import { isCatalog, isPackage } from '../generated/ast.ts'
import { declarationsIn, statementsIn } from '../syntax/nodes.ts'
import { isSource, libraryScheme } from './library.ts'
import { stampOf } from './stamp.ts'
import { type EntitleSymbol, type Family, qualifiedPackageName } from './symbol.ts'
import { type Unit, unitsOf } from './units.ts'

/** What a file declares for the whole workspace. Names are global, so there are no local symbols. */
export class EntitleScopeComputation extends DefaultScopeComputation {
  private readonly locator: AstNodeLocator

  constructor(services: LangiumCoreServices) {
    super(services)
    this.locator = services.workspace.AstNodeLocator
  }

  override async collectExportedSymbols(document: LangiumDocument): Promise<AstNodeDescription[]> {
    return unitsOf(document).flatMap(unit => this.symbolsIn(unit))
  }

  /** What a unit declares for the whole workspace. */
  symbolsIn({ document, key }: Unit): EntitleSymbol[] {
    if (!(isSource(document.uri) || document.uri.scheme === libraryScheme)) return []
    return [...declaredIn(document)].map(declared => new DeclaredSymbol(declared, key, document.uri, this.locator))
  }

  override async collectLocalSymbols(): Promise<MultiMap<AstNode, AstNodeDescription>> {
    return new MultiMap()
  }
}

/** A class, so that thousands of them share what they can do. */
class DeclaredSymbol implements EntitleSymbol {
  readonly node: AstNode
  readonly family: Family
  readonly keys: readonly [string, ...string[]]
  readonly unit: string
  readonly documentUri: URI
  readonly stamp: string
  private readonly locator: AstNodeLocator

  constructor({ node, family, keys }: Declared, unit: string, documentUri: URI, locator: AstNodeLocator) {
    this.node = node
    this.family = family
    this.keys = keys
    this.unit = unit
    this.documentUri = documentUri
    this.locator = locator
    this.stamp = stampOf(node)
  }

  get name(): string {
    return this.keys[0]
  }

  get path(): string {
    return this.locator.getAstNodePath(this.node)
  }

  get type(): string {
    return this.node.$type
  }

  /** Where its name stands now: what stands behind an edited passage moves. */
  get nameSegment(): DocumentSegment {
    const { $cstNode: cst } = this.node
    const place = GrammarUtils.findNodeForProperty(cst, 'name') ?? cst
    if (place === undefined) throw new Error(`${this.name} was asked for its place and has none`)
    return CstUtils.toDocumentSegment(place)
  }
}

interface Declared {
  readonly node: AstNode
  readonly family: Family
  readonly keys: readonly [string, ...string[]]
}

const families = {
  Tenant: 'tenant',
  Organization: 'organization',
  DirectoryObject: 'directory',
  PolicyTemplate: 'template',
  StandaloneReview: 'review',
  Standard: 'standard',
} as const

function* declaredIn(document: LangiumDocument): Iterable<Declared> {
  const { value: root } = document.parseResult
  if (isPackage(root) && isCatalog(root.$container)) yield* inPackage(root, false)
  for (const node of declarationsIn(document)) {
    if (node.$type === 'Catalog') yield* inCatalog(node, document)
    else if (node.$type === 'Package') yield* inPackage(node, true)
    else if (node.$type !== 'Assign' && node.$type !== 'Scenario' && node.name)
      yield { node, family: families[node.$type], keys: [node.name] }
  }
}

function* inCatalog(catalog: ast.Catalog, document: LangiumDocument): Iterable<Declared> {
  if (!catalog.name) return
  yield { node: catalog, family: 'catalog', keys: [catalog.name] }
  for (const node of statementsIn(document, catalog)) {
    if (node.$type === 'Package') yield* inPackage(node, false)
    else if (node.$type === 'Workflow' && node.name)
      yield { node, family: 'workflow', keys: [`${catalog.name}.${node.name}`] }
  }
}

function* inPackage(node: ast.Package, onTop: boolean): Iterable<Declared> {
  if (!node.name) return
  const name = qualifiedPackageName(node)
  yield { node, family: 'package', keys: onTop && name !== node.name ? [name, node.name] : [name] }
  for (const policy of node.statements)
    if (policy.$type === 'Policy' && policy.name)
      yield { node: policy, family: 'policy', keys: [`${name}.${policy.name}`] }
}
