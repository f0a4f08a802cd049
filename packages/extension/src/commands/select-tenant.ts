import { ConfigurationTarget, window, workspace } from 'vscode'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'
import type { LanguageServer } from '../language/client.ts'

/** *Select Tenant*: which declared tenant Plan and Deploy use in this workspace, or that they ask. @returns its name; empty to ask. */
export const selectTenant = async (language: LanguageServer, given: unknown): Promise<string> => {
  const tenants = await language.tenants()
  if (tenants.length === 0)
    throw new Refusal('The workspace declares no tenant yet.', { 'New Workspace': 'entitle.new.workspace' })
  const settings = workspace.getConfiguration('entitle')
  const now = settings.get('tenant', '')
  const mark = (name: string) => (name === now ? ' $(check)' : '')
  const rows = [
    ...tenants.map(({ name, displayName, domain = '' }) => ({
      name,
      label: `$(organization) ${displayName === '' ? name : displayName}${mark(name)}`,
      description: domain,
    })),
    { name: '', label: `$(question) Ask each time${mark('')}`, description: '' },
  ]
  const chosen =
    typeof given === 'string'
      ? rows.find(({ name }) => name === given)
      : await window.showQuickPick(rows, {
          title: 'Entitle: Which tenant do Plan and Deploy use?',
          ignoreFocusOut: true,
        })
  if (chosen === undefined) throw new Cancelled()
  await settings.update('tenant', chosen.name === '' ? undefined : chosen.name, ConfigurationTarget.Workspace)
  return chosen.name
}
