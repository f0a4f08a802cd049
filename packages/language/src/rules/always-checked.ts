/** Findings that read like rules and hold everywhere: the language's own checks make them. */
export const alwaysChecked: readonly string[] = [
  'assignment-outlives-policy',
  'automatic-policy-conflict',
  'date-in-past',
  'unused-declaration',
]
