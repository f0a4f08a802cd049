const dayTime = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,12})?)?(Z|[+-]\d{2}:\d{2})$/i

export const dayMs = 86_400_000

export const isGuid = (text: string): boolean => guid.test(text)

/** An `Edm.Duration` (days and times only) in milliseconds, or undefined when it is none. */
export function durationMs(text: string): number | undefined {
  const parts = dayTime.exec(text)
  if (!parts || text.endsWith('P') || text.endsWith('T')) return undefined
  const [, minus, days, hours, minutes, seconds] = parts
  const ms =
    Number(days ?? 0) * dayMs +
    Number(hours ?? 0) * 3_600_000 +
    Number(minutes ?? 0) * 60_000 +
    Number(seconds ?? 0) * 1000
  return minus ? -ms : ms
}

/** Milliseconds as the service writes a duration: `PT48H` was `P2D` all along, and nothing is `PT0S`. */
export function writeDuration(ms: number): string {
  const rest = Math.abs(ms)
  const days = Math.floor(rest / dayMs)
  const hours = Math.floor((rest % dayMs) / 3_600_000)
  const minutes = Math.floor((rest % 3_600_000) / 60_000)
  const seconds = (rest % 60_000) / 1000
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`
  if (!days && !time) return 'PT0S'
  return `${ms < 0 ? '-' : ''}P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`
}

/** A moment as the service writes it, in UTC without trailing zeros, or undefined when the text is no moment. */
export function canonicalInstant(text: string): string | undefined {
  if (!instant.test(text)) return undefined
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? undefined : writeInstant(at)
}

export function writeInstant(at: Date): string {
  return at
    .toISOString()
    .replace(/\.?0+Z$/, 'Z')
    .replace(/T(\d\d):(\d\d):?Z$/, 'T$1:$2:00Z')
}

export const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
