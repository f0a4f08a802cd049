import type { OptionWords, Setting } from './define-rule.ts'
import { hygiene } from './hygiene.ts'
import { rules } from './table.ts'

/** A standard that comes with Entitle: the setting of each rule; what it doesn't name is off. */
export type BuiltInStandard = { readonly [rule: string]: Setting }

const column = (name: 'recommended' | 'strict'): BuiltInStandard => ({
  ...Object.fromEntries(rules.map(rule => [rule.name, rule.severity[name]])),
  ...Object.fromEntries(Object.entries(hygiene).map(([rule, { severity }]) => [rule, severity[name]])),
})

const recommended = column('recommended')

export const builtInStandards: { readonly [name: string]: BuiltInStandard } = {
  recommended,
  strict: column('strict'),
  /** External access ends or is reviewed (one suffices), and nobody unknown gets in. */
  'zero-trust': {
    ...recommended,
    'external-expiration': 'off',
    'external-review': 'off',
    'expiration-or-review': 'error',
    'any-external-user': 'error',
    'every-connected-organization': 'info',
  },
  /** Guests are reviewed each month by others than themselves, who say why; who isn't confirmed loses access by itself. */
  cis: {
    ...recommended,
    'external-no-response': 'error',
    'external-review': 'error',
    'external-self-review': 'error',
    'guest-review-frequency': 'error',
    'guest-review-justification': 'error',
    'guest-review-outcome': 'error',
    'guest-self-review': 'error',
    'guests-outside-packages': 'error',
  },
}

/** What built-in standards ask for beyond the rules' own bounds. */
export const builtInOptions: { readonly [name: string]: { readonly [rule: string]: readonly OptionWords[] } } = {
  cis: { 'guest-review-frequency': [{ option: 'at least', word: 'monthly' }] },
}
