import type { TenantObject } from '@entitle/graph'
import type { PackageElement } from '../resolve/program.ts'
import { calledIn } from './addresses.ts'
import { type Lowering, objectOf } from './lowering.ts'

/** https://learn.microsoft.com/graph/api/resources/accesspackage */
export const accessPackage = (element: PackageElement, parent: TenantObject, lowering: Lowering): TenantObject =>
  objectOf({
    kind: 'access-package',
    parent,
    name: element.displayName,
    called: calledIn(element, lowering),
    from: element,
    properties: { displayName: element.displayName, description: element.description, isHidden: element.hidden },
    range: element.range,
    ranges: { description: element.statementRanges.Description, isHidden: element.statementRanges.Hidden },
  })
