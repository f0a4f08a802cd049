import type { KindName } from '../model/tenant.ts'
import type { Step } from './plan.ts'

const outermost = new Set<KindName>(['catalog', 'connected-organization'])
/** What carries nothing but its own existence, so that making it again restores it. */
const links = new Set<KindName>([
  'sponsor',
  'catalog-role',
  'catalog-resource',
  'resource-role-scope',
  'incompatible-package',
  'incompatible-group',
])

/** How a step is undone, or why that is impossible. */
export function undo(action: Step['action'], kind: KindName): Step['undo'] {
  if (action === 'update')
    return { possible: true, how: 'Put the former values back into the sources and deploy again.' }
  if (action === 'create' && kind === 'assignment')
    return {
      possible: true,
      how: 'Say in the sources when it ends, or remove it there and in the Microsoft Entra admin center: Entitle ends an assignment only with the policy or package that it deletes.',
    }
  if (action === 'create')
    return outermost.has(kind) || kind === 'access-review'
      ? {
          possible: true,
          how: 'Remove it from the sources and delete it in the Microsoft Entra admin center: Entitle never deletes it.',
        }
      : { possible: true, how: 'Remove it from the sources and run entitle deploy --prune.' }
  if (kind === 'custom-workflow-extension')
    return {
      possible: true,
      how: 'Declare it in the sources and deploy again; what only the portal can set, such as time-outs, is set there anew.',
    }
  return links.has(kind)
    ? { possible: true, how: 'Declare it in the sources and deploy again.' }
    : { possible: false, how: 'Impossible: one that is made again has a new id, and nothing of its history.' }
}
