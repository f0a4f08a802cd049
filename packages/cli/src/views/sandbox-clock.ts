import type { Happened } from '@entitle/sandbox'
import { counted } from './counted.ts'

/** A moment to the minute, in UTC: `2026-06-01 08:00 UTC`. */
export const minutes = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`

const words: { readonly [what in Happened['what']]: readonly [string, string] } = {
  'assignment-ended': ['assignment ended', 'assignments ended'],
  'approval-overdue': ['approval ran out of time', 'approvals ran out of time'],
  'review-opened': ['review opened', 'reviews opened'],
  'review-closed': ['review closed', 'reviews closed'],
  'guest-deleted': ['blocked guest was deleted', 'blocked guests were deleted'],
}

/** What time it is in a sandbox, and what its moving has brought. */
export const clockText = (
  file: string,
  now: Date,
  aheadMs: number,
  happened: readonly Happened[] | undefined,
): string => {
  const days = Math.floor(aheadMs / 86_400_000)
  const hours = Math.floor((aheadMs % 86_400_000) / 3_600_000)
  const parts = [days > 0 ? counted(days, 'day') : '', hours > 0 ? counted(hours, 'hour') : ''].filter(Boolean)
  const ahead = parts.length > 0 ? `, ${parts.join(' and ')} ahead of this machine` : ''
  const lines = [`It is ${minutes(now)} in the sandbox in ${file}${ahead}.`]
  if (happened !== undefined) lines.push(...summary(happened))
  return `${lines.join('\n')}\n`
}

function summary(happened: readonly Happened[]): string[] {
  if (happened.length === 0) return ['  Nothing was due.']
  const counts = new Map<Happened['what'], number>()
  for (const { what } of happened) counts.set(what, (counts.get(what) ?? 0) + 1)
  return [...counts].map(([what, count]) => `  ${count} ${words[what][count === 1 ? 0 : 1]}`)
}
