import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { Editor } from './editor.ts'
import { type Effect, gone, insist, shown } from './insist.ts'
import { Notices } from './notices.ts'
import { QuickInput } from './quick-input.ts'
import { Tree } from './tree.ts'

/**
 * VS Code's window in the words of its user. No key or click is trusted: each is repeated until what it should bring
 * about is seen (`insist.ts`).
 */
export class Workbench {
  readonly page: Page
  readonly input: QuickInput
  readonly notices: Notices
  readonly tree: Tree

  constructor(page: Page) {
    this.page = page
    this.input = new QuickInput(page)
    this.notices = new Notices(this)
    this.tree = new Tree(page)
  }

  /** Opens a folder, and waits until its files are listed. */
  async open(url: string, folder: string): Promise<void> {
    await this.page.goto(`${url}/?folder=${encodeURIComponent(folder)}`)
    await this.page.bringToFront()
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor()
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor()
  }

  /** Runs a command from the palette. */
  run(title: string): Promise<void> {
    return this.input.choose('F1', '>', `>${title}`, title)
  }

  async openFile(file: string): Promise<Editor> {
    const name = path.basename(file)
    const editor = this.editor(file)
    await this.input.choose('Control+P', '', name, name)
    await editor.lines.first().waitFor()
    await editor.focus()
    return editor
  }

  /** The editor of a file that is open. */
  editor(file: string): Editor {
    return new Editor(this, file)
  }

  /** Presses a key until its effect is seen; for keys that do no harm as long as it isn't. */
  press(key: string, effect: Effect): Promise<void> {
    return insist(`${key} is taken`, () => this.page.keyboard.press(key), effect)
  }

  /** Waits for something that VS Code does by itself. */
  async sees(locator: Locator): Promise<void> {
    await shown(locator)(45_000)
  }

  async misses(locator: Locator): Promise<void> {
    await gone(locator)(45_000)
  }

  /** Answers a dialog, once `before` has looked at it. */
  async answer(text: string | RegExp, button: string, before?: () => Promise<void>): Promise<void> {
    const dialog = this.page.locator('.monaco-dialog-box', { hasText: text })
    await this.sees(dialog)
    await before?.()
    const click = () => dialog.getByRole('button', { name: button, exact: true }).first().click({ timeout: 3_000 })
    await insist(`the answer ${button}`, click, gone(dialog))
  }

  problem(text: string | RegExp): Locator {
    return this.page.locator('.markers-panel .monaco-list-row', { hasText: text })
  }

  statusItem(text: string | RegExp): Locator {
    return this.page.locator('.part.statusbar .statusbar-item', { hasText: text })
  }
}
