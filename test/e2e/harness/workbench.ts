import type { Locator, Page } from 'playwright-core'

/** VS Code's window in the words of its user. */
export class Workbench {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens a folder, and waits until its files are listed. */
  async open(url: string, folder: string): Promise<void> {
    await this.page.goto(`${url}/?folder=${encodeURIComponent(folder)}`)
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor()
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor()
  }

  /** Runs a command from the palette; waits until the palette offers it first, or a slow machine runs another. */
  async run(title: string): Promise<void> {
    await this.page.keyboard.press('F1')
    await this.pick(`>${title}`, title)
  }

  async openFile(name: string): Promise<Locator> {
    await this.page.keyboard.press('Control+P')
    await this.pick(name, name)
    const editor = this.page.locator(`.monaco-editor[data-uri$="${name}"]`).first()
    await editor.locator('.view-line').first().waitFor()
    await this.editorHasFocus()
    return editor
  }

  /** Keys go to the editor from here on; sooner, a slow machine loses the first. */
  async editorHasFocus(): Promise<void> {
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor()
  }

  /** Types into the quick input and accepts the first row, once it says `row`. */
  async pick(text: string, row: string): Promise<void> {
    await this.input().fill(text)
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }).waitFor()
    await this.page.keyboard.press('Enter')
  }

  input(): Locator {
    return this.page.locator('.quick-input-widget:visible input.input')
  }

  /** Puts the cursor at a line and column (from 1) of the open editor. */
  async goTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+G')
    await this.input().fill(`:${line}:${column}`)
    await this.page.keyboard.press('Enter')
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
    await this.editorHasFocus()
  }

  /** Breaks `line` where the cursor stands. A key that comes while VS Code still closes its input box is lost, so it is looked for and pressed again. */
  async newLine(line: number): Promise<void> {
    const below = this.statusItem(`Ln ${line + 1},`)
    for (let tries = 0; tries < 3; tries += 1) {
      await this.page.keyboard.press('Enter')
      const arrived = await below.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      )
      if (arrived) return
    }
    throw new Error(`the cursor did not arrive in line ${line + 1}`)
  }

  toast(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast .notification-list-item', { hasText: text })
  }

  /** Presses a button of a message, and takes the mouse away: as long as it hovers there, VS Code shows no new message. */
  async answer(text: string | RegExp, button: string): Promise<void> {
    await this.toast(text).getByRole('button', { name: button }).click()
    await this.page.mouse.move(700, 500)
  }

  dialog(text: string | RegExp): Locator {
    return this.page.locator('.monaco-dialog-box', { hasText: text })
  }

  problem(text: string | RegExp): Locator {
    return this.page.locator('.markers-panel .monaco-list-row', { hasText: text })
  }

  /** A row of a tree view in the side bar or panel. */
  row(text: string | RegExp): Locator {
    return this.page.locator('.pane-body .monaco-list-row', { hasText: text })
  }

  /** Scrolls a tree view until a row shows, since rows outside the window don't exist. */
  async reveal(text: string | RegExp): Promise<Locator> {
    const row = this.row(text).first()
    if (await row.isVisible()) return row
    const tree = this.page.locator('.pane-body .monaco-list').first()
    await tree.hover()
    await this.page.mouse.wheel(0, -100_000)
    for (let turn = 0; turn < 40 && !(await row.isVisible()); turn += 1) {
      await this.page.mouse.wheel(0, 200)
      await this.page.waitForTimeout(50)
    }
    await row.waitFor()
    return row
  }

  /** Opens a row of a tree that is closed. */
  async expand(text: string | RegExp): Promise<void> {
    const row = await this.reveal(text)
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click()
  }

  /** Makes the side bar so many pixels wide. */
  async widenSideBar(width: number): Promise<void> {
    const bar = await this.page.locator('.part.sidebar').boundingBox()
    if (bar === null) throw new Error('The side bar is closed.')
    await this.page.mouse.move(bar.x + bar.width, bar.y + 300)
    await this.page.mouse.down()
    await this.page.mouse.move(bar.x + width, bar.y + 300, { steps: 5 })
    await this.page.mouse.up()
  }

  statusItem(text: string | RegExp): Locator {
    return this.page.locator('.part.statusbar .statusbar-item', { hasText: text })
  }

  /** Replaces the first place of a text in the open editor, by keyboard; nothing is saved. */
  async replace(text: string, by: string): Promise<void> {
    await this.page.keyboard.press('Control+Home')
    await this.page.keyboard.press('Control+F')
    const find = this.page.locator('.find-widget.visible textarea').first()
    await find.fill(text)
    await this.page.keyboard.press('Enter')
    await this.page.keyboard.press('Escape')
    await this.page.locator('.find-widget.visible').waitFor({ state: 'detached' })
    await this.editorHasFocus()
    await this.page.keyboard.type(by)
  }

  async save(name: string): Promise<void> {
    await this.page.keyboard.press('Control+S')
    await this.page.locator('.tab:not(.dirty)', { hasText: name }).first().waitFor()
  }
}
