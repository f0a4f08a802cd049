import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import type { Scene } from './user.ts'

const name = 'visitors.entitle'
const rule = 'external-expiration'

/** A finding appears, its fix is applied by keyboard, and after saving it is gone. */
export const repairStory = async ({ report, workbench, workspace, picture }: Scene): Promise<void> => {
  const { page } = workbench
  const problem = workbench.problem(rule)
  await report.step('a finding is underlined and listed', async () => {
    const editor = await workbench.openFile(name)
    await editor.locator('.squiggly-error').first().waitFor()
    await workbench.run('Entitle: Check Workspace')
    await problem.waitFor()
    await workbench.toast('1 error').waitFor()
    await picture('1-finding')
    await workbench.run('Notifications: Clear All Notifications')
  })
  await report.step('the light bulb offers its fix', async () => {
    await workbench.openFile(name)
    await page.keyboard.press('F8')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+.')
    await page.locator('.action-widget .monaco-list-row', { hasText: '180 days' }).first().waitFor()
    await picture('2-quick-fix')
  })
  await report.step('the fix is applied and saved, and the finding is gone', async () => {
    await page.keyboard.press('Enter')
    await page.locator('.tab.dirty', { hasText: name }).waitFor()
    await problem.waitFor({ state: 'detached' })
    await workbench.save(name)
    const written = fs.readFileSync(path.join(workspace, name), 'utf8')
    assert.match(written, /expires after 180 days/)
    assert.doesNotMatch(written, /never expires/)
    await workbench.run('View: Toggle Panel Visibility')
  })
}
