import { type Call, em, type Reply, type Route } from '../http/call.ts'
import { noContent, replyOne } from '../http/replies.ts'
import type { Doc } from '../json.ts'
import { accept } from '../schema/accept.ts'
import { complete, structuralPart } from '../schema/complete.ts'
import type { World } from '../world.ts'
import { find, type Kind } from './kind.ts'

/** https://learn.microsoft.com/graph/api/resources/entitlementmanagementsettings */
export const settings: Kind = { store: 'settings', type: 'entitlementManagementSettings', guids: false, navigation: {} }

const initial: Doc = {
  id: 'singleton',
  durationUntilExternalUserDeletedAfterBlocked: 'P30D',
  externalUserLifecycleAction: 'blockSignInAndDelete',
}

/** The tenant's settings, as the service has them until someone changes them. */
export const currentSettings = (world: World): Doc => find(world, settings, 'singleton') ?? initial

function update(call: Call): Reply {
  const changes = structuralPart(settings.type, accept(settings.type, call.body))
  const latest = call.world.store.latest(settings.store, 'singleton') ?? initial
  call.world.store.put(settings.store, { ...complete(settings.type, { ...latest, ...changes }), id: 'singleton' })
  return noContent
}

const context = 'identityGovernance/entitlementManagement/settings'

export const settingsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${em}/settings`,
    area: 'entitlement',
    does: 'reads',
    handle(call) {
      const { status, body } = replyOne(call, settings, currentSettings(call.world), context)
      return { status, body: { ...body, '@odata.context': `${call.origin}/v1.0/$metadata#${context}` } }
    },
  },
  { method: 'PATCH', path: `${em}/settings`, area: 'entitlement', handle: update },
]
