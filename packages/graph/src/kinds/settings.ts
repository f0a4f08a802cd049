import { em } from './em.ts'
import type { Kind } from './kind.ts'
import { duration, exact } from './shape.ts'
import { slots } from './slots.ts'
import { patched, probe, request, shown } from './write.ts'

const path = `${em}/settings`

/** One per tenant, always there. https://learn.microsoft.com/graph/api/entitlementmanagementsettings-update */
export const settings: Kind = {
  name: 'settings',
  type: 'entitlementManagementSettings',
  fields: { externalUserLifecycleAction: exact, durationUntilExternalUserDeletedAfterBlocked: duration },
  named: false,
  nameOf: () => 'settings',
  keyOf: () => 'settings',
  update(object, _live, { idOf }, changes) {
    const open = slots(idOf)
    return {
      request: request('PATCH', path, open, patched(object.properties, changes, open)),
      settle: shown(probe(path, open)),
    }
  },
  risk: ({ object }) => (object.properties.externalUserLifecycleAction === 'none' ? 'none' : 'may-end-access'),
}
