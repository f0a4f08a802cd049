import type * as ast from '../generated/ast.ts'
import { nodesOf } from '../syntax/nodes.ts'
import type { EntitleLspServices } from './lsp-services.ts'

/** How many policies of catalogs build on a template, told by the names that they write: nothing that the policies come to need be known. */
export const policiesFrom = (template: ast.PolicyTemplate, services: EntitleLspServices): number => {
  const { LangiumDocuments, SymbolTable } = services.shared.workspace
  const { name } = template
  if (name === undefined || SymbolTable.find('template', name)?.node !== template) return 0
  let count = 0
  for (const document of LangiumDocuments.all)
    for (const policy of nodesOf(document, 'Policy'))
      if (policy.base?.$refText === name && isInCatalog(policy, services)) count += 1
  return count
}

const isInCatalog = ({ $container: owner }: ast.Policy, { editor }: EntitleLspServices): boolean =>
  owner.$container.$type === 'Catalog' || editor.Analyst.packageOf(owner) !== undefined
