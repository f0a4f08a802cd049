import type { HttpResponse } from '../ports/ports.ts'

/**
 * How many milliseconds an answer asks to wait: seconds or an HTTP date. Undefined where it doesn't ask.
 * @see https://learn.microsoft.com/graph/throttling
 */
export function retryAfter(headers: HttpResponse['headers'], now: Date): number | undefined {
  const name = Object.keys(headers).find(key => key.toLowerCase() === 'retry-after')
  const value = name === undefined ? undefined : headers[name]?.trim()
  if (value === undefined || value === '') return undefined
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000)
  const date = /^[A-Za-z]{3},/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime())
}
