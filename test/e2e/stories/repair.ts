import assert from 'node:assert/strict'
import fs from 'node:fs'
import type { Step } from '../harness/attempt.ts'
import { gone, insist, shown } from '../harness/insist.ts'
import { placeOf } from '../harness/place-of.ts'
import type { Scene } from './scene.ts'

const rule = 'external-expiration'
const focusedFix = '.action-widget .monaco-list-row.focused'

/** A finding appears, its fix is applied by keyboard, and after saving it is gone. */
export const repairSteps: readonly Step<Scene>[] = [
  {
    name: 'a finding is underlined and listed',
    act: async ({ workbench, visitors, picture }) => {
      const editor = await workbench.openFile(visitors)
      await workbench.sees(editor.findings)
      await workbench.run('Entitle: Check Workspace')
      await workbench.sees(workbench.problem(rule))
      await workbench.notices.told('1 error')
      await picture('1-finding')
      await workbench.notices.clear()
    },
  },
  {
    name: 'the light bulb offers its fix',
    act: async ({ workbench, visitors, picture }) => {
      const { page } = workbench
      const editor = await workbench.openFile(visitors)
      await editor.goTo(placeOf(visitors, 'never expires').start)
      const lightBulb = async (before: number) => {
        // In its open list the same keys accept a fix.
        if (before > 0) await page.keyboard.press('Escape')
        await page.keyboard.press('Control+.')
      }
      const fix = page.locator(focusedFix, { hasText: '180 days' })
      await insist('the light bulb opens', lightBulb, shown(fix))
      await picture('2-quick-fix', { x: 358, y: 64, width: 780, height: 385 })
    },
  },
  {
    name: 'the fix is applied and saved, and the finding is gone',
    act: async ({ workbench, visitors }) => {
      const { page } = workbench
      const fix = page.locator(focusedFix).first()
      const apply = async () => {
        if (await fix.isVisible()) await page.keyboard.press('Enter')
      }
      await insist('the fix is taken', apply, gone(fix))
      const editor = workbench.editor(visitors)
      await editor.dirty()
      await workbench.misses(workbench.problem(rule))
      await editor.save()
      const written = fs.readFileSync(visitors, 'utf8')
      assert.match(written, /expires after 180 days/)
      assert.doesNotMatch(written, /never expires/)
      const panel = page.locator('.part.panel')
      await insist('the panel closes', () => workbench.run('View: Hide Panel'), gone(panel))
    },
  },
]
