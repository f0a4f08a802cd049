import fs from 'node:fs'
import Mocha from 'mocha'
import { defineEditing } from './editing.test.ts'
import { defineManifest } from './manifest.test.ts'
import { definePlanning } from './planning.test.ts'

interface Result {
  readonly title: string
  readonly state: 'passed' | 'failed' | 'pending'
  readonly error?: string
}

/** What `extensionTestsPath` names: VS Code calls it inside the extension host and waits for its promise. */
export const run = async (): Promise<void> => {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false, grep: process.env.E2E_GREP || '' })
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha)
  for (const define of [defineManifest, defineEditing, definePlanning]) define()
  const titles: string[] = []
  mocha.suite.eachTest(test => titles.push(test.fullTitle()))
  const tests: Result[] = []
  const keep = () => {
    if (process.env.E2E_RESULTS !== undefined)
      fs.writeFileSync(process.env.E2E_RESULTS, JSON.stringify({ titles, tests }))
  }
  const note = (result: Result) => {
    tests.push(result)
    keep()
  }
  keep()
  const failures = await new Promise<number>(resolve => {
    const runner = mocha.run(resolve)
    runner.on('pass', test => note({ title: test.fullTitle(), state: 'passed' }))
    runner.on('pending', test => note({ title: test.fullTitle(), state: 'pending' }))
    runner.on('fail', (test, error: Error) =>
      note({ title: test.fullTitle(), state: 'failed', error: error.stack ?? error.message }),
    )
  })
  if (tests.length === 0) throw new Error('No test ran.')
  if (failures > 0) throw new Error(`${failures} of ${tests.length} tests failed.`)
}
