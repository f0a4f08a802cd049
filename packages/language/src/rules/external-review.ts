import { defineRule, sayer } from './define-rule.ts'
import { addStatement, replace } from './edit.ts'
import { isExternalPolicy, requestorsOf } from './external.ts'
import { frequencyOf, timesAYear } from './frequency.ts'
import { decidersOf, listInSource, reviewLines } from './source-words.ts'

export const externalReview = defineRule({
  name: 'external-review',
  finds: 'an external policy without a review, or reviewed less often than the bound',
  why: 'Microsoft recommends a review every quarter or more often for access by external users.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-external-users',
  severity: { recommended: 'error', strict: 'error' },
  bound: { direction: 'at least', measure: 'frequency', default: timesAYear.quarterly },
  element: 'policy',
  check(policy, { bound, report }) {
    if (!isExternalPolicy(policy)) return
    const said = policy.terms.review
    const frequency = frequencyOf(bound)
    if (said === undefined) {
      const reviewers = listInSource(decidersOf(policy.package.catalog))
      report({
        message: `Under policy "${policy.displayName}" ${requestorsOf(policy)} may hold this access, and nobody ever reviews it. Add a ${frequency} review.`,
        range: policy.nameRange,
        ...(reviewers === ''
          ? { help: 'Name package managers or owners of the catalog first; they are who should review.' }
          : {
              fixes: [
                {
                  title: `Add a ${frequency} review by ${reviewers}`,
                  safe: true,
                  edits: [addStatement(policy.block, reviewLines(frequency, reviewers))],
                },
              ],
            }),
      })
      return
    }
    const review = said.value
    if (timesAYear[review.frequency] >= bound) return
    report({
      message: `${sayer(policy, said)} has access of people from outside reviewed ${review.frequency}; the standard asks for ${frequency} or more often.`,
      range: review.frequencyRange ?? said.range,
      ...(review.frequencyRange === undefined
        ? {}
        : {
            fixes: [
              {
                title: `Review ${frequency}`,
                safe: said.template === undefined,
                edits: [replace(review.frequencyRange, frequency)],
              },
            ],
          }),
    })
  },
})
