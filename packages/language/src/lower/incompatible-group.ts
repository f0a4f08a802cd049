import type { TenantObject } from '@entitle/graph'
import type { PackageElement } from '../resolve/program.ts'
import { type Lowering, objectOf, refTo } from './lowering.ts'

/** Groups whose members can't request the package. https://learn.microsoft.com/graph/api/accesspackage-list-incompatiblegroups */
export const incompatibleGroups = (element: PackageElement, parent: TenantObject, lowering: Lowering): TenantObject[] =>
  element.incompatible.flatMap(exclusion => {
    if (exclusion.kind === 'package' || exclusion.group.object.kind !== 'group') return []
    const group = refTo(exclusion.group.object, lowering)
    return [
      objectOf({ kind: 'incompatible-group', parent, name: group.name, properties: { group }, range: exclusion.range }),
    ]
  })
