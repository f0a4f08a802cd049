/** Rules that standards and waivers may name already and that no version checks yet; naming one is said, not ignored. */
export const plannedRules: readonly string[] = [
  'agent-access',
  'automatic-guests',
  'extension-denied',
  'external-justification',
  'external-privileged-role',
  'external-self-review',
  'external-visibility',
  'guests-outside-packages',
  'offboarding-delay',
  'organization-sponsor',
  'proposed-organization',
  'public-mail-organization',
  'sponsors-of-internals',
]

/** Findings that read like rules and hold everywhere: the language's own checks make them. */
export const alwaysChecked: readonly string[] = [
  'assignment-outlives-policy',
  'automatic-policy-conflict',
  'date-in-past',
  'unused-declaration',
]
