import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const folder = path.resolve(import.meta.dirname, 'peers')

/** Where yaml-language-server starts, installed from the pinned lock file when it isn't there yet. */
export const yamlLanguageServer = (): string => {
  const server = path.join(folder, 'node_modules/yaml-language-server/bin/yaml-language-server')
  if (!fs.existsSync(server)) {
    const { status, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`yaml-language-server can't be installed to measure beside it:\n${stderr}`)
  }
  return server
}
