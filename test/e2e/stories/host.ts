import fs from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { bundleSuite } from '../harness/bundle-suite.ts'
import { runHostSuite } from '../harness/host-suite.ts'
import { out, vsix } from '../harness/places.ts'
import { profile } from '../harness/profile.ts'
import type { Report } from '../harness/report.ts'
import { install, start } from '../harness/server.ts'
import { sources } from './sources.ts'

const limit = 300_000

/** The suite inside the extension host: what the language server and the commands answer, without the window. */
export const hostStory = async (report: Report, browser: Browser): Promise<void> => {
  const clean = profile(sources)
  try {
    install(clean, vsix)
    const suite = await bundleSuite()
    const server = await start(clean, ['enable-smoke-test-driver'])
    const context = await browser.newContext()
    try {
      const page = await context.newPage()
      const { tests, broken } = await runHostSuite(page, server, clean, suite, limit)
      for (const { title, state, error } of tests)
        if (state === 'passed') report.ok(title)
        else report.failed(title, error ?? `The test is ${state}.`)
      if (broken !== undefined || tests.length === 0)
        report.failed('the suite inside the extension host', broken ?? 'No test ran.')
    } finally {
      await context.close()
      await server.stop()
      fs.copyFileSync(path.join(clean.root, 'server.log'), path.join(out, 'host-server.log'))
    }
  } finally {
    clean.remove()
  }
}
