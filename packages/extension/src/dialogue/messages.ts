import { commands, window } from 'vscode'

/** A command, or one with what it is given. */
export type Action = string | { readonly command: string; readonly arguments: readonly unknown[] }

/** Buttons of a message: what they say, and the command that they run. */
export type Actions = { readonly [title: string]: Action }

type Show = (message: string, ...titles: string[]) => Thenable<string | undefined>

const offering =
  (show: Show) =>
  async (message: string, actions: Actions = {}): Promise<void> => {
    const choice = await show(message, ...Object.keys(actions))
    const action = choice === undefined ? undefined : actions[choice]
    if (typeof action === 'string') await commands.executeCommand(action)
    else if (action !== undefined) await commands.executeCommand(action.command, ...action.arguments)
  }

/** Shows an error with its actions, and runs the one that is chosen. */
export const showFailure = offering((message, ...titles) => window.showErrorMessage(message, ...titles))

/** Shows a warning with its actions, and runs the one that is chosen. */
export const showWarning = offering((message, ...titles) => window.showWarningMessage(message, ...titles))

/** Shows a result with its actions, and runs the one that is chosen. */
export const showResult = offering((message, ...titles) => window.showInformationMessage(message, ...titles))
