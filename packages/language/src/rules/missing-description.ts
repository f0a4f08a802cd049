import type { CatalogElement, PackageElement, PolicyElement, Program } from '../resolve/program.ts'
import { precedence, sharesPeople } from './audience.ts'
import { defineRule } from './define-rule.ts'

export const missingDescription = defineRule({
  name: 'missing-description',
  finds: 'a catalog or package without a description, or a policy without one among which people choose',
  why: 'Requestors and approvers decide by what they read there.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-create',
  severity: { recommended: 'info', strict: 'warning' },
  element: ['catalog', 'package', 'policy'],
  check(element, { program, report }) {
    if (element.description.trim() !== '' || (element.element === 'policy' && !isChosen(element, program))) return
    report({
      message: `${titleOf(element)} has no description${reasons[element.element]}. Add \`description\` and a sentence on what it is for.`,
      range: element.nameRange,
    })
  },
})

const titleOf = ({ element, displayName }: CatalogElement | PackageElement | PolicyElement): string =>
  `${element.slice(0, 1).toUpperCase()}${element.slice(1)} "${displayName}"`

const reasons = {
  catalog: ', so who looks after it learns from its name only what belongs there',
  package: ', so requestors and approvers know its name only',
  policy: ', and people choose between it and another one',
}

/** Whether Entra shows the policy beside another one, to choose from. */
const isChosen = (policy: PolicyElement, program: Program): boolean => {
  const { policies } = policy.package
  const requestable = policy.terms.requestable?.value
  if (policies.length < 2 || requestable === undefined) return false
  return policies.some(other => {
    const others = other.terms.requestable?.value
    return (
      other !== policy &&
      others !== undefined &&
      precedence(others) === precedence(requestable) &&
      sharesPeople(others, requestable, program)
    )
  })
}
