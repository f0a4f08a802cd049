import type { Fix } from '@entitle/graph'
import type { PolicyElement } from '../resolve/program.ts'
import { defineRule, sayer } from './define-rule.ts'
import { addStatement, replace } from './edit.ts'
import { hasTag } from './external.ts'

export const projectEndDate = defineRule({
  name: 'project-end-date',
  finds: 'a package tagged project whose policies have no end date',
  why: 'A project ends on a day; access that runs from each assignment outlives it.',
  source: 'https://learn.microsoft.com/entra/architecture/6-secure-access-entitlement-managment',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'policy',
  check(policy, { today, report }) {
    const said = policy.terms.expiration
    if (!hasTag(policy.package, 'project') || said?.value.expires === 'on' || policy.terms.automatic !== undefined)
      return
    const latest = latestDate(policy, today)
    report({
      message: `${sayer(policy, said)} has no end date, though package "${policy.package.displayName}" is tagged project. Let access expire on the day the project ends.`,
      range: said?.range ?? policy.nameRange,
      ...(latest === undefined
        ? { help: 'Write the day as in `expires on 2027-06-30`.' }
        : { fixes: [ending(policy, latest)] }),
    })
  },
})

/** The latest day, not yet over, on which a policy of the package ends. */
const latestDate = ({ package: { policies } }: PolicyElement, today: string): string | undefined =>
  policies
    .flatMap(({ terms: { expiration } }) => (expiration?.value.expires === 'on' ? [expiration.value] : []))
    .filter(({ date }) => date.slice(0, 10) >= today)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1)?.written

const ending = (policy: PolicyElement, date: string): Fix => {
  const said = policy.terms.expiration
  const text = `expires on ${date}`
  return said === undefined
    ? { title: `Add "${text}"`, safe: true, edits: [addStatement(policy.block, [text])] }
    : { title: `Replace by "${text}"`, safe: false, edits: [replace(said.range, text)] }
}
