const inexact: ReadonlySet<string> = new Set([
  'assignment-policy questions/n/regexPattern',
  'assignment-policy requestApprovalSettings/isApprovalRequiredForUpdate',
  'assignment-policy requestApprovalSettings/isRequestorJustificationRequired',
  'assignment-policy requestApprovalSettings/stages/n',
])

/** Whether it is what the language can't say of policies that are live, by kind and property. */
export const isInexact = (property: string): boolean => inexact.has(property.replace(/\d+/, 'n'))
