import type { Locator, Page } from 'playwright-core'
import { gone, holds, holdsWithin, insist, shown } from './insist.ts'

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** VS Code's input box above the window: palette, files, lines, questions. */
export class QuickInput {
  readonly #page: Page
  readonly widget: Locator

  constructor(page: Page) {
    this.#page = page
    this.widget = page.locator('.quick-input-widget')
  }

  /** Opens it by a key, and types over what VS Code puts into it first. @throws when it doesn't open */
  async ask(key: string, first: string, text: string): Promise<void> {
    await this.#page.keyboard.press(key)
    await holds(async () => (await this.#value()) === first)(3_000)
    await this.#field().fill(text, { timeout: 3_000 })
  }

  /** Opens it by a key, types, and accepts the row with this label, once it is the one that Enter means. */
  async choose(key: string, first: string, text: string, label: string): Promise<void> {
    const row = this.focusedRow(label)
    await insist(
      `"${label}" is offered`,
      async before => {
        // What is offered is decided when the box opens; a command that wasn't enabled then does not come later.
        if (before > 0) await this.dismiss()
        await this.ask(key, first, text)
        await this.#walkTo(label)
      },
      timeout => row.waitFor({ timeout }),
    )
    await this.accept(text)
  }

  /** Walks down to a row with this label: what was used lately comes before what was typed. */
  async #walkTo(label: string): Promise<void> {
    const row = this.#rowOf(label)
    if (!(await holdsWithin(shown(row), 1_000))) return
    for (let turn = 0; turn < 10; turn += 1) {
      if (await this.focusedRow(label).isVisible()) return
      await this.#page.keyboard.press('ArrowDown')
    }
  }

  /** Presses Enter until the box is gone, or asks something else. */
  async accept(text: string): Promise<void> {
    const asked = async () => (await this.#value()) === text
    await insist(
      `Enter accepts "${text}"`,
      async () => {
        if (await asked()) await this.#page.keyboard.press('Enter')
      },
      holds(async () => !(await asked())),
    )
  }

  /** Presses Escape until the box is gone. */
  async dismiss(): Promise<void> {
    const closed = gone(this.widget)
    if (await holdsWithin(closed, 1)) return
    await insist('Escape closes the input box', () => this.#page.keyboard.press('Escape'), closed)
  }

  row(index: number): Locator {
    return this.#page.locator(`.quick-input-list .monaco-list-row[data-index="${index}"]`).first()
  }

  focusedRow(label: string): Locator {
    return this.#rowOf(label, '.focused')
  }

  #rowOf(label: string, state = ''): Locator {
    const whole = new RegExp(`^${escaped(label)}$`)
    const name = this.#page.locator('.label-name', { hasText: whole })
    return this.#page.locator(`.quick-input-list .monaco-list-row${state}`).filter({ has: name }).first()
  }

  #field(): Locator {
    return this.#page.locator('.quick-input-widget:visible input.input').first()
  }

  /** What stands in the open box. */
  async #value(): Promise<string | undefined> {
    if (!(await this.#field().isVisible())) return undefined
    return this.#field()
      .inputValue({ timeout: 1_000 })
      .catch(() => undefined)
  }
}
