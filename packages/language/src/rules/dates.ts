/** Days from one ISO date to another (time of day ignored); negative where it lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000)

/** The ISO date `days` after another. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10)
