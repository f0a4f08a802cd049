import { workspace } from 'vscode'
import { Refusal } from '../dialogue/refusal.ts'

/**
 * Whoever wrote the files says which tenant is meant, and the workspace's settings which application signs in: nobody goes there unless the person trusts them.
 * @throws {Refusal}
 */
export const requireTrust = (): void => {
  if (workspace.isTrusted) return
  throw new Refusal(
    "In a workspace that you don't trust, Entitle neither signs in nor starts a sandbox tenant. Nothing was changed.",
    { 'Manage Workspace Trust': 'workbench.trust.manage' },
  )
}
