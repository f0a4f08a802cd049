import fs from 'node:fs'
import path from 'node:path'
import type { Attempt } from '../harness/attempt.ts'
import { newPage, startBrowser } from '../harness/browser.ts'
import { bundleSuite } from '../harness/bundle-suite.ts'
import { type HostRun, runHostSuite } from '../harness/host-suite.ts'
import { out, root, vsix } from '../harness/places.ts'
import { type Profile, profile } from '../harness/profile.ts'
import type { Story } from '../harness/report.ts'
import { install, start } from '../harness/server.ts'
import { sources } from './sources.ts'

const limit = 300_000
const pictures = { 1: 'host-failed-first.png', 2: 'host-failed.png' } as const

const runSuite = async (clean: Profile, picture: string): Promise<HostRun> => {
  const suite = await bundleSuite()
  const server = await start(clean, ['enable-smoke-test-driver'])
  const browser = await startBrowser()
  try {
    const { page } = await newPage(browser, server)
    const run = await runHostSuite(page, server, clean, suite, limit)
    if (run.broken !== undefined || run.tests.some(({ state }) => state !== 'passed'))
      await page.screenshot({ path: path.join(out, picture) }).catch(() => {})
    return run
  } finally {
    await browser.close()
    await server.stop()
    fs.copyFileSync(path.join(clean.root, 'server.log'), path.join(out, 'host-server.log'))
  }
}

const tell = async (attempt: Attempt): Promise<void> => {
  const clean = profile(sources)
  try {
    install(clean, vsix)
    const { titles, tests, broken } = await runSuite(clean, attempt.number === 1 ? pictures[1] : pictures[2])
    for (const { title, state, error } of tests)
      if (state === 'passed') attempt.ok(title)
      else attempt.failed(title, error ?? `The test is ${state}.`)
    if (broken !== undefined || titles.length === 0)
      attempt.failed('the suite inside the extension host', broken ?? 'No test ran.')
    attempt.end(titles)
  } finally {
    clean.remove()
  }
}

/** The suite inside the extension host: what the language server and the commands answer, without the window. */
export const hostStory: Story = {
  name: 'host',
  steps: [],
  tell,
  picture: path.relative(root, path.join(out, pictures[1])),
}
