import { segmentsOf } from '@entitle/graph'
import type { PlanNode } from './plan-node.ts'

const deployable: ReadonlySet<string> = new Set(['catalog', 'access-package', 'connected-organization'])

/** What can be done with a node, for the menus: `create diff deploy source`. */
export const abilities = ({ sort, address, range }: PlanNode): string => {
  const isChange = sort === 'create' || sort === 'update' || sort === 'delete'
  const kind = address === undefined ? undefined : segmentsOf(address).at(-1)?.kind
  return [
    sort,
    ...(address !== undefined && sort !== 'property' ? ['diff'] : []),
    ...((isChange || sort === 'group') && deployable.has(kind ?? '') ? ['deploy'] : []),
    ...(range === undefined ? [] : ['source']),
  ].join(' ')
}
