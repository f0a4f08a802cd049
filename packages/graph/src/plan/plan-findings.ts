import { parentOf } from '../kinds/em.ts'
import type { Finding } from '../model/finding.ts'
import { isRef, segmentsOf, type TenantObject } from '../model/tenant.ts'
import { firstOf, type Loss, lossNames } from './losses.ts'
import type { Obstacle } from './reassignment.ts'

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

const lossAmong = (held: readonly TenantObject[]): Loss =>
  firstOf([...new Map(held.map(each => [personOf(each), each.name])).values()])

/** Deleting this would take away access that people have through these assignments. */
export const hasAssignments = (
  live: TenantObject,
  held: readonly TenantObject[],
  { strangers, undoing }: { readonly strangers: boolean; readonly undoing: boolean },
): Finding => {
  const loss = lossAmong(held)
  const count = loss.people
  const what = live.kind === 'access-package' ? 'package' : 'policy'
  const people = count === 1 ? '1 person has' : `${count} people have`
  return {
    rule: 'live-assignments',
    severity: 'error',
    message: `The ${what} ${live.name} is ${undoing ? 'what the deployment made that is undone' : 'not declared'}, but ${people} access through it, so it is not deleted${strangers ? '' : ' without --end-assignments'}: ${lossNames(loss)}.`,
    place: { kind: 'tenant', address: live.address },
    help: helpWith(what, strangers, undoing),
  }
}

const helpWith = (what: string, strangers: boolean, undoing: boolean): string => {
  const otherwise = undoing ? 'or leave it as it is.' : `declare the ${what}, or leave out --prune.`
  return strangers
    ? `Some of them are not in the directory yet: end their access in the Microsoft Entra admin center first, ${otherwise}`
    : `Give --end-assignments to end their access and delete it, ${otherwise}`
}

const obstacles: { readonly [because in Obstacle]: (policy: string) => string } = {
  'not-admitted': policy => `${policy} doesn't admit`,
  'perhaps-not-admitted': policy => `it can't be told whether ${policy} admits`,
  'other-package': policy => `${policy} is of another package than that of`,
  'not-in-directory': () => 'the directory has nobody yet for',
}

/** Who is not moved by `--reassign-to`, by what keeps them; they lose access where `ended`. */
export const notMoved = (
  live: TenantObject,
  policy: TenantObject,
  refused: readonly { readonly holder: TenantObject; readonly because: Obstacle }[],
  ended: boolean,
): readonly Finding[] =>
  [...Map.groupBy(refused, ({ because }) => because)].map(([because, some]) => {
    const loss = lossAmong(some.map(({ holder }) => holder))
    const what = live.kind === 'access-package' ? 'package' : 'policy'
    const people = loss.people === 1 ? '1 person' : `${loss.people} people`
    return {
      rule: 'not-reassigned',
      severity: ended ? 'warning' : 'error',
      message: `Of those who have access through the ${what} ${live.name}, ${people} can't be moved, because ${obstacles[because](policy.name)} ${loss.people === 1 ? 'that person' : 'them'}${ended ? '; their access ends' : `, so the ${what} is not deleted`}: ${lossNames(loss)}.`,
      place: { kind: 'tenant', address: live.address },
      help: ended
        ? 'Name a policy that admits them, or go on and let their access end.'
        : `Name a policy that admits them, give --end-assignments to end their access, declare the ${what}, or leave out --prune.`,
    }
  })

/** Whom a policy assigns by itself keeps that access: Graph would give it again. */
export const assignedAutomatically = (to: TenantObject, policy: TenantObject): Finding => ({
  rule: 'assigned-automatically',
  severity: 'error',
  message: `${to.name} is to have ${nameOf(parentOf(to.parent ?? ''))} through the policy ${nameOf(to.parent ?? '')}, and has it through ${policy.name}, which assigns it automatically. Nobody has a package twice.`,
  place: to.origin === undefined ? { kind: 'tenant', address: to.address } : { kind: 'source', range: to.origin.range },
  help: `Take the person out of the rule of ${policy.name}, or take this assignment out of the sources.`,
})

/** Why nobody can be moved to a policy. */
export const cannotReceive = (policy: TenantObject, because: 'leaving' | 'automatic'): Finding => ({
  rule: 'cannot-reassign',
  severity: 'error',
  message: `--reassign-to names the policy ${policy.name}, ${because === 'leaving' ? 'which is not declared and is deleted itself, or with its package' : 'which assigns people by a rule of its own and takes nobody else'}.`,
  place: { kind: 'tenant', address: policy.address },
  help:
    because === 'leaving'
      ? 'Declare that policy, or name another one.'
      : 'Name a policy that people may be assigned under.',
})
