import type { Locator } from 'playwright-core'

/** Waits so many milliseconds at most for something to be seen. @throws when it isn't. */
export type Effect = (milliseconds: number) => Promise<unknown>

const visible = (locator: Locator): Locator => locator.filter({ visible: true }).first()

export const shown =
  (locator: Locator): Effect =>
  timeout =>
    visible(locator).waitFor({ timeout })

export const gone =
  (locator: Locator): Effect =>
  timeout =>
    visible(locator).waitFor({ state: 'hidden', timeout })

/** Asks again and again, for what is not a matter of one element. */
export const holds =
  (ask: () => Promise<boolean>): Effect =>
  async milliseconds => {
    const end = performance.now() + milliseconds
    for (;;) {
      if (await ask()) return
      if (performance.now() > end) throw new Error(`Not so within ${milliseconds} ms.`)
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }

/** How long an effect may take after each try: 45 s in all. */
const patience = [1_000, 1_500, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 7_500, 8_000]

export const holdsWithin = async (effect: Effect, milliseconds: number): Promise<boolean> =>
  effect(milliseconds).then(
    () => true,
    () => false,
  )

/**
 * Does something until its effect is seen, because VS Code loses a key or a click that comes while it is busy with
 * something else. `act` is told how often it was tried before, and must be harmless as long as the effect is missing.
 * @throws when the effect is not seen after the last try, with what went wrong in it.
 */
export const insist = async (
  what: string,
  act: (before: number) => Promise<unknown>,
  effect: Effect,
): Promise<void> => {
  let trouble: unknown
  for (const [before, timeout] of patience.entries()) {
    if (before > 0) console.log(`          once more (${before}): ${what}`)
    try {
      await act(before)
    } catch (error) {
      trouble = error
    }
    try {
      return void (await effect(timeout))
    } catch (error) {
      trouble ??= error
    }
  }
  throw new Error(`Not after ${patience.length} tries: ${what}. ${trouble instanceof Error ? trouble.message : ''}`)
}

/** Waits for what should come by itself, and helps only if it doesn't. */
export const coax = async (
  what: string,
  act: (before: number) => Promise<unknown>,
  effect: Effect,
  milliseconds = 2_000,
): Promise<void> => {
  if (!(await holdsWithin(effect, milliseconds))) await insist(what, act, effect)
}
