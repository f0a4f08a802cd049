import type { PackageElement, PolicyElement, Trait } from '../../resolve/program.ts'
import { isDescribed, isInCatalog, isNamed, isVisible } from './catalog-traits.ts'
import { grants, isHidden, isIncompatible, isTagged } from './package-traits.ts'
import {
  asksQuestions,
  expires,
  isApproved,
  isAutomatic,
  isExtensible,
  isForAudience,
  isJustified,
  isRequestable,
  isReviewed,
  isSilent,
} from './policy-traits.ts'
import type { Target, Verdict } from './verdict.ts'

/** What must be known to tell whether a trait holds: the catalog alone, a package, or one of its policies. */
export type Level = 'catalog' | 'package' | 'policy'

export const levelOf = (trait: Trait): Level => {
  switch (trait.trait) {
    case 'catalog':
    case 'visible':
      return 'catalog'
    case 'name':
    case 'description':
      return trait.of
    case 'grants':
    case 'tag':
    case 'hidden':
    case 'incompatible':
      return 'package'
    default:
      return 'policy'
  }
}

/** Whether something has a trait. The target has a package or policy where the trait's level asks for one. */
export const judge = (trait: Trait, target: Target, today: string): Verdict => {
  switch (trait.trait) {
    case 'catalog':
      return isInCatalog(target, trait)
    case 'visible':
      return isVisible(target)
    case 'name':
      return isNamed(target, trait)
    case 'description':
      return isDescribed(target, trait)
    case 'grants':
      return grants(packageOf(target), trait)
    case 'tag':
      return isTagged(packageOf(target), trait)
    case 'hidden':
      return isHidden(packageOf(target))
    case 'incompatible':
      return isIncompatible(packageOf(target), trait)
    case 'audience':
      return isForAudience(policyOf(target), trait, target.program)
    case 'requestable':
      return isRequestable(policyOf(target), trait)
    case 'approval':
      return isApproved(policyOf(target), trait)
    case 'justification':
      return isJustified(policyOf(target))
    case 'expiration':
      return expires(policyOf(target), trait, today)
    case 'extension':
      return isExtensible(policyOf(target), trait)
    case 'review':
      return isReviewed(policyOf(target), trait)
    case 'questions':
      return asksQuestions(policyOf(target))
    case 'automatic':
      return isAutomatic(policyOf(target))
    case 'silence':
      return isSilent(policyOf(target))
  }
}

const packageOf = ({ package: element }: Target): PackageElement => {
  if (element === undefined) throw new Error('a package’s trait was looked for in something else')
  return element
}

const policyOf = ({ policy }: Target): PolicyElement => {
  if (policy === undefined) throw new Error('a policy’s trait was looked for in something else')
  return policy
}
