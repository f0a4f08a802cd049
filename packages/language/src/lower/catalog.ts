import type { TenantObject } from '@entitle/graph'
import type { CatalogElement } from '../resolve/program.ts'
import { calledIn } from './addresses.ts'
import { type Lowering, objectOf } from './lowering.ts'

/** https://learn.microsoft.com/graph/api/resources/accesspackagecatalog */
export const catalog = (element: CatalogElement, lowering: Lowering): TenantObject =>
  objectOf({
    kind: 'catalog',
    name: element.displayName,
    called: calledIn(element, lowering),
    from: element,
    properties: {
      displayName: element.displayName,
      description: element.description,
      state: element.published ? 'published' : 'unpublished',
      isExternallyVisible: element.visibleToExternal,
    },
    range: element.range,
    ranges: {
      description: element.statementRanges.Description,
      state: element.statementRanges.Unpublished,
      isExternallyVisible: element.statementRanges.Visible,
    },
  })
