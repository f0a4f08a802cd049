import path from 'node:path'
import type { Locator } from 'playwright-core'
import { coax, gone, holdsWithin, insist, shown } from './insist.ts'
import { type Place, placeOf } from './place-of.ts'
import type { Workbench } from './workbench.ts'

/** The editor of one file of the workspace, open in the only group. */
export class Editor {
  readonly #workbench: Workbench
  readonly #file: string
  readonly #name: string

  constructor(workbench: Workbench, file: string) {
    this.#workbench = workbench
    this.#file = file
    this.#name = path.basename(file)
  }

  get lines(): Locator {
    return this.#element().locator('.view-line')
  }

  get findings(): Locator {
    return this.#element().locator('.squiggly-error')
  }

  /** Keys go to the editor from here on; sooner, a slow machine loses the first. */
  async focus(): Promise<void> {
    const focused = this.#workbench.page.locator(`.editor-instance .monaco-editor.focused[data-uri$="${this.#name}"]`)
    await coax(`${this.#name} has the focus`, () => this.#press('Control+1'), shown(focused))
  }

  /** Puts the cursor at a place, and makes sure that it is there. */
  async goTo({ line, column }: Place): Promise<void> {
    const { input } = this.#workbench
    await insist(
      `the cursor is in line ${line}, column ${column}`,
      async before => {
        if (before > 0) await input.dismiss()
        await input.ask('Control+G', ':', `:${line}:${column}`)
        await input.accept(`:${line}:${column}`)
      },
      this.#cursorAt({ line, column }),
    )
    await gone(input.widget)(10_000)
    await this.focus()
  }

  /** Types a new line below the one that ends with `text`; nothing is saved. */
  async typeBelow(text: string, typed: string): Promise<void> {
    const { end } = placeOf(this.#file, text)
    await this.#attempt(`"${typed}" is typed below "${text}"`, this.lines.filter({ hasText: typed }), async () => {
      await this.goTo(end)
      await this.#press('Enter')
      await shown(this.#workbench.statusItem(`Ln ${end.line + 1},`))(5_000)
      await this.#workbench.page.keyboard.type(typed)
    })
  }

  /** Types over a text of the file, selected by keyboard: the box of Find is slow to close. Nothing is saved. */
  async replace(text: string, by: string): Promise<void> {
    const { start } = placeOf(this.#file, text)
    await this.#attempt(`"${text}" is replaced by "${by}"`, this.lines.filter({ hasText: by }), async () => {
      await this.goTo(start)
      for (let turn = 0; turn < text.length; turn += 1) await this.#press('Shift+ArrowRight')
      await shown(this.#workbench.statusItem(`(${text.length} selected)`))(5_000)
      await this.#workbench.page.keyboard.type(by)
      await this.#cursorAt({ line: start.line, column: start.column + by.length })(5_000)
    })
  }

  async save(): Promise<void> {
    await insist(`${this.#name} is saved`, () => this.#press('Control+S'), shown(this.#tab(':not(.dirty)')))
  }

  async revert(): Promise<void> {
    const clean = shown(this.#tab(':not(.dirty)'))
    await insist(`${this.#name} is as saved`, () => this.#workbench.run('File: Revert File'), clean)
  }

  /** The file differs from what was saved. */
  async dirty(): Promise<void> {
    await shown(this.#tab('.dirty'))(30_000)
  }

  /** Edits, and where the edit went wrong takes it back and begins anew. */
  async #attempt(what: string, lines: Locator, edit: () => Promise<void>): Promise<void> {
    for (let left = 2; ; left -= 1) {
      try {
        await edit()
        if (await holdsWithin(shown(lines), 5_000)) return
        throw new Error(`Not so: ${what}.`)
      } catch (error) {
        if (left === 0) throw error
        console.log(`          anew: ${what}`)
      }
      await this.revert()
      await this.focus()
    }
  }

  #cursorAt({ line, column }: Place) {
    return shown(this.#workbench.statusItem(new RegExp(`Ln ${line}, Col ${column}(?!\\d)`)))
  }

  #press(key: string): Promise<void> {
    return this.#workbench.page.keyboard.press(key)
  }

  #element(): Locator {
    return this.#workbench.page.locator(`.monaco-editor[data-uri$="${this.#name}"]`).first()
  }

  #tab(state: string): Locator {
    return this.#workbench.page.locator(`.tab${state}`, { hasText: this.#name })
  }
}
