/** Minutes as ISO 8601 says them, canonically: `P14D`, `PT8H`, `P1DT12H`. */
export const isoDuration = (minutes: number): string => {
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  const left = minutes % 60
  const time = `${hours > 0 ? `${hours}H` : ''}${left > 0 ? `${left}M` : ''}`
  if (days === 0 && time === '') return 'P0D'
  return `P${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`
}
