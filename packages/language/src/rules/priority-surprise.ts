import type { PolicyElement } from '../resolve/program.ts'
import { sameTerms } from '../resolve/same-terms.ts'
import { precedence, sharesPeople } from './audience.ts'
import { defineRule } from './define-rule.ts'

export const prioritySurprise = defineRule({
  name: 'priority-surprise',
  finds: 'two policies of a package that match the same people on different terms',
  why: 'Entra picks among several policies by its own order, which may not be the one that you mean.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-troubleshoot',
  severity: { recommended: 'info', strict: 'warning' },
  element: 'policy',
  check(policy, { program, report }) {
    const { policies } = policy.package
    if (policies.length < 2) return
    const requestable = policy.terms.requestable?.value
    if (requestable === undefined || requestable.who === 'no one') return
    for (const other of policies) {
      if (other === policy) return
      const others = other.terms.requestable?.value
      if (others === undefined || !sharesPeople(others, requestable, program)) continue
      if (sameTerms(policy.terms, other.terms)) continue
      report({
        message: `${both(other, policy)} and ${pick(other, policy, precedence(others) - precedence(requestable))}`,
        range: policy.nameRange,
        related: [
          {
            place: { kind: 'source', range: other.nameRange },
            message: `Policy "${other.displayName}" takes them too.`,
          },
        ],
      })
      return
    }
  },
})

const both = (a: PolicyElement, b: PolicyElement): string =>
  `The same people may request under policies "${a.displayName}" and "${b.displayName}",`

const pick = (a: PolicyElement, b: PolicyElement, difference: number): string =>
  difference === 0
    ? 'Entra lets them choose between the terms. Take them out of one of the two.'
    : `Entra gives them the terms of "${(difference < 0 ? a : b).displayName}", the narrower one. Take them out of the other, or see that these terms are meant.`
