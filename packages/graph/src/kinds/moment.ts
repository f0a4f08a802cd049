const days = /^P(\d+)D(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/** The moment that lies a canonical duration after another one; undefined where either has no fixed place in time. */
export function later(moment: string, duration: string): string | undefined {
  const parts = days.exec(duration.replace(/^PT/, 'P0DT'))
  const start = Date.parse(moment)
  if (parts === null || Number.isNaN(start)) return undefined
  const [day = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map(part => Number(part ?? 0))
  const end = new Date(start + (((day * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)
  return Number.isNaN(end.getTime()) ? undefined : `${end.toISOString().slice(0, 19)}Z`
}
