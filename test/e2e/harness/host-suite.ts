import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { writeCompanion } from './companion.ts'
import type { Profile } from './profile.ts'
import type { Server } from './server.ts'

/** What one test of the suite inside the extension host came to. */
export interface HostTest {
  readonly title: string
  readonly state: 'passed' | 'failed' | 'pending'
  readonly error?: string
}

export interface HostRun {
  /** The titles of all tests, also of those that were not reached. */
  readonly titles: readonly string[]
  readonly tests: readonly HostTest[]
  /** Why the suite did not run to its end. */
  readonly broken?: string
}

/**
 * Runs a bundled mocha suite inside the extension host. The server must have been started with
 * `enable-smoke-test-driver`: a built workbench reads these keys of the address only then. VS Code reports success, too,
 * when the extension host crashes; so the suite writes its results to a file, test by test, and no file is a failure.
 */
export const runHostSuite = async (
  page: Page,
  server: Server,
  profile: Profile,
  suite: string,
  limit: number,
): Promise<HostRun> => {
  const results = path.join(profile.root, 'results.json')
  const ended = Promise.withResolvers<string>()
  await page.exposeFunction('codeAutomationLog', () => {})
  await page.exposeFunction('codeAutomationExit', (code: number) =>
    ended.resolve(`the extension host ended with ${code}`),
  )
  page.on('crash', () => ended.resolve('the page crashed'))
  const remote = (file: string) => `vscode-remote://${server.authority}${encodeURI(file)}`
  const payload = [
    ['extensionDevelopmentPath', remote(writeCompanion(profile.root))],
    ['extensionTestsPath', remote(suite)],
    ['extensionEnvironment', JSON.stringify({ E2E_RESULTS: results, E2E_GREP: process.env.E2E_GREP ?? '' })],
    ['skipWelcome', 'true'],
  ]
  const query = new URLSearchParams({ folder: profile.workspace, payload: JSON.stringify(payload) })
  await page.goto(`${server.url}/?${query}`)
  const timer = setTimeout(() => ended.resolve(`no end within ${limit / 1000} s`), limit)
  const how = await ended.promise
  clearTimeout(timer)
  if (!fs.existsSync(results)) return { titles: [], tests: [], broken: `${how} and wrote no results` }
  const run = JSON.parse(fs.readFileSync(results, 'utf8')) as HostRun
  return run.tests.length < run.titles.length ? { ...run, broken: `${how} before the last test` } : run
}
