import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { settled } from '../harness/settled.ts'
import type { Scene } from './user.ts'

const name = 'visitors.entitle'

/** Line and column, from 1, behind a text of a file. */
const behind = (file: string, text: string): readonly [number, number] => {
  const source = fs.readFileSync(file, 'utf8')
  const at = source.indexOf(text)
  assert.ok(at >= 0, `${file} holds "${text}"`)
  const lines = source.slice(0, at + text.length).split('\n')
  return [lines.length, (lines.at(-1) ?? '').length + 1]
}

/** Completion of statements and names, and hover, while one writes. */
export const writeStory = async ({ report, workbench, workspace, picture }: Scene): Promise<void> => {
  const { page } = workbench
  const file = path.join(workspace, name)
  await report.step('completion offers whole statements', async () => {
    await workbench.openFile(name)
    const [line, column] = behind(file, 'expires after 180 days')
    await workbench.goTo(line, column)
    await workbench.newLine(line)
    await page.keyboard.type('exten')
    await page.keyboard.press('Control+Space')
    await page.locator('.suggest-widget .monaco-list-row', { hasText: 'extension' }).first().waitFor()
    await picture('3-completion')
    await page.keyboard.press('Escape')
  })
  await report.step('what was begun can be taken back', async () => {
    await workbench.run('File: Revert File')
    await page.locator('.tab:not(.dirty)', { hasText: name }).waitFor()
  })
  await report.step('hover tells what a name means', async () => {
    await workbench.goTo(...behind(file, 'users from fab'))
    await page.keyboard.press('Control+K')
    await page.keyboard.press('Control+I')
    const hover = page.locator('.monaco-hover:visible', { hasText: 'Fabrikam' })
    await hover.waitFor()
    await settled(hover)
    await picture('4-hover')
    await page.keyboard.press('Escape')
  })
}
