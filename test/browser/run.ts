import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { Attempt } from '../e2e/harness/attempt.ts'
import { newPage, startBrowser } from '../e2e/harness/browser.ts'
import { root } from '../e2e/harness/places.ts'
import { serveSite } from './site.ts'
import { steps } from './steps.ts'

// `npm run test:browser`: the bundled server in a web worker of headless Chromium, and the governance report there.

const finish = (attempt: Attempt, skipped = 0): never => {
  const failed = attempt.results.filter(({ why }) => why !== undefined).length
  const counts = { passed: attempt.results.length - failed, failed, ...(skipped === 0 ? {} : { skipped }) }
  fs.mkdirSync(path.join(root, 'out'), { recursive: true })
  fs.writeFileSync(path.join(root, 'out/browser-results.json'), `${JSON.stringify(counts)}\n`)
  console.log(`${counts.passed} passed, ${counts.failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`)
  process.exit(failed === 0 && counts.passed + skipped > 0 ? 0 : 1)
}

const attempt = new Attempt(1)

/** Without a browser there is nothing to test; where everything must be tested that is a failure. */
const browserOrEnd = async (): Promise<Browser> => {
  try {
    return await startBrowser()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    if (process.env.CI === undefined && why.startsWith('No Chromium was found')) {
      console.log(`  SKIPPED the language server in a browser: ${why}`)
      return finish(attempt, steps.length)
    }
    attempt.failed('Chromium starts', why)
    attempt.end(steps.map(({ name }) => name))
    return finish(attempt)
  }
}

const build = spawnSync(process.execPath, ['scripts/build.ts', 'dist/server'], { cwd: root, stdio: 'inherit' })
if (build.status !== 0) {
  attempt.failed('the servers are bundled', `scripts/build.ts ended with ${build.status}.`)
  finish(attempt)
}
const browser = await browserOrEnd()
const site = await serveSite()
try {
  const observed = await newPage(browser, site)
  await observed.page.goto(site.url)
  await attempt.take(steps, { ...observed, clients: new Map() })
} finally {
  await browser.close()
  await site.stop()
}
attempt.end(steps.map(({ name }) => name))
finish(attempt)
