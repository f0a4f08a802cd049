import type { Plan } from '@entitle/graph'

const plural = (noun: string): string => (/[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`)

/** `1 policy`, `2 policies`, `0 errors`. */
export const counted = (count: number, noun: string): string => `${count} ${count === 1 ? noun : plural(noun)}`

/** What a plan would do, in numbers: `2 to add, 1 to change, 0 to delete, 1 not managed`. What is removed and made anew counts once. */
export const summary = ({ steps, unmanaged }: Pick<Plan, 'steps' | 'unmanaged'>): string => {
  const replaced = new Set(steps.filter(step => step.reason === 'replaced').map(step => step.address))
  const count = (action: string) => steps.filter(step => step.action === action && !replaced.has(step.address)).length
  return [
    `${count('create')} to add`,
    `${count('update')} to change`,
    ...(replaced.size === 0 ? [] : [`${replaced.size} to replace`]),
    `${count('delete')} to delete`,
    ...(unmanaged.length === 0 ? [] : [`${unmanaged.length} not managed`]),
  ].join(', ')
}

/** The findings that keep a plan from being carried out. */
export const obstacles = (plan: Pick<Plan, 'findings'>): readonly string[] =>
  plan.findings.filter(finding => finding.severity === 'error').map(finding => finding.message)
