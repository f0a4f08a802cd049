import assert from 'node:assert/strict'
import path from 'node:path'
import type { Step } from '../harness/attempt.ts'
import { gone, insist, shown } from '../harness/insist.ts'
import { placeOf } from '../harness/place-of.ts'
import type { Scene } from './scene.ts'

const sandbox = 'Entitle: Sandbox tenant'
const question = 'Deploy to the sandbox tenant?'

/** Where the tree of changes is, once it is widened. */
const changesView = { x: 50, y: 62, width: 428, height: 400 }

/** Sandbox, plan, deploy, plan again: from the palette. */
export const deploySteps: readonly Step<Scene>[] = [
  {
    name: 'planning asks for which tenant, the sandbox first, and Escape changes nothing',
    act: async ({ workbench, picture }) => {
      const { input } = workbench
      await workbench.run('Entitle: Plan')
      await workbench.sees(input.widget.locator('.monaco-list-row', { hasText: 'Contoso' }))
      assert.match((await input.row(0).textContent()) ?? '', /Use the sandbox tenant/)
      await picture('5-which-tenant')
      await input.dismiss()
    },
  },
  {
    name: 'the sandbox tenant starts',
    act: async ({ workbench, picture }) => {
      await workbench.run('Entitle: Start Sandbox Tenant')
      await workbench.sees(workbench.statusItem(sandbox))
      await workbench.notices.told('The sandbox tenant is running')
      await picture('5-sandbox')
      await workbench.notices.clear()
    },
  },
  {
    name: 'the plan is shown as a tree, with what is new in every policy',
    act: async ({ workbench }) => {
      const { notices, tree } = workbench
      await workbench.run('Entitle: Plan')
      await notices.told(/Plan for the sandbox tenant: \d+ to add, \d+ to change, 0 to delete/)
      await tree.widen(430)
      await tree.reveal('package Site visits')
      await tree.expand('package Alpine supplier access')
      await tree.expand('policy Approved suppliers')
      await tree.reveal('2029-12-31')
    },
  },
  {
    name: 'a click on a change goes to where it was declared',
    act: async ({ workbench, picture }) => {
      const { page, tree } = workbench
      await tree.click('policy Approved suppliers', page.locator('.tab.active', { hasText: 'partners.entitle' }))
      await workbench.sees(page.locator('.view-line', { hasText: 'Approved suppliers' }))
      await workbench.sees(page.locator('.codelens-decoration'))
      await tree.reveal(/^review.*quarterly/)
      await picture('6-plan', changesView)
      await workbench.notices.clear()
    },
  },
  {
    name: 'a change is shown side by side in the source language',
    act: async ({ workbench, picture }) => {
      const { page, tree } = workbench
      const diff = page.locator('.monaco-diff-editor .view-line', { hasText: 'Site visits' })
      await tree.press('package Site visits', 'Show Difference', diff)
      await picture('6-difference')
      await workbench.notices.clear()
    },
  },
  {
    name: 'one package is deployed alone, with what it needs',
    act: async ({ workbench, picture }) => {
      const { page, tree, notices } = workbench
      const dialog = page.locator('.monaco-dialog-box', { hasText: question })
      await tree.press('package Site visits', 'Deploy This', dialog)
      await workbench.answer(question, 'Deploy', () => picture('6-part'))
      await workbench.sees(tree.message('Deployed to the sandbox tenant: '))
      const row = await tree.reveal('package Site visits')
      await workbench.sees(row.filter({ hasText: /\d+ of \d+ done/ }))
      await picture('6-part-deployed')
      await notices.clear()
    },
  },
  {
    name: 'the menu in an editor has the commands for its file',
    act: async ({ workbench, visitors, picture }) => {
      const { page } = workbench
      const editor = await workbench.openFile(visitors)
      await editor.goTo(placeOf(visitors, 'Visiting engineers').start)
      const entry = page.locator('.context-view .action-label', { hasText: /^Entitle$/ })
      await insist('the menu opens', () => page.keyboard.press('Shift+F10'), shown(entry))
      const command = page.locator('.context-view .action-label', { hasText: /^Deploy Package$/ })
      await insist('Entitle opens in it', () => entry.hover({ timeout: 3_000 }), shown(command))
      await picture('6-menu')
      // The first closes the menu in the menu.
      await page.keyboard.press('Escape')
      const closed = gone(page.locator('.context-view .monaco-menu'))
      await insist('the menu closes', () => page.keyboard.press('Escape'), closed)
    },
  },
  {
    name: 'Deploy Package is about the package around the cursor: one has nothing to do, another asks first',
    act: async ({ workbench, visitors }) => {
      const { notices, page } = workbench
      await workbench.openFile(visitors)
      await workbench.run('Entitle: Deploy Package')
      await notices.told('Nothing to do: package Site visits in the sandbox tenant is as declared')
      await notices.clear()
      const partners = path.join(path.dirname(visitors), 'partners.entitle')
      const editor = await workbench.openFile(partners)
      await editor.goTo(placeOf(partners, 'Alpine supplier access').start)
      await workbench.run('Entitle: Deploy Package')
      await workbench.answer(question, 'Cancel', async () => {
        const says = (await page.locator('.monaco-dialog-box').textContent()) ?? ''
        const added = Number(/(\d+) to add/.exec(says)?.[1])
        assert.ok(added > 0 && added < 40, says)
      })
    },
  },
  {
    name: 'deploying asks first, and No changes nothing',
    act: async ({ workbench, picture }) => {
      await workbench.run('Entitle: Deploy')
      await workbench.answer(question, 'Cancel', async () => {
        await workbench.notices.ended('Planning for')
        await picture('7-confirm')
      })
    },
  },
  {
    name: 'the plan is deployed once it is confirmed',
    act: async ({ workbench, picture }) => {
      await workbench.run('Entitle: Deploy')
      await workbench.answer(question, 'Deploy')
      await workbench.sees(workbench.tree.message('Deployed to the sandbox tenant: '))
      await workbench.notices.told(/Deployed to the sandbox tenant: \d+ added/)
      const source = workbench.page.locator('.tab.active', { hasText: 'workplace.entitle' })
      await workbench.tree.click('package Ledger access', source)
      await workbench.sees(workbench.page.locator('.codelens-decoration'))
      await picture('8-deployed', changesView)
      await workbench.notices.clear()
    },
  },
  {
    name: 'planning again finds nothing to do',
    act: async ({ workbench, picture }) => {
      await workbench.run('Entitle: Plan')
      await workbench.sees(workbench.tree.message('Nothing to do'))
      await workbench.notices.told('Nothing to do: the sandbox tenant is as declared')
      await workbench.notices.ended('Planning for')
      await picture('9-nothing-to-do')
      await workbench.notices.clear()
    },
  },
  {
    name: 'the sandbox tenant can be browsed, down to when access ends, and the sources are a click away',
    act: async ({ workbench, picture }) => {
      const { page, notices } = workbench
      await workbench.run('Entitle: Focus on Tenant View')
      const pane = page.locator('.part.sidebar .pane', { has: page.locator('.pane-header[aria-label^="Tenant"]') })
      const row = (text: string) => pane.locator('.monaco-list-row', { hasText: text }).first()
      const open = (text: string, effect: string) =>
        insist(
          `${text} is open`,
          async () => {
            if ((await row(text).getAttribute('aria-expanded', { timeout: 2_000 })) !== 'true')
              await row(text).locator('.monaco-tl-twistie').click({ timeout: 3_000 })
          },
          shown(row(effect)),
        )
      await open('the sandbox tenant', 'catalog Logistics')
      await open('catalog Logistics', 'package Freight desk')
      await notices.ended('Reading the sandbox tenant')
      await picture('9-tenant')
      await row('package Freight desk').hover()
      const tab = page.locator('.tab.active', { hasText: 'logistics.entitle' })
      const source = row('package Freight desk').locator('.action-label[aria-label*="Go to Source"]')
      await insist('the source is shown', () => source.click({ timeout: 3_000 }), shown(tab))
      await workbench.run('Entitle: Focus on Changes View')
    },
  },
  {
    name: 'what is no longer declared is deleted only where that is asked for, and the question names it',
    act: async ({ workbench, visitors, picture }) => {
      const { input, notices, page, tree } = workbench
      const editor = await workbench.openFile(visitors)
      await editor.replace('grants "Member"', '// "Member"')
      await workbench.run('Entitle: Plan')
      await workbench.sees(tree.message('Nothing to do'))
      const row = input.widget.locator('.monaco-list-row', { hasText: 'Delete nothing that somebody holds' })
      await notices.press('Nothing to do', 'Plan Deletions', row)
      await picture('10-deletions')
      await insist(
        'the first answer is given',
        async () => {
          if (await row.isVisible()) await row.click({ timeout: 2_000 })
        },
        gone(row),
      )
      // Whoever makes a catalog owns it, which isn't declared either.
      await workbench.sees(tree.message('0 to add, 0 to change, 4 to delete'))
      await tree.reveal('grant Member of Toolbox users')
      await workbench.run('Entitle: Deploy')
      const detail = page.locator('.monaco-dialog-box', { hasText: 'may end access that people have' })
      await workbench.answer(question, 'Cancel', () => workbench.sees(detail))
      await editor.replace('// "Member"', 'grants "Member"')
      await notices.clear()
    },
  },
  {
    name: 'a change of the file is planned as a change, old and new',
    act: async ({ workbench, visitors, picture }) => {
      const { page, tree, notices } = workbench
      const editor = await workbench.openFile(visitors)
      await editor.replace('180 days', '90 days')
      await workbench.run('Entitle: Plan')
      await workbench.sees(tree.message('0 to add, 1 to change, 0 to delete'))
      await tree.reveal('policy Visiting engineers')
      await tree.reveal('after 180 days → after 90 days')
      await notices.ended('Planning for')
      await notices.told('0 to add, 1 to change, 0 to delete')
      await picture('10-change')
      const text = page.locator('.view-line', { hasText: '~ policy Visiting engineers' })
      await notices.press('0 to add, 1 to change', 'Show as Text', text)
      await picture('11-plan-text')
      await notices.clear()
    },
  },
  {
    name: 'the sandbox tenant is kept when it stops, and takes the change when it runs again',
    act: async ({ workbench }) => {
      const { notices, tree } = workbench
      const item = workbench.statusItem(sandbox)
      await workbench.run('Entitle: Stop Sandbox Tenant')
      await workbench.misses(item)
      await notices.told('The sandbox tenant is stopped')
      await workbench.run('Entitle: Start Sandbox Tenant')
      await workbench.sees(item)
      await notices.told('The sandbox tenant is running')
      await notices.clear()
      await workbench.run('Entitle: Deploy')
      await workbench.answer(question, 'Deploy', () =>
        workbench.sees(workbench.page.locator('.monaco-dialog-box', { hasText: '0 to add, 1 to change, 0 to delete' })),
      )
      await workbench.sees(tree.message('Deployed to the sandbox tenant: 1 changed'))
      await workbench.run('Entitle: Stop Sandbox Tenant')
      await workbench.misses(item)
      await notices.told('The sandbox tenant is stopped')
    },
  },
  {
    name: 'the plan and what came of it are there again after a reload',
    act: async ({ workbench, picture }) => {
      const { page, tree } = workbench
      await page.reload()
      await page.locator('.monaco-workbench .part.statusbar').waitFor()
      await workbench.sees(tree.message('Deployed to the sandbox tenant: 1 changed'))
      await tree.reveal('policy Visiting engineers')
      await picture('11-after-reload')
    },
  },
  {
    name: 'a deployment is undone: what it changed is as before, and planned as a change again',
    act: async ({ workbench, picture }) => {
      const { input, page, tree } = workbench
      const rows = input.widget.locator('.monaco-list-row', { hasText: 'to give back' })
      await workbench.run('Entitle: Undo Deployment')
      await workbench.sees(rows.first())
      const undo = page.locator('.monaco-dialog-box', { hasText: 'Undo in the sandbox tenant what was deployed on' })
      await insist('the last one is chosen', () => input.row(0).click({ timeout: 3_000 }), shown(undo))
      await workbench.answer('0 to add, 1 to change, 0 to delete', 'Undo', async () => {
        await workbench.sees(tree.message('Plan to undo in the sandbox tenant what was deployed on'))
        await picture('12-undo')
      })
      await workbench.sees(tree.message('Undone in the sandbox tenant: 1 changed'))
      await workbench.run('Entitle: Plan')
      await workbench.sees(tree.message('0 to add, 1 to change, 0 to delete'))
      await tree.reveal('after 180 days → after 90 days')
      await workbench.run('Entitle: Stop Sandbox Tenant')
      await workbench.misses(workbench.statusItem(sandbox))
      await workbench.notices.told('The sandbox tenant is stopped')
      await workbench.notices.clear()
    },
  },
  {
    name: 'the governance report is a page beside the sources',
    act: async ({ workbench, picture }) => {
      const { page } = workbench
      await workbench.run('Entitle: Governance Report')
      const report = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame')
      await workbench.sees(report.getByRole('heading', { name: 'Governance report' }))
      await picture('12-report')
    },
  },
]
