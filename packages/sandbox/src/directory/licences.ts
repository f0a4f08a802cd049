import type { Call, Reply, Route } from '../http/call.ts'
import type { World } from '../world.ts'
import { derivedId } from './derived-id.ts'

/** Products that bring entitlement management, each with its service plan: https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference */
const products = {
  P2: {
    skuPartNumber: 'AAD_PREMIUM_P2',
    skuId: '84a661c4-e949-4bd2-a560-ed7766fcaf2b',
    plan: 'eec0eb4f-6444-4f95-aba0-50c24d67f998',
    planName: 'AAD_PREMIUM_P2',
  },
  Governance: {
    skuPartNumber: 'Microsoft_Entra_ID_Governance',
    skuId: 'cf6b0d46-4093-4546-a0ab-0b1546dcc10e',
    plan: 'e866a266-3cff-43a3-acca-0c90a7e00c8b',
    planName: 'Entra_Identity_Governance',
  },
} as const
export type LicenceName = keyof typeof products

const names = Object.keys(products) as LicenceName[]
const store = 'licences'

/** From now on the tenant has these licences; at first it has all. */
export function keepLicences(world: World, licences: readonly LicenceName[]): void {
  world.store.withoutDelay(() => world.store.put(store, { id: store, names: [...licences] }))
}

function licencesOf(world: World): readonly LicenceName[] {
  const kept = world.store.latest(store, store)?.names
  return Array.isArray(kept) ? names.filter(name => kept.includes(name)) : names
}

/** https://learn.microsoft.com/graph/api/subscribedsku-list */
function list({ world, origin }: Call): Reply {
  const value = licencesOf(world).map(name => {
    const { skuPartNumber, skuId, plan, planName } = products[name]
    return {
      id: `${world.tenant.id}_${skuId}`,
      accountId: world.tenant.id,
      accountName: world.tenant.displayName,
      appliesTo: 'User',
      capabilityStatus: 'Enabled',
      consumedUnits: 0,
      prepaidUnits: { enabled: 1000, lockedOut: 0, suspended: 0, warning: 0 },
      servicePlans: [
        { appliesTo: 'User', provisioningStatus: 'Success', servicePlanId: plan, servicePlanName: planName },
      ],
      skuId,
      skuPartNumber,
      subscriptionIds: [derivedId('subscription', skuPartNumber)],
    }
  })
  return { status: 200, body: { '@odata.context': `${origin}/v1.0/$metadata#subscribedSkus`, value } }
}

export const licenceRoutes: readonly Route[] = [
  { method: 'GET', path: '/subscribedSkus', area: 'licences', handle: list },
]
