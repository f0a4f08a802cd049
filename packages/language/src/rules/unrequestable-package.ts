import type { PackageElement } from '../resolve/program.ts'
import { defineRule } from './define-rule.ts'

export const unrequestablePackage = defineRule({
  name: 'unrequestable-package',
  finds: 'a package with no policy, or one for all members to request that is hidden from them',
  why: 'Access that nobody can ask for is granted by other ways, past approval and review.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-create',
  severity: { recommended: 'info', strict: 'warning' },
  element: 'package',
  check(element, { report }) {
    const { displayName, policies, nameRange } = element
    if (policies.length === 0)
      report({
        message: `Package "${displayName}" has no policy, so nobody can request it or be assigned to it. Add a policy.`,
        range: nameRange,
      })
    else if (element.hidden && policies.some(isForMembers) && policies.every(isRequested))
      report({
        message: `Package "${displayName}" is hidden, though any member may request it: who hasn't got its link doesn't find it. Take out \`hidden\`, or let only those request who get the link.`,
        range: element.statementRanges.Hidden ?? nameRange,
      })
  },
})

/** A few who are named can be sent the link, and so can partners, who should not see what there is for others. */
const isForMembers = ({ terms: { requestable } }: PackageElement['policies'][number]): boolean =>
  requestable?.value.who === 'any member'

/** By what people ask themselves; others are assigned by an administrator or a rule. */
const isRequested = ({ terms: { requestable } }: PackageElement['policies'][number]): boolean =>
  requestable !== undefined && requestable.value.who !== 'no one'
