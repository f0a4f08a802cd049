import path from 'node:path'
import { chromium } from 'playwright-core'

/** Draws the extension's icon: the Marketplace takes a bitmap only. Needs a Chromium: `node scripts/render-icon.ts`. */
const images = path.resolve(import.meta.dirname, '../packages/extension/images')
const browser = await chromium.launch({
  executablePath: process.env.E2E_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const page = await browser.newPage({ viewport: { width: 256, height: 256 } })
await page.goto(`file://${path.join(images, 'icon.svg')}`)
await page.screenshot({ path: path.join(images, 'icon.png'), omitBackground: true })
await browser.close()
