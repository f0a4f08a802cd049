import { type Disposable, QuickInputButtons, type QuickPickItem, window } from 'vscode'

/** What a question needs to be asked. */
export interface Asked {
  readonly title: string
  readonly choices?: readonly { readonly value: string; readonly label: string; readonly detail?: string }[]
  readonly example?: string
}

/** A given answer, or that the last one is taken back; undefined where the person leaves. */
export type Given = { readonly text: string } | 'back' | undefined

interface Row extends QuickPickItem {
  readonly value: string
}

/** Asks one question after the other in one place, with a way back. What was typed stays when another window is looked into. */
export class Asking {
  readonly #title: string

  /** @param title of the whole interview */
  constructor(title: string) {
    this.#title = title
  }

  /**
   * @param before how many questions were answered: the way back, and the number that is shown
   * @param problem what is wrong with a text, in a sentence
   */
  async ask(question: Asked, before: number, problem: (text: string) => Promise<string | undefined>): Promise<Given> {
    return question.choices === undefined ? this.#text(question, before, problem) : this.#pick(question, before)
  }

  #pick({ title, choices = [] }: Asked, before: number): Promise<Given> {
    const pick = window.createQuickPick<Row>()
    pick.title = this.#title
    pick.placeholder = title
    pick.step = before + 1
    pick.ignoreFocusOut = true
    pick.matchOnDescription = true
    pick.buttons = before > 0 ? [QuickInputButtons.Back] : []
    pick.items = choices.map(({ value, label, detail }) => ({
      value,
      label,
      ...(detail === undefined ? {} : { description: detail }),
    }))
    return shown(pick, answer => [
      pick.onDidTriggerButton(() => answer('back')),
      pick.onDidAccept(() => {
        const [row] = pick.selectedItems
        if (row !== undefined) answer({ text: row.value })
      }),
    ])
  }

  #text({ title, example }: Asked, before: number, problem: (text: string) => Promise<string | undefined>) {
    const box = window.createInputBox()
    box.title = this.#title
    box.prompt = title
    box.placeholder = example === undefined ? '' : `such as ${example}`
    box.step = before + 1
    box.ignoreFocusOut = true
    box.buttons = before > 0 ? [QuickInputButtons.Back] : []
    return shown(box, answer => [
      box.onDidTriggerButton(() => answer('back')),
      box.onDidChangeValue(() => {
        box.validationMessage = undefined
      }),
      box.onDidAccept(async () => {
        const text = box.value.trim()
        const wrong = await problem(text)
        if (wrong === undefined) answer({ text })
        else box.validationMessage = wrong
      }),
    ])
  }
}

interface Input extends Disposable {
  show(): void
  onDidHide(listener: () => void): Disposable
}

const shown = async (
  input: Input,
  listen: (answer: (given: Given) => void) => readonly Disposable[],
): Promise<Given> => {
  const { promise, resolve } = Promise.withResolvers<Given>()
  const listeners = [...listen(resolve), input.onDidHide(() => resolve(undefined))]
  input.show()
  try {
    return await promise
  } finally {
    for (const each of [...listeners, input]) each.dispose()
  }
}
