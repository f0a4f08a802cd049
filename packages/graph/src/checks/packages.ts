import { isRef, type Properties } from '../model/tenant.ts'
import { lossOf } from '../plan/losses.ts'
import { defineCheck } from './check.ts'

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

export const deletesPackage = defineCheck({
  name: 'deletes-package-with-assignments',
  tells: 'that a package is deleted that people have, and who',
  why: 'They lose everything that the package gives.',
  severity: 'warning',
  kinds: ['access-package'],
  check({ action, address, name, plan }) {
    if (action !== 'delete') return undefined
    const loss = lossOf(plan, address)
    return loss.people === 0
      ? undefined
      : {
          message: `Package ${name} is deleted while ${people(loss.people)} ${loss.people === 1 ? 'has' : 'have'} it.`,
        }
  },
})

export const endsAccess = defineCheck({
  name: 'ends-access',
  tells: 'that people lose access that they have: through a policy, or a role that a package gives',
  why: 'Work stops where somebody still needs it.',
  severity: 'warning',
  kinds: ['assignment-policy', 'resource-role-scope'],
  check({ action, kind, address, name, within, goesWithParent, plan }) {
    if (action !== 'delete' || goesWithParent) return undefined
    if (kind === 'resource-role-scope')
      return { message: `Everybody who has package ${within} loses ${name}, unless something else gives it to them.` }
    const loss = lossOf(plan, address)
    return loss.people === 0
      ? undefined
      : {
          message: `Policy ${name} of package ${within} is deleted while ${people(loss.people)} ${loss.people === 1 ? 'has' : 'have'} the package through it.`,
        }
  },
})

const isPrivileged = ({ role }: Properties): boolean => /admin|owner|full control/i.test(String(role))

export const givesMore = defineCheck({
  name: 'gives-more',
  tells: 'that a package which is there gives another role',
  why: 'Who has the package already gets the role at once, without asking for it.',
  severity: 'warning',
  kinds: ['resource-role-scope'],
  check({ action, name, within, after, isInLive }) {
    if (action !== 'create' || !isInLive || after === undefined) return undefined
    return {
      message: `Everybody who has package ${within} gets ${name} too.`,
      ...(isPrivileged(after) ? {} : { severity: 'info' as const }),
    }
  },
})

export const dropsSeparation = defineCheck({
  name: 'drops-separation',
  tells: 'that two packages, or a package and a group, may be had together again',
  why: 'One person may hold what was kept apart on purpose.',
  severity: 'warning',
  kinds: ['incompatible-package', 'incompatible-group'],
  check({ action, kind, name, within, goesWithParent, before }) {
    if (action !== 'delete' || goesWithParent) return undefined
    const other = Object.values(before ?? {}).find(isRef)?.name ?? name
    return {
      message: `Package ${within} is no longer incompatible with ${kind === 'incompatible-group' ? 'group' : 'package'} ${other}.`,
    }
  },
})

export const showsPackage = defineCheck({
  name: 'shows-hidden-package',
  tells: 'that a hidden package is shown to everybody who may request it',
  why: 'Who had to know its link before now finds it.',
  severity: 'info',
  kinds: ['access-package'],
  check: ({ name, before, after }) =>
    before?.isHidden === true && after?.isHidden === false
      ? { message: `Package ${name} is no longer hidden: everybody who may request it sees it.` }
      : undefined,
})
