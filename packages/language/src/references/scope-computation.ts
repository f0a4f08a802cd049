import { type AstNode, type AstNodeDescription, DefaultScopeComputation, type LangiumDocument, MultiMap } from 'langium'
import type * as ast from '../generated/ast.ts'
import { isModel } from '../generated/ast.ts'
import { isSource, libraryScheme } from './library.ts'
import { stampOf } from './stamp.ts'
import { type EntitleSymbol, type Family, qualifiedPackageName } from './symbol.ts'

/** What a file declares for the whole workspace. Names are global, so there are no local symbols. */
export class EntitleScopeComputation extends DefaultScopeComputation {
  override async collectExportedSymbols(document: LangiumDocument): Promise<AstNodeDescription[]> {
    const model = document.parseResult.value
    if (!isModel(model) || !(isSource(document.uri) || document.uri.scheme === libraryScheme)) return []
    return [...declarationsOf(model)].map(({ node, family, keys }): EntitleSymbol => {
      const description = this.descriptions.createDescription(node, keys[0], document)
      return { ...description, family, keys, stamp: stampOf(node) }
    })
  }

  override async collectLocalSymbols(): Promise<MultiMap<AstNode, AstNodeDescription>> {
    return new MultiMap()
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

function* declarationsOf(model: ast.Model): Iterable<Declared> {
  for (const node of model.declarations) {
    if (node.$type === 'Catalog') yield* inCatalog(node)
    else if (node.$type === 'Package') yield* inPackage(node, true)
    else if (node.$type !== 'Assign' && node.$type !== 'Scenario' && node.name)
      yield { node, family: families[node.$type], keys: [node.name] }
  }
}

function* inCatalog(catalog: ast.Catalog): Iterable<Declared> {
  if (!catalog.name) return
  yield { node: catalog, family: 'catalog', keys: [catalog.name] }
  for (const node of catalog.statements) {
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
