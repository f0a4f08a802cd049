import { commands, window } from 'vscode'

/** Buttons of a message: what they say, and the command that they run. */
export type Actions = { readonly [title: string]: string }

type Show = (message: string, ...titles: string[]) => Thenable<string | undefined>

const offering =
  (show: Show) =>
  async (message: string, actions: Actions = {}): Promise<void> => {
    const choice = await show(message, ...Object.keys(actions))
    const command = choice === undefined ? undefined : actions[choice]
    if (command !== undefined) await commands.executeCommand(command)
  }

/** Shows an error with its actions, and runs the one that is chosen. */
export const showFailure = offering((message, ...titles) => window.showErrorMessage(message, ...titles))

/** Shows a warning with its actions, and runs the one that is chosen. */
export const showWarning = offering((message, ...titles) => window.showWarningMessage(message, ...titles))

/** Shows a result with its actions, and runs the one that is chosen. */
export const showResult = offering((message, ...titles) => window.showInformationMessage(message, ...titles))
