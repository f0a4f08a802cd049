import { defineRule, sayer } from './define-rule.ts'
import { addStatement, replace } from './edit.ts'
import { hasTag } from './external.ts'

export const projectEndDate = defineRule({
  name: 'project-end-date',
  finds: 'a package tagged project whose policies have no end date',
  why: 'A project ends on a day; access that runs from each assignment outlives it.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-external-users',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'policy',
  check(policy, { report }) {
    const said = policy.terms.expiration
    if (!hasTag(policy.package, 'project') || said?.value.expires === 'on' || policy.automatic) return
    const dates = policy.package.policies.flatMap(({ terms }) =>
      terms.expiration?.value.expires === 'on' ? [terms.expiration.value.written] : [],
    )
    const latest = dates.toSorted().at(-1)
    const text = `expires on ${latest}`
    const added = said === undefined || said.template !== undefined
    report({
      message: `${sayer(policy, said)} has no end date, though package "${policy.package.displayName}" is tagged project. Let access expire on the day the project ends.`,
      range: said?.range ?? policy.nameRange,
      fixes:
        latest === undefined
          ? []
          : [
              {
                title: `${added ? 'Add' : 'Replace by'} "${text}"`,
                safe: said === undefined,
                edits: [added ? addStatement(policy.block, [text]) : replace(said.range, text)],
              },
            ],
    })
  },
})
