import type { Locator } from 'playwright-core'

/** Waits until something that fades or slides in has come to rest, so that pictures show it whole. */
export const settled = (locator: Locator): Promise<unknown> =>
  locator
    .first()
    .evaluate(element => Promise.allSettled(element.getAnimations({ subtree: true }).map(each => each.finished)))
