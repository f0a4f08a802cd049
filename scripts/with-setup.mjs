// Runs `npm <arguments>`, after installing what is missing. Plain JavaScript: it runs before anything is installed, on Node 20.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/**
 * @param {string[]} words
 * @param {'inherit' | 'ignore'} stdio
 */
const npm = (words, stdio = 'inherit') => {
  // npm names its own script, so that the same npm is used whatever the PATH says, and no shell is needed on Windows.
  const script = process.env.npm_execpath
  const options = { cwd: root, stdio }
  const run =
    script !== undefined && /\.c?js$/.test(script)
      ? spawnSync(process.execPath, [script, ...words], options)
      : spawnSync('npm', words, { ...options, shell: process.platform === 'win32' })
  if (run.error !== undefined) console.error(`npm could not be started: ${run.error.message}`)
  return run.status ?? 1
}

/** The packages of a lock file by their place; none where there is no such file. */
const packagesIn = file => {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

/** Everything that package-lock.json names is installed in its version; what only other machines need doesn't count. */
const isInstalled = () => {
  const installed = packagesIn('node_modules/.package-lock.json')
  return Object.entries(packagesIn('package-lock.json')).every(
    ([place, { version, link, optional, devOptional }]) =>
      !place.startsWith('node_modules/') ||
      link === true ||
      optional === true ||
      devOptional === true ||
      installed[place]?.version === version,
  )
}

if (!isInstalled()) {
  console.error('Installing what Entitle needs into node_modules; the first time this takes a minute or two.')
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  // `install --no-save` too installs what the lock file says, and copes with one that names fewer kinds of machines than npm knows.
  const isComplete = npm(['ci', '--dry-run', ...quiet], 'ignore') === 0
  const status = npm([...(isComplete ? ['ci'] : ['install', '--no-save']), ...quiet])
  if (status !== 0) {
    console.error('Installing failed; npm has said why above. Nothing else was run.')
    process.exit(status)
  }
}
process.exit(npm(process.argv.slice(2)))
