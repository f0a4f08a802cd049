import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import type { Step } from '../harness/attempt.ts'
import { holdsWithin, insist, shown } from '../harness/insist.ts'
import type { Workbench } from '../harness/workbench.ts'
import type { Scene } from './scene.ts'

/** Answers one question after the other, the first choice of each, until the file is shown. */
const answerAll = async (workbench: Workbench, texts: readonly string[], file: string): Promise<void> => {
  const { page, input } = workbench
  const tab = page.locator('.tab.active', { hasText: file })
  const left = [...texts]
  let asked = ''
  for (let turn = 0; turn < 20 && !(await holdsWithin(shown(tab), 300)); turn += 1) {
    await workbench.sees(input.widget.locator('input.input'))
    const question = async () =>
      `${await input.widget.locator('.quick-input-title').textContent()} ${await input.widget.locator('input.input').getAttribute('placeholder')}`
    await insist(
      'the next question is asked',
      async () => {},
      async timeout => {
        const end = performance.now() + timeout
        while ((await question()) === asked && performance.now() < end) await page.waitForTimeout(50)
      },
    )
    asked = await question()
    const isPick = await input.row(0).isVisible()
    if (!isPick) await input.widget.locator('input.input').fill(left.shift() ?? '')
    await page.keyboard.press('Enter')
  }
  await workbench.sees(tab)
}

/** New declarations by a few questions. */
export const authorSteps: readonly Step<Scene>[] = [
  {
    name: 'a new package is written from a few questions, and nothing is wrong with it',
    act: async ({ workbench, workspace, picture }) => {
      const file = path.join(workspace, 'drawing-room.entitle')
      await workbench.run('Entitle: New Package')
      await workbench.sees(workbench.input.widget.locator('input.input'))
      await picture('13-question')
      await answerAll(workbench, ['Drawing room', 'The plans of all halls.'], 'drawing-room.entitle')
      await workbench.sees(workbench.page.locator('.view-line', { hasText: 'Drawing room' }))
      await picture('13-new-package')
      assert.match(fs.readFileSync(file, 'utf8'), /^package drawing-room "Drawing room" in /)
    },
  },
]
