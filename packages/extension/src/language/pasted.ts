import type { ConvertAnswer } from './requests.ts'

/** Whether a text may be another tool's, at a glance: whatever is pasted is looked at. */
export const looksForeign = (text: string): boolean =>
  /^\s*[[{]/.test(text)
    ? text.includes('"displayName"')
    : /resource\s+"azuread_access_package|AADEntitlementManagement\w+\s+['"]/.test(text)

/** A source, and what of the other text it doesn't say, in comments. */
export const pastedText = ({ text, losses }: NonNullable<ConvertAnswer>): string =>
  [
    text.trimEnd(),
    ...losses.map(
      ({ line, message }) =>
        `// Not taken over${line === undefined ? '' : ` from line ${line}`}: ${message.replaceAll(/\s+/g, ' ')}`,
    ),
    '',
  ].join('\n')
