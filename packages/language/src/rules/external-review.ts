import type { Fix } from '@entitle/graph'
import type { PolicyElement, Review, Sourced } from '../resolve/program.ts'
import { defineRule, sayer } from './define-rule.ts'
import { addStatement, replace } from './edit.ts'
import { isExternalPolicy, requestorsOf } from './external.ts'
import { frequencyOf, periodInDays, timesAYear } from './frequency.ts'
import { decidersOf, listInSource, openFor, reviewLines } from './source-words.ts'

export const externalReview = defineRule({
  name: 'external-review',
  finds: 'an external policy without a review, or reviewed less often than the bound',
  why: 'Microsoft recommends a review every quarter or more often for access by external users.',
  source: 'https://learn.microsoft.com/entra/architecture/6-secure-access-entitlement-managment',
  severity: { recommended: 'error', strict: 'error' },
  bound: { direction: 'at least', measure: 'frequency', default: timesAYear.quarterly },
  element: 'policy',
  check(policy, { program, bound, report }) {
    if (!isExternalPolicy(policy, program)) return
    const said = policy.terms.review
    const frequency = frequencyOf(bound)
    if (said === undefined)
      report({
        message: `Under policy "${policy.displayName}" ${requestorsOf(policy, program)} may hold this access, and nobody ever reviews it. Add a ${frequency} review.`,
        range: policy.nameRange,
        ...repair(policy, frequency),
      })
    else if (timesAYear[said.value.frequency] < bound)
      report({
        message: `${sayer(policy, said)} has access of people from outside reviewed ${said.value.frequency}; the standard asks for ${frequency} or more often. Review it ${frequency}.`,
        range: said.value.frequencyRange ?? said.range,
        fixes: [oftener(said, frequency)].filter(fix => fix !== undefined),
      })
  },
})

const repair = (policy: PolicyElement, frequency: Review['frequency']) => {
  const reviewers = listInSource(decidersOf(policy.package.catalog))
  if (reviewers === '')
    return { help: 'Name package managers or owners of the catalog first; they are who should review.' }
  const edits = [addStatement(policy.block, reviewLines(frequency, reviewers))]
  return { fixes: [{ title: `Add a ${frequency} review by ${reviewers}`, safe: true, edits }] }
}

/** A review must be over before the next one starts, so a longer one is shortened too. */
const oftener = (said: Sourced<Review>, frequency: Review['frequency']): Fix | undefined => {
  const { frequencyRange, openForRange, openForDays } = said.value
  if (frequencyRange === undefined) return undefined
  const tooLong = openForRange !== undefined && openForDays >= periodInDays[frequency]
  return {
    title: `Review ${frequency}`,
    safe: said.template === undefined && !tooLong,
    edits: [replace(frequencyRange, frequency), ...(tooLong ? [replace(openForRange, openFor(frequency))] : [])],
  }
}
