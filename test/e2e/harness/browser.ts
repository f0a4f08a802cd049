import fs from 'node:fs'
import path from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { out } from './places.ts'
import type { Server } from './server.ts'

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const executable = (): string => {
  const found = process.env.E2E_CHROMIUM ?? candidates.find(file => fs.existsSync(file))
  if (found === undefined) throw new Error('No Chromium was found; name one in E2E_CHROMIUM.')
  return found
}

const environment = (): { [name: string]: string } =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))

/** Starts Chromium without a window. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executable(),
    headless: true,
    env: { ...environment(), XDG_CONFIG_HOME: path.join(out, 'chromium'), XDG_CACHE_HOME: path.join(out, 'chromium') },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'].concat(
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ),
  })

/** A page, and what went wrong in it or left the machine from it. */
export interface Observed {
  readonly page: Page
  readonly errors: string[]
  readonly outside: string[]
}

/** Files in webviews have addresses that nobody asks the network for: VS Code answers them in the window, by a service worker. */
const ofWebview = /\.vscode-resource\.vscode-cdn\.net$/

export const newPage = async (browser: Browser, server: Server): Promise<Observed> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const errors: string[] = []
  const outside: string[] = []
  page.on('pageerror', error => errors.push(`page: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error') errors.push(`console: ${message.text().slice(0, 300)}`)
  })
  context.on('request', request => {
    const url = new URL(request.url())
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== server.authority && !ofWebview.test(url.host))
      outside.push(request.url().slice(0, 200))
  })
  return { page, errors, outside }
}
