import type { AstNode } from 'langium'
import { isPolicy } from '../generated/ast.ts'
import type { EntitleLspServices } from './lsp-services.ts'
import { referencesTo } from './occurrences.ts'

/** How many policies of catalogs build on a template, told by the names that they write: nothing that the policies come to need be known. */
export const policiesFrom = (template: AstNode, services: EntitleLspServices): number =>
  referencesTo(template, services).filter(
    ({ reference: { container, property } }) =>
      isPolicy(container) && property === 'base' && isInCatalog(container, services),
  ).length

const isInCatalog = ({ $container }: AstNode, { editor }: EntitleLspServices): boolean =>
  $container?.$container?.$type === 'Catalog' ||
  ($container !== undefined && editor.Analyst.packageOf($container) !== undefined)
