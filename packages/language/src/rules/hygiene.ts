import type { Setting } from './define-rule.ts'

/** Findings about waivers: they have severities and pages as rules have, but look at waivers instead of access. */
export const hygiene: {
  readonly [name: string]: { readonly finds: string; readonly severity: { recommended: Setting; strict: Setting } }
} = {
  'expired-waiver': { finds: 'a waiver whose day has passed', severity: { recommended: 'error', strict: 'error' } },
  'undated-waiver': {
    finds: 'a waiver without an end or a reason, or further off than 365 days',
    severity: { recommended: 'error', strict: 'error' },
  },
  'unused-waiver': { finds: 'a waiver that excuses nothing', severity: { recommended: 'warning', strict: 'error' } },
}
