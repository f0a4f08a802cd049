import type { Locator, Page } from 'playwright-core'
import { holdsWithin, insist, shown } from './insist.ts'

const step = 150

/** The tree view in the side bar. Rows outside its window don't exist, so it is scrolled until they do. */
export class Tree {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  row(text: string | RegExp): Locator {
    return this.#page.locator('.part.sidebar .pane-body .monaco-list-row', { hasText: text }).first()
  }

  /** What the view says above its rows. */
  message(text: string): Locator {
    return this.#page.locator('.part.sidebar .pane-body .message', { hasText: text })
  }

  /** Scrolls until all of a row shows. It may come late, so the tree is gone through more than once. */
  async reveal(text: string | RegExp): Promise<Locator> {
    const row = this.row(text)
    await insist(
      `the tree shows ${text}`,
      async () => {
        if (await this.#isWhole(row)) return
        await this.#hover()
        await this.#page.mouse.wheel(0, -100_000)
        let last = ''
        for (let turn = 0; turn < 60; turn += 1) {
          if (await this.#isWhole(row)) return
          await this.#page.mouse.wheel(0, step)
          await this.#page.waitForTimeout(60)
          const seen = await this.#lastRow()
          if (seen === last && !(await row.isVisible())) return
          last = seen
        }
      },
      async timeout => {
        await shown(row)(timeout)
        if (!(await this.#isWhole(row))) throw new Error('Only a part of the row shows.')
      },
    )
    return row
  }

  /** Opens a row that is closed. */
  async expand(text: string | RegExp): Promise<void> {
    const row = await this.reveal(text)
    const open = async () => (await row.getAttribute('aria-expanded', { timeout: 2_000 })) === 'true'
    const opened = shown(row.and(this.#page.locator('[aria-expanded="true"]')))
    await insist(
      `${text} is open`,
      async () => {
        if (!(await open())) await row.locator('.monaco-tl-twistie').click({ timeout: 3_000 })
      },
      opened,
    )
  }

  /** Clicks a row until that has an effect. */
  async click(text: string | RegExp, effect: Locator): Promise<void> {
    await insist(
      `a click on ${text}`,
      async () => {
        const row = await this.reveal(text)
        if (!(await holdsWithin(shown(effect), 1))) await row.click({ timeout: 3_000 })
      },
      shown(effect),
    )
  }

  /** Presses a button of a row, which shows while the mouse is over it, until its effect is seen. */
  async press(text: string | RegExp, button: string, effect: Locator): Promise<void> {
    await insist(
      `${button} of ${text}`,
      async () => {
        const row = await this.reveal(text)
        await row.hover({ timeout: 3_000 })
        if (await holdsWithin(shown(effect), 1)) return
        await row.locator(`.action-label[aria-label*="${button}"]`).first().click({ timeout: 3_000 })
      },
      shown(effect),
    )
  }

  /** Drags the edge of the side bar until it is so many pixels wide. */
  async widen(width: number): Promise<void> {
    const bar = this.#page.locator('.part.sidebar')
    const { mouse } = this.#page
    const isWide = async () => Math.abs(((await bar.boundingBox())?.width ?? 0) - width) < 15
    await insist(
      `the side bar is ${width} pixels wide`,
      async () => {
        const box = await bar.boundingBox()
        if (box === null) throw new Error('The side bar is closed.')
        await mouse.move(box.x + box.width, box.y + 300)
        await mouse.down()
        await mouse.move(box.x + width, box.y + 300, { steps: 5 })
        await mouse.up()
      },
      async () => {
        if (!(await isWide())) throw new Error('It is not.')
      },
    )
  }

  #list(): Locator {
    return this.#page.locator('.part.sidebar .pane-body .monaco-list').filter({ visible: true }).first()
  }

  async #hover(): Promise<void> {
    const box = await this.#list().boundingBox({ timeout: 5_000 })
    if (box !== null) await this.#page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  }

  async #lastRow(): Promise<string> {
    const { y = 0 } = (await this.#list().locator('.monaco-list-rows').first().boundingBox()) ?? {}
    return `${y}`
  }

  async #isWhole(row: Locator): Promise<boolean> {
    if (!(await row.isVisible())) return false
    const [inner, outer] = await Promise.all([row, this.#list()].map(each => each.boundingBox({ timeout: 2_000 })))
    if (!inner || !outer) return false
    return inner.y >= outer.y - 1 && inner.y + inner.height <= outer.y + outer.height + 1
  }
}
