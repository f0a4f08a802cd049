// Runs `npm <arguments>`, after installing what is missing. Plain JavaScript: it runs before anything is installed, on Node 20.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const modules = path.join(root, 'node_modules')
const stamp = path.join(modules, '.entitle-lock')
const lock = createHash('sha256')
  .update(fs.readFileSync(path.join(root, 'package-lock.json')))
  .digest('hex')

/** @param {string[]} arguments_ */
const npm = arguments_ => {
  // npm names its own script, so that the same npm is used whatever the PATH says, and no shell is needed on Windows.
  const script = process.env.npm_execpath
  const isScript = script !== undefined && /\.c?js$/.test(script)
  const run = isScript
    ? spawnSync(process.execPath, [script, ...arguments_], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', arguments_, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (run.error !== undefined) {
    console.error(`npm could not be started: ${run.error.message}`)
    return 1
  }
  return run.status ?? 1
}

/** Installed, and from the package-lock.json that is here now. */
const isCurrent = () => {
  const written = path.join(modules, '.package-lock.json')
  if (!fs.existsSync(written)) return false
  if (fs.existsSync(stamp)) return fs.readFileSync(stamp, 'utf8') === lock
  // Installed by hand: npm's own record is newer than the lock file where they agree.
  return fs.statSync(written).mtimeMs >= fs.statSync(path.join(root, 'package-lock.json')).mtimeMs
}

if (!isCurrent()) {
  console.error('Installing what Entitle needs into node_modules (npm ci); the first time this takes a minute or two.')
  const status = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (status !== 0) {
    console.error('npm ci failed; its own words are above. Nothing else was run.')
    process.exit(status)
  }
  fs.writeFileSync(stamp, lock)
}
process.exit(npm(process.argv.slice(2)))
