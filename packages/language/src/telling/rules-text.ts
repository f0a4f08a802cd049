import { rules } from '../rules/index.ts'

/** Every rule that comes with Entitle: its name, how severe it is where nothing else is set, what it finds, why, and who recommends it. */
export const rulesText = (): string =>
  rules
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(
      ({ name, severity, finds, why, source }) =>
        `${name} (recommended: ${severity.recommended}, strict: ${severity.strict})\n  finds ${finds}\n  ${why}\n  ${source}`,
    )
    .join('\n\n')
