import type { Finding } from '../model/finding.ts'
import { isRef, segmentsOf, type TenantObject } from '../model/tenant.ts'
import { firstOf, lossNames } from './losses.ts'

const nameOf = (address: string) => segmentsOf(address).at(-1)?.name ?? address

/** A grant of something that the package's catalog doesn't hold. */
export const notInCatalog = (grant: TenantObject, catalog: string): Finding => ({
  rule: 'resource-not-in-catalog',
  severity: 'error',
  message: `${nameOf(grant.parent ?? '')} grants ${grant.name}, but the catalog ${catalog} doesn't hold that resource.`,
  place:
    grant.origin === undefined
      ? { kind: 'tenant', address: grant.address }
      : { kind: 'source', range: grant.origin.range },
  help: "Add it to the catalog's resources.",
})

const personOf = ({ id, properties: { target } }: TenantObject) => (isRef(target) && target.id ? target.id : id)

/** Deleting this would take away access that people have through these assignments. */
export const hasAssignments = (live: TenantObject, held: readonly TenantObject[], strangers = false): Finding => {
  const loss = firstOf([...new Map(held.map(each => [personOf(each), each.name])).values()])
  const count = loss.people
  const what = live.kind === 'access-package' ? 'package' : 'policy'
  const people = count === 1 ? '1 person has' : `${count} people have`
  return {
    rule: 'live-assignments',
    severity: 'error',
    message: `The ${what} ${live.name} is not declared, but ${people} access through it, so it is not deleted${strangers ? '' : ' without --end-assignments'}: ${lossNames(loss)}.`,
    place: { kind: 'tenant', address: live.address },
    help: strangers
      ? `Some of them are not in the directory yet: end their access in the Microsoft Entra admin center first, declare the ${what}, or leave out --prune.`
      : `Give --end-assignments to end their access and delete it, declare the ${what}, or leave out --prune.`,
  }
}
