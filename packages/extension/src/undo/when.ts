const here = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' })

/** A moment in UTC as the clock on the wall says it: `2026-11-23 22:04`. */
export const when = (moment: string): string => here.format(new Date(moment))
