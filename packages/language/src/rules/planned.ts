/** Rules that standards and waivers may name already and that no version checks yet; naming one is said, not ignored. */
export const plannedRules: readonly string[] = [
  'approval-window',
  'approver-fallback',
  'conflicting-grants',
  'duplicate-access',
  'last-minute-escalation',
  'low-sensitivity-review',
  'missing-description',
  'one-sided-incompatibility',
  'priority-surprise',
  'review-never-happens',
  'review-window',
  'reviewer-fallback',
  'same-decider-twice',
  'self-dealing',
  'service-limits',
  'silent-expiry',
  'single-approver',
  'unrequestable-package',
]

/** Findings that read like rules and hold everywhere: the language's own checks make them. */
export const alwaysChecked: readonly string[] = [
  'assignment-outlives-policy',
  'automatic-policy-conflict',
  'date-in-past',
  'unused-declaration',
]
