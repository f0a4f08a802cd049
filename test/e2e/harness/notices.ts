import type { Locator } from 'playwright-core'
import { coax, gone, insist, shown } from './insist.ts'
import type { Workbench } from './workbench.ts'

/**
 * VS Code's messages. One hides itself after 10 s, and of more than three within 0.8 s the last are never shown at
 * all; but every one is kept in the list of messages until it is cleared.
 */
export class Notices {
  readonly #workbench: Workbench

  constructor(workbench: Workbench) {
    this.#workbench = workbench
  }

  /** Waits for a message, and opens the list of messages if it doesn't show by itself. */
  async told(text: string | RegExp): Promise<Locator> {
    const item = this.#item(text)
    const list = this.#workbench.page.locator('.notifications-center.visible')
    const open = async () => {
      if (!(await list.isVisible())) await this.#workbench.run('Notifications: Show Notifications')
    }
    await coax(`the message ${text} is told`, open, shown(item), 8_000)
    return item.filter({ visible: true }).first()
  }

  /** Presses a button of a message until its effect is seen, and takes the mouse away, so that it keeps no message open. */
  async press(text: string | RegExp, button: string, effect: Locator): Promise<void> {
    const click = async () => {
      const item = await this.told(text)
      await item.getByRole('button', { name: button, exact: true }).click({ timeout: 5_000 })
      await this.#workbench.page.mouse.move(700, 500)
    }
    await click().catch(() => {})
    await coax(`the button ${button}`, click, shown(effect), 10_000)
  }

  /** What VS Code shows as long as something goes on is gone. */
  async ended(text: string): Promise<void> {
    await gone(this.#item(text))(30_000)
  }

  async clear(): Promise<void> {
    const clear = () => this.#workbench.run('Notifications: Clear All Notifications')
    await insist('no message is shown', clear, gone(this.#item(/./)))
  }

  #item(text: string | RegExp): Locator {
    const places = ['.notifications-toasts', '.notifications-center']
    const items = places.map(place => `${place} .notification-list-item`).join(', ')
    return this.#workbench.page.locator(items, { hasText: text })
  }
}
