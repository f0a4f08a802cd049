import type { Terms } from './program.ts'

/** Whether two policies demand and give the same, whoever may request. */
export const sameTerms = (a: Terms, b: Terms): boolean =>
  JSON.stringify(saidIn(a), meaning) === JSON.stringify(saidIn(b), meaning)

/** Everything but who may request. */
const saidIn = (terms: Terms) => [
  terms.approval?.value ?? { required: false },
  terms.expiration?.value,
  terms.extension?.value ?? { allowed: false, approval: false },
  terms.review?.value,
  terms.onBehalf?.value,
  terms.chooseDates?.value,
  terms.notificationsOff?.value,
  terms.questions?.value,
  terms.calls?.value.map(({ event, workflow }) => [event, workflow.catalog.name, workflow.name]),
]

/** Leaves out where things are written. */
const meaning = (key: string, value: unknown): unknown =>
  key === 'node' || key === 'written' || /range$/i.test(key) ? undefined : value
