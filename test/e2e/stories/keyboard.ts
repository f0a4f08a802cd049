import assert from 'node:assert/strict'
import type { Step } from '../harness/attempt.ts'
import { insist, shown } from '../harness/insist.ts'
import { repairSteps } from './repair.ts'
import type { Scene } from './scene.ts'
import { storyOf } from './story-of.ts'

/** In the page: from now on it is counted how often a pointer is pressed. */
const countPointers = (): void => {
  document.documentElement.dataset.pressed = '0'
  addEventListener(
    'pointerdown',
    () => {
      const { dataset } = document.documentElement
      dataset.pressed = String(Number(dataset.pressed) + 1)
    },
    true,
  )
}

const steps: readonly Step<Scene>[] = [
  {
    name: 'VS Code opens the example in a high-contrast theme',
    act: async ({ workbench, url, workspace }) => {
      await workbench.open(url, workspace)
      await workbench.sees(workbench.page.locator('.monaco-workbench.hc-black'))
      await workbench.page.evaluate(countPointers)
    },
  },
  ...repairSteps.map(({ name, act }) => ({ name: `without a pointer: ${name}`, act })),
  {
    name: 'the plan is made and walked through by its keys, down to the source of a change',
    act: async ({ workbench, picture }) => {
      const { page, notices } = workbench
      await workbench.run('Entitle: Start Sandbox Tenant')
      await notices.told('The sandbox tenant is running')
      await notices.clear()
      await workbench.run('Entitle: Plan')
      await notices.told(/Plan for the sandbox tenant: \d+ to add/)
      await notices.clear()
      await workbench.run('Entitle: Focus on Changes View')
      const focused = page.locator('.part.sidebar .monaco-list-row.focused')
      await insist('the first change is reached', () => page.keyboard.press('Home'), shown(focused))
      const change = focused.filter({ hasText: 'organization ' })
      await insist('an organization is reached', () => page.keyboard.press('ArrowDown'), shown(change))
      await picture('15-high-contrast')
      const tab = page.locator('.tab.active', { hasText: 'tenant.entitle' })
      await insist('its source is shown', () => page.keyboard.press('Enter'), shown(tab))
      await workbench.sees(page.locator('.view-line', { hasText: 'organization' }).first())
      await picture('15-high-contrast-source')
    },
  },
  {
    name: 'no pointer was pressed',
    act: async ({ workbench }) => {
      assert.equal(await workbench.page.evaluate(() => document.documentElement.dataset.pressed), '0')
    },
  },
]

/** A person who uses the keys only, and sees high contrast, repairs a finding and walks through a plan. */
export const keyboardStory = storyOf({
  name: 'keyboard',
  steps,
  settings: { 'workbench.colorTheme': 'Default High Contrast', 'editor.accessibilitySupport': 'off' },
})
