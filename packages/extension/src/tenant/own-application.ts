import { Refusal } from '../dialogue/refusal.ts'
import { openPage } from './not-signed-in.ts'

/** How an application is registered so that people can sign in to it. */
const registering = 'https://learn.microsoft.com/entra/identity-platform/quickstart-register-app'

/** Where Entra hands what it answers to VS Code in a browser. */
const browserRedirect = 'https://vscode.dev/redirect'

/**
 * In a browser, Entra answers VS Code at an address that Microsoft's own application isn't registered with: signing in would end on a page of
 * Entra's, with VS Code waiting. @throws {Refusal} where that would happen
 * @see https://github.com/microsoft/vscode/issues/193006
 */
export const requireOwnApplication = (title: string, clientId: string, inBrowser: boolean): void => {
  if (!inBrowser || clientId !== '') return
  throw new Refusal(
    `Signing in to ${title} from a browser takes an application of your own: register one with the redirect address ${browserRedirect}, and name it in the setting entitle.signIn.clientId. The sandbox tenant needs none, and on the desktop none is needed. Nothing was changed.`,
    {
      'Open Settings': { command: 'workbench.action.openSettings', arguments: ['entitle.signIn.clientId'] },
      'How to Register': openPage(registering),
      'Use Sandbox Tenant': 'entitle.sandbox.start',
    },
  )
}
