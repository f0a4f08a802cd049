import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import type { Step } from '../harness/attempt.ts'
import { holds, insist } from '../harness/insist.ts'
import type { Workbench } from '../harness/workbench.ts'
import type { Scene } from './scene.ts'

/** Answers one question after the other, a choice by its first answer and a text by the next one, until the file is shown. */
const answerAll = async (workbench: Workbench, texts: readonly string[], file: string): Promise<void> => {
  const { page, input } = workbench
  const field = input.widget.locator('input.input')
  const left = [...texts]
  const isDone = () => page.locator('.tab.active', { hasText: file }).isVisible()
  /** What is asked now; undefined between two questions. */
  const asked = async (): Promise<string | undefined> => {
    if (!(await field.isVisible())) return undefined
    const title = await input.widget.locator('.quick-input-title').textContent({ timeout: 1_000 })
    return `${title} ${await field.getAttribute('placeholder', { timeout: 1_000 })}`
  }
  const question = () => asked().catch(() => undefined)
  for (;;) {
    await holds(async () => (await isDone()) || (await question()) !== undefined)(30_000)
    if (await isDone()) return
    const now = await question()
    const text = (await input.row(0).isVisible()) ? undefined : (left.shift() ?? '')
    await insist(
      `"${now}" is answered`,
      async () => {
        if ((await question()) !== now) return
        if (text !== undefined) await field.fill(text, { timeout: 2_000 })
        await page.keyboard.press('Enter')
      },
      holds(async () => (await question()) !== now),
    )
  }
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
  {
    name: 'what Microsoft Graph answered is pasted as a source, and can be taken back',
    act: async ({ workbench, workspace, picture }) => {
      const file = path.join(workspace, 'drawing-room.entitle')
      const editor = await workbench.openFile(file)
      await editor.goTo({ line: 1, column: 1 })
      const answer = {
        id: 'p',
        displayName: 'Tools',
        description: '',
        isHidden: true,
        catalog: { id: 'c', displayName: 'Shop' },
      }
      await workbench.page.evaluate(pasteText, JSON.stringify(answer, undefined, 2))
      await workbench.sees(workbench.page.locator('.view-line', { hasText: 'package tools "Tools"' }))
      await picture('14-pasted')
      await editor.revert()
    },
  },
]

/** In the page: a text is pasted where the cursor is, as the keys would do it. */
const pasteText = (text: string): void => {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}
