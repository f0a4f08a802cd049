import assert from 'node:assert/strict'
import { draw, openWorkspace, svg } from '@entitle/language'
import type { Page } from 'playwright-core'
import { picturePage } from '../../packages/extension/src/picture/picture-page.ts'
import type { Step } from '../e2e/harness/attempt.ts'
import type { Observed } from '../e2e/harness/browser.ts'
import { violations } from './violations.ts'

const sources = `organization fabrikam "Fabrikam <img src=x onerror=document.title='run'>" { domain "fabrikam.com" }
group desk "Desk"
catalog partners "Partners" {
  resources desk
  package one "One" {
    grants "Member" of desk
    policy kept "Kept" {
      requestable by users from fabrikam
      approval { stage by desk }
      expires after 90 days
      review quarterly { reviewers desk if no response remove access }
    }
  }
}
`

const pageOf = async (): Promise<string> => {
  const { program } = await openWorkspace({ files: { '/main.entitle': sources }, today: '2026-11-22' })
  const drawing = draw(program, { what: 'map' })
  if (!('picture' in drawing)) throw new Error(drawing.says)
  return picturePage({ title: drawing.picture.title, svg: svg(drawing.picture) }, 'nonce', { drawn: { what: 'map' } })
}

const said = (page: Page) => page.evaluate<readonly Record<string, unknown>[]>('window.said')

const shown = async ({ page }: Observed, look: (page: Page) => Promise<void>): Promise<void> => {
  const other = await page.context().newPage()
  try {
    await other.evaluate(
      'window.said = []; window.acquireVsCodeApi = () => ({ postMessage: message => window.said.push(message), setState: state => { window.kept = state } })',
    )
    await other.setContent(await pageOf())
    await look(other)
  } finally {
    await other.close()
  }
}

const themes = [
  'vscode-light',
  'vscode-dark',
  'vscode-high-contrast',
  'vscode-high-contrast vscode-high-contrast-light',
]

/** Pictures as people see them in VS Code. */
export const pictureSteps: readonly Step<Observed>[] = [
  {
    name: 'a picture has nothing that hinders anybody, in every theme',
    act: scene =>
      shown(scene, async page => {
        for (const theme of themes) {
          await page.evaluate(`document.body.className = '${theme}'`)
          assert.deepEqual(await violations(page), [], theme)
        }
        assert.equal(await page.title(), 'Access map')
      }),
  },
  {
    name: 'the keyboard reaches every box of a picture, goes to its source, and zooms',
    act: scene =>
      shown(scene, async page => {
        await page.getByRole('link', { name: /^One; Kept/ }).focus()
        await page.keyboard.press('Enter')
        const [first] = await said(page)
        assert.match(JSON.stringify(first), /"go":\{"uri":"file:\/\/\/main\.entitle","line":4\}/)
        await page.keyboard.press('+')
        assert.equal(await page.locator('#zoom').textContent(), '120 %')
        await page.keyboard.press('0')
        assert.equal(await page.locator('#zoom').textContent(), '100 %')
      }),
  },
  {
    name: 'a picture can be had as PNG',
    act: scene =>
      shown(scene, async page => {
        await page.evaluate('window.postMessage({ png: "1" }, "*")')
        await page.waitForFunction('window.said.length > 0')
        const [answer] = await said(page)
        assert.match(String(answer?.data), /^iVBORw0KGgo/)
      }),
  },
]
