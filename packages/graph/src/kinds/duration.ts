const iso = /^(-?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/

/**
 * An ISO 8601 duration as everybody writes it: `P14D` for `PT336H` and `P2W`, `P0D` for none.
 * Durations with years or months have no fixed length and stay as they are.
 */
export function canonicalDuration(text: string): string {
  const parts = iso.exec(text)
  if (parts === null || text === 'P' || text.endsWith('T')) return text
  const [weeks, days, hours, minutes, seconds] = parts.slice(2).map(part => Number(part ?? 0))
  const total = (((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)
  const left = total % 86_400
  const time = [
    [Math.floor(left / 3600), 'H'] as const,
    [Math.floor((left % 3600) / 60), 'M'] as const,
    [left % 60, 'S'] as const,
  ]
  const day = Math.floor(total / 86_400)
  const clock = time.flatMap(([amount, unit]) => (amount === 0 ? [] : [`${amount}${unit}`])).join('')
  if (day === 0 && clock === '') return 'P0D'
  return `${parts[1] ?? ''}P${day === 0 ? '' : `${day}D`}${clock === '' ? '' : `T${clock}`}`
}

const moment = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})$/

/** A moment in UTC to the second: `2027-06-30T23:59:59Z`. What is none stays as it is. */
export function canonicalMoment(text: string): string {
  const parts = moment.exec(text)
  if (parts === null) return text
  if (parts[3] === 'Z') return `${parts[1]}T${parts[2]}Z`
  const at = Date.parse(`${parts[1]}T${parts[2]}${parts[3]}`)
  return Number.isNaN(at) ? text : `${new Date(at).toISOString().slice(0, 19)}Z`
}
