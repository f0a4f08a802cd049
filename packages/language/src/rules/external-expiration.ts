import type { Expiration } from '../resolve/program.ts'
import { daysInWords } from './bound.ts'
import { daysBetween } from './dates.ts'
import { defineRule, sayer } from './define-rule.ts'
import { addStatement, replace } from './edit.ts'
import { hasTag, isExternalPolicy, requestorsOf } from './external.ts'

const usual = 180

export const externalExpiration = defineRule({
  name: 'external-expiration',
  finds: 'an external policy that never expires, says nothing, or lasts longer than the bound',
  why: 'Access of people from outside outlives the work it was given for, unless it ends by itself.',
  source: 'https://learn.microsoft.com/entra/architecture/6-secure-access-entitlement-managment',
  severity: { recommended: 'error', strict: 'error' },
  bound: { direction: 'at most', measure: 'days', default: 365 },
  element: 'policy',
  check(policy, { program, today, bound, report }) {
    if (!isExternalPolicy(policy, program)) return
    const said = policy.terms.expiration
    const text = `expires after ${daysInWords(Math.min(usual, bound))}`
    if (said === undefined) {
      report({
        message: `Policy "${policy.displayName}" doesn't say when access ends, so ${requestorsOf(policy, program)} keep it for ever. Add an expiration.`,
        range: policy.nameRange,
        fixes: [{ title: `Add "${text}"`, safe: true, edits: [addStatement(policy.block, [text])] }],
      })
      return
    }
    const multiYear = hasTag(policy.package, 'multi-year')
    const days = lengthInDays(said.value, today)
    if (days !== Number.POSITIVE_INFINITY && (multiYear || days <= bound)) return
    const fixed = { safe: said.template === undefined, edits: [replace(said.range, text)] }
    report({
      message:
        days === Number.POSITIVE_INFINITY
          ? `${sayer(policy, said)} gives people from outside access that never ends. End it after at most ${daysInWords(bound)}.`
          : `${sayer(policy, said)} gives people from outside access for ${daysInWords(days)}; the standard allows at most ${daysInWords(bound)}. Shorten it, or tag the package multi-year.`,
      range: said.range,
      fixes: [{ title: `Replace by "${text}"`, ...fixed }],
    })
  },
})

const lengthInDays = (expiration: Expiration, today: string): number => {
  switch (expiration.expires) {
    case 'never':
      return Number.POSITIVE_INFINITY
    case 'after':
      return expiration.minutes / 1440
    case 'on':
      return daysBetween(today, expiration.date)
  }
}
