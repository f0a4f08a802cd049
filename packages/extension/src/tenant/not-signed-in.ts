import type { Action } from '../dialogue/messages.ts'
import { Refusal } from '../dialogue/refusal.ts'

/** Opens a page in the browser. */
export const openPage = (link: string): Action => ({ command: 'vscode.open', arguments: [link] })

/** Somebody could not sign in to a tenant, or did not want to. */
export class NotSignedIn extends Refusal {
  /** The page on which an administrator agrees to what is asked, where that is what lacks. */
  readonly link: string | undefined

  constructor(says: string, link: string | undefined) {
    const consent = link === undefined ? {} : { 'Open Consent Page': openPage(link) }
    super(`${says} Nothing was changed.`, { ...consent, 'Check Sign-In': 'entitle.doctor' })
    this.link = link
  }
}
