import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

const entries = fs.readdirSync(path.join(root, 'packages')).flatMap(folder => {
  const { name, exports = {} } = JSON.parse(
    fs.readFileSync(path.join(root, 'packages', folder, 'package.json'), 'utf8'),
  )
  return Object.keys(exports).map(entry => path.posix.join(name, entry))
})

/** It takes what is only in browsers; `npm run test:browser` runs it there. */
const notHere = '@entitle/language/server-web'

/** Files that import one another in a circle may be read in any order: which one, the entry decides. Bundlers say nothing of it. */
describe('each entry of a package', () => {
  it.each(entries.filter(entry => entry !== notHere))('%s can be the first that is imported', async entry => {
    const { stdout, stderr } = await run(
      process.execPath,
      ['--no-warnings', '--input-type=module', '-e', `await import('${entry}'); process.exit(0)`],
      { cwd: root },
    )
    expect(stdout + stderr).toBe('')
  })
})
