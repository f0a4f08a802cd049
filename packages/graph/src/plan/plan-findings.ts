import { parentOf } from '../kinds/em.ts'
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

/** Whom a policy assigns by itself keeps that access: Graph would give it again. */
export const assignedAutomatically = (to: TenantObject, policy: TenantObject): Finding => ({
  rule: 'assigned-automatically',
  severity: 'error',
  message: `${to.name} is to have ${nameOf(parentOf(to.parent ?? ''))} through the policy ${nameOf(to.parent ?? '')}, and has it through ${policy.name}, which assigns it automatically. Nobody has a package twice.`,
  place: to.origin === undefined ? { kind: 'tenant', address: to.address } : { kind: 'source', range: to.origin.range },
  help: `Take the person out of the rule of ${policy.name}, or take this assignment out of the sources.`,
})
