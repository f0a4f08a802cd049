import { daysInWords } from './bound.ts'
import { defineRule } from './define-rule.ts'
import { replace } from './edit.ts'

const usual = 30

export const offboardingDelay = defineRule({
  name: 'offboarding-delay',
  finds: 'guests deleted at once, or kept blocked longer than the bound',
  why: 'Deleted at once, a guest who comes back a day later has lost everything; kept for ever, blocked accounts pile up and one of them is let in again by mistake.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-external-users',
  severity: { recommended: 'warning', strict: 'warning' },
  bound: { direction: 'at most', measure: 'days', default: 90 },
  element: 'tenant',
  check(tenant, { bound, report }) {
    const said = tenant.offboarding
    if (said?.value.action !== 'block') return
    const days = said.value.deleteAfterDays
    if (days !== undefined && days > 0 && days <= bound) return
    const text = `external user offboarding block sign-in, delete after ${daysInWords(Math.min(usual, Math.max(1, Math.floor(bound))))}`
    report({
      message: messageOf(tenant.name, days, bound),
      range: said.range,
      fixes: [{ title: `Replace by "${text}"`, safe: days === 0, edits: [replace(said.range, text)] }],
    })
  },
})

const messageOf = (tenant: string, days: number | undefined, bound: number): string => {
  if (days === 0)
    return `Tenant ${tenant} deletes the accounts of guests as soon as their last access ends. Block them for some weeks first.`
  const most = `Delete them after at most ${daysInWords(bound)}.`
  return days === undefined
    ? `Tenant ${tenant} blocks the accounts of guests when their last access ends, and keeps them for ever. ${most}`
    : `Tenant ${tenant} keeps the blocked accounts of guests for ${daysInWords(days)}. ${most}`
}
