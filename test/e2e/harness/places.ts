import os from 'node:os'
import path from 'node:path'

/** The repository's root. */
export const root = path.resolve(import.meta.dirname, '../../..')
/** Screenshots and logs of the last run. */
export const out = path.join(root, 'test/e2e/out')
/** The packaged extension that is tested. */
export const vsix = path.join(root, 'packages/extension/entitle.vsix')

const cache = path.resolve(process.env.E2E_CACHE ?? path.join(os.homedir(), '.cache/entitle-e2e'))

/** Where `install.sh` put VS Code, and the Node that runs it. */
export const vscode = {
  cache,
  node: path.join(cache, 'node24'),
  server: path.join(cache, 'code-server/node_modules/code-server/out/node/entry.js'),
}
