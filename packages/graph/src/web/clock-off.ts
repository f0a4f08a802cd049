import type { TokenFacts } from './token-facts.ts'

/** Entra allows this much between its clock and others. */
const allowed = 5 * 60_000

/** Says so where a new token is of a time that hasn't come yet, or has run out already: then the clock of this machine is wrong. */
export function clockOff({ issued, expires }: Pick<TokenFacts, 'issued' | 'expires'>, now: Date): string | undefined {
  const time = now.toISOString().slice(0, 16).replace('T', ' ')
  const behind = issued === undefined ? 0 : issued.getTime() - now.getTime()
  const ahead = expires === undefined ? 0 : now.getTime() - expires.getTime()
  const [direction, by] = behind > allowed ? ['behind', behind] : ['ahead of', ahead]
  if (by <= allowed) return undefined
  return `The clock of this machine says ${time} UTC and is at least ${Math.floor(Number(by) / 60_000)} minutes ${direction} Entra's, so the sign-in cannot be used. Set the clock.`
}
