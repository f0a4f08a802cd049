import assert from 'node:assert/strict'
import type { Sandbox } from '@entitle/sandbox'
import type { Step } from '../harness/attempt.ts'
import { insist, shown } from '../harness/insist.ts'
import { answerAsMicrosoft, hosts, packageAccounts, tenantOf } from '../harness/microsoft.ts'
import { root } from '../harness/places.ts'
import type { Scene } from './scene.ts'
import { storyOf } from './story-of.ts'

/** Both run in the browser, where what they send can be answered here. */
const settings = {
  'remote.extensionKind': { 'entitle.entitle': ['web'], 'entitle-tests.microsoft-accounts': ['web'] },
  'entitle.signIn.clientId': '6f0a7b1c-52d4-4e0b-9c63-8a1f5d3e7b92',
}

const question = 'Deploy to Contoso?'
let tenant: Sandbox | undefined

const steps: readonly Step<Scene>[] = [
  {
    name: 'VS Code opens the example in a browser, with no tenant chosen',
    act: async ({ workbench, url, workspace, visitors }) => {
      await workbench.open(url, workspace)
      const editor = await workbench.openFile(visitors)
      await workbench.sees(editor.findings)
      await editor.replace('never expires', 'expires after 180 days')
      await editor.save()
    },
  },
  {
    name: 'planning for Contoso asks whether Entitle may sign in, and shows what is read from Graph',
    act: async ({ workbench, picture }) => {
      const { input, notices, tree } = workbench
      await workbench.run('Entitle: Plan')
      const row = input.widget.locator('.monaco-list-row', { hasText: 'Contoso' })
      const dialog = workbench.page.locator('.monaco-dialog-box', { hasText: 'wants to sign in using Microsoft' })
      await workbench.sees(row)
      await insist('Contoso is chosen', () => row.click({ timeout: 2_000 }), shown(dialog))
      await picture('1-may-sign-in')
      await workbench.answer('wants to sign in using Microsoft', 'Allow')
      await notices.told(/Plan for Contoso: \d+ to add, 0 to change, 0 to delete/)
      await tree.reveal('package Site visits')
      await picture('2-plan')
      await notices.clear()
    },
  },
  {
    name: 'the plan is deployed to Graph, with what deploying takes beyond planning asked for',
    act: async ({ workbench, picture }) => {
      await workbench.run('Entitle: Deploy')
      const { page, notices, tree, input } = workbench
      const row = input.widget.locator('.monaco-list-row', { hasText: 'Contoso' })
      const dialog = page.locator('.monaco-dialog-box', { hasText: question })
      await workbench.sees(row.or(dialog))
      if (await row.isVisible()) await insist('Contoso is chosen', () => row.click({ timeout: 2_000 }), shown(dialog))
      await workbench.answer(question, 'Deploy')
      const writes = page.locator('.monaco-dialog-box', { hasText: 'change entitlement management of Contoso' })
      await workbench.answer('wants to sign in using Microsoft', 'Allow', () => workbench.sees(writes))
      await workbench.sees(tree.message('Deployed to Contoso: '))
      await notices.told(/Deployed to Contoso: \d+ added/)
      await picture('3-deployed')
      await notices.clear()
    },
  },
  {
    name: 'what was sent carried the token of the one who signed in, and stands in the tenant',
    act: async () => {
      assert.ok(tenant !== undefined)
      const kinds = tenant.export().documents.map(({ kind }) => kind)
      assert.ok(kinds.filter(kind => kind === 'accessPackage').length > 10, kinds.join(' '))
      assert.ok(tenant.requests.some(({ method, status }) => method === 'POST' && status === 201))
      assert.ok(tenant.requests.every(({ status }) => status !== 401))
    },
  },
  {
    name: 'signing out asks first, ends what VS Code kept of the account, and is done once',
    act: async ({ workbench, picture }) => {
      const { notices } = workbench
      await workbench.run('Entitle: Sign Out')
      await workbench.answer('admin@contoso.com', 'Cancel')
      await workbench.run('Entitle: Sign Out')
      await workbench.answer('admin@contoso.com', 'Sign Out', () => picture('4-sign-out'))
      await notices.told('Signed out of admin@contoso.com')
      await notices.clear()
      await workbench.run('Entitle: Sign Out')
      await notices.told('Nobody is signed in')
      await notices.clear()
    },
  },
  {
    name: 'nothing was sent but to Microsoft',
    act: async ({ outside }) => {
      const elsewhere = outside.filter(address => !hosts.some(host => address.startsWith(host)))
      assert.deepEqual(elsewhere, [])
      assert.ok(outside.length > 0)
    },
  },
]

/** A person in a browser signs in to their tenant with VS Code's Microsoft account, plans and deploys to Graph. */
export const signedInStory = storyOf({
  name: 'signed-in',
  steps,
  settings,
  extensions: packageAccounts,
  enter: async context => {
    tenant = await tenantOf(`${root}/examples/partner-collaboration`)
    await answerAsMicrosoft(context, tenant)
  },
})
