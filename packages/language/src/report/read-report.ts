import type { Report } from './report.ts'

/** A report that was written as JSON; undefined for any other text. */
export const readReport = (text: string): Report | undefined => {
  const found = parsed(text)
  return isReport(found) ? found : undefined
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const recordOf = (value: unknown): { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null ? (value as { readonly [key: string]: unknown }) : {}

/** As far as comparing needs it. */
const isReport = (value: unknown): value is Report => {
  const { format, date, counts, rules, externalAccess } = recordOf(value)
  return (
    format === 'entitle-report/1' &&
    typeof date === 'string' &&
    Object.values(recordOf(counts)).length > 0 &&
    Object.values(recordOf(counts)).every(count => typeof count === 'number') &&
    Array.isArray(rules) &&
    rules.every(each => typeof recordOf(each).rule === 'string' && typeof recordOf(each).failing === 'number') &&
    Array.isArray(externalAccess) &&
    externalAccess.every(each =>
      ['catalog', 'package', 'policy'].every(part => typeof recordOf(each)[part] === 'string'),
    )
  )
}
