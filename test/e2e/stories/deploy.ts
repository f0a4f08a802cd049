import type { Scene } from './user.ts'

/** Sandbox, plan, deploy, plan again: from the palette. */
export const deployStory = async ({ report, workbench, picture }: Scene): Promise<void> => {
  const { page } = workbench
  const quiet = () => workbench.run('Notifications: Clear All Notifications')
  await report.step('the sandbox tenant starts', async () => {
    await workbench.run('Entitle: Start Sandbox Tenant')
    await workbench.statusItem('Entitle: Sandbox tenant').waitFor()
    await workbench.toast('The sandbox tenant is running').waitFor()
    await picture('5-sandbox')
    await quiet()
  })
  await report.step('the plan is shown as a tree, with what is new in every policy', async () => {
    await workbench.run('Entitle: Plan')
    await workbench.toast(/Plan for the sandbox tenant: \d+ to add, \d+ to change, 0 to delete/).waitFor()
    await workbench.widenSideBar(430)
    await workbench.reveal('package Site visits')
    await workbench.expand('package Alpine supplier access')
    await workbench.expand('policy Approved suppliers')
    await workbench.reveal('2029-12-31')
  })
  await report.step('a click on a change goes to where it was declared', async () => {
    await (await workbench.reveal('policy Approved suppliers')).click()
    await page.locator('.tab.active', { hasText: 'partners.entitle' }).waitFor()
    await page.locator('.view-line', { hasText: 'Approved suppliers' }).first().waitFor()
    await page.locator('.codelens-decoration').first().waitFor()
    await workbench.reveal('2029-12-31')
    await picture('6-plan')
    await quiet()
  })
  await report.step('deploying asks first, and No changes nothing', async () => {
    await workbench.run('Entitle: Deploy')
    const dialog = workbench.dialog('Deploy to the sandbox tenant?')
    await dialog.waitFor()
    await workbench.toast('Planning for').waitFor({ state: 'detached' })
    await picture('7-confirm')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.waitFor({ state: 'detached' })
  })
  await report.step('the plan is deployed once it is confirmed', async () => {
    await workbench.run('Entitle: Deploy')
    const dialog = workbench.dialog('Deploy to the sandbox tenant?')
    await dialog.getByRole('button', { name: 'Deploy' }).click()
    await workbench.toast(/Deployed to the sandbox tenant: \d+ added/).waitFor()
    await picture('8-deployed')
    await quiet()
  })
  await report.step('planning again finds nothing to do', async () => {
    await workbench.run('Entitle: Plan')
    await workbench.toast('Nothing to do: the sandbox tenant is as declared').waitFor()
    await picture('9-nothing-to-do')
    await quiet()
  })
  await report.step('a change of the file is planned as a change, old and new', async () => {
    await workbench.openFile('visitors.entitle')
    await workbench.replace('180 days', '90 days')
    await workbench.run('Entitle: Plan')
    await workbench.toast('0 to add, 1 to change, 0 to delete').waitFor()
    await workbench.row('policy Visiting engineers').first().waitFor()
    await workbench.row('after 180 days → after 90 days').first().waitFor()
    await picture('10-change')
    await quiet()
  })
  await report.step('the sandbox tenant stops', async () => {
    await workbench.run('Entitle: Stop Sandbox Tenant')
    await workbench.statusItem('Entitle: Sandbox tenant').waitFor({ state: 'detached' })
  })
}
