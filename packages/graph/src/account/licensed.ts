import type { Account } from './account.ts'
import type { Deed } from './deed.ts'
import { type Diagnosis, merged } from './diagnosis.ts'
import { type Feature, featuresOf, isLicensed, servicePlans } from './licences.ts'

/** Which deeds use what the tenant has no licence for. Deleting takes none. */
export function licensed(deeds: readonly Deed[], { servicePlans: plans }: Account): readonly Diagnosis[] {
  if ('unknown' in plans) return []
  return merged(
    deeds
      .filter(({ action }) => action !== 'delete')
      .flatMap(deed =>
        featuresOf(deed)
          .filter(feature => !isLicensed(feature, plans.known))
          .map(feature => ({ ...lacking(feature), about: [deed.address] })),
      ),
  )
}

function lacking({ what, licence, sure }: Feature): Diagnosis {
  const { label } = servicePlans[licence]
  if (!sure)
    return {
      topic: 'licence',
      state: 'not-determined',
      says: `Whether the tenant may use ${what} is not known`,
      because: `Microsoft's pages differ on whether that takes ${label}, which the tenant does not have`,
      remedy: 'Ask whoever buys your licences.',
    }
  return {
    topic: 'licence',
    state: 'problem',
    says: `The tenant has no licence for ${what}`,
    because: `that takes ${label}${licence === 'p2' ? ', or a product that holds it' : ', or Microsoft Entra Suite'}`,
    remedy: 'Add the licence, or remove what needs it from the sources.',
  }
}
