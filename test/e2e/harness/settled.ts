import type { Locator } from 'playwright-core'

/** Waits until something that fades or slides in has come to rest, 2 s at most, so that pictures show it whole. */
export const settled = (locator: Locator): Promise<unknown> =>
  locator.first().evaluate(element => {
    const rest = Promise.allSettled(element.getAnimations({ subtree: true }).map(each => each.finished))
    return Promise.race([rest, new Promise(resolve => setTimeout(resolve, 2_000))]).then(() => {})
  })
