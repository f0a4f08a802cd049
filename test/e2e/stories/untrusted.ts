import assert from 'node:assert/strict'
import type { Step } from '../harness/attempt.ts'
import { holdsWithin, insist, shown } from '../harness/insist.ts'
import type { Workbench } from '../harness/workbench.ts'
import { repairSteps } from './repair.ts'
import type { Scene } from './scene.ts'
import { storyOf } from './story-of.ts'

const settings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
}

const restricted = (workbench: Workbench) => workbench.statusItem('Restricted Mode')

/** Whether the palette has a command. */
const offers = async (workbench: Workbench, title: string): Promise<boolean> => {
  const { input } = workbench
  await insist(
    'the palette opens',
    async before => {
      if (before > 0) await input.dismiss()
      await input.ask('F1', '>', `>${title}`)
    },
    shown(input.row(0)),
  )
  const offered = await holdsWithin(shown(input.focusedRow(title)), 1_500)
  await input.dismiss()
  return offered
}

/** Whatever signs in, starts a sandbox, plans or deploys. */
const kept = [
  'Plan',
  'Deploy',
  'Deploy Package',
  'Sign In',
  'Start Sandbox Tenant',
  'Import from Tenant',
  'Audit Tenant',
]

const steps: readonly Step<Scene>[] = [
  {
    name: 'VS Code opens a workspace that nobody trusts yet',
    act: async ({ workbench, url, workspace }) => {
      await workbench.open(url, workspace)
      await workbench.sees(restricted(workbench))
    },
  },
  ...repairSteps.map(({ name, act }) => ({ name: `untrusted: ${name}`, act })),
  {
    name: 'no command leads to a tenant, nor do its keys',
    act: async ({ workbench, visitors }) => {
      for (const title of kept) assert.equal(await offers(workbench, `Entitle: ${title}`), false, title)
      assert.ok(await offers(workbench, 'Entitle: Check Workspace'))
      await workbench.openFile(visitors)
      await workbench.page.keyboard.press('Control+K')
      await workbench.page.keyboard.press('Shift+P')
      const asked = shown(workbench.input.widget.locator('.monaco-list-row', { hasText: 'Contoso' }))
      assert.equal(await holdsWithin(asked, 1_500), false)
      await workbench.page.keyboard.press('Escape')
    },
  },
  {
    name: 'the view says why, and leads to trusting the workspace',
    act: async ({ workbench, picture }) => {
      const { page } = workbench
      await workbench.run('Entitle: Focus on Changes View')
      const view = page.locator('.part.sidebar .pane', { hasText: "In a workspace that you don't trust" })
      await workbench.sees(view)
      assert.equal(await page.locator('.part.sidebar .pane-header[aria-label^="Tenant"]').count(), 0)
      await picture('1-untrusted')
      const button = view.getByText('Manage Workspace Trust')
      const trust = page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true })
      await insist('the page of trust opens', () => button.click({ timeout: 3_000 }), shown(trust))
      const trusted = async (milliseconds: number) =>
        restricted(workbench).first().waitFor({ state: 'hidden', timeout: milliseconds })
      await insist('the workspace is trusted', () => trust.click({ timeout: 3_000 }), trusted)
    },
  },
  {
    name: 'once it is trusted it is planned, without a reload',
    act: async ({ workbench }) => {
      await workbench.run('Entitle: Start Sandbox Tenant')
      await workbench.notices.told('The sandbox tenant is running')
      await workbench.notices.clear()
      await workbench.run('Entitle: Plan')
      await workbench.sees(workbench.tree.message('Plan for the sandbox tenant: '))
    },
  },
  { name: 'nothing has left this machine', act: async ({ outside }) => assert.deepEqual(outside, []) },
]

/** Somebody opens a folder that they don't trust. */
export const untrustedStory = storyOf({ name: 'untrusted', steps, settings })
