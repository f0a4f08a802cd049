import fs from 'node:fs'
import path from 'node:path'
import { createVSIX } from '@vscode/vsce'
import { entries } from './build-entries.ts'
import { thirdPartyNotices } from './third-party-notices.ts'

// `npm run package`: the built extension as packages/extension/entitle.vsix. What goes in stands in its .vscodeignore.

const root = path.resolve(import.meta.dirname, '..')
const extension = path.join(root, 'packages/extension')
const bundles = entries.filter(({ out }) => out.startsWith('packages/extension/'))

const missing = bundles.filter(({ out }) => !fs.existsSync(path.join(root, out)))
if (missing.length > 0) {
  console.error(`${missing.map(({ out }) => out).join(', ')} is not built yet. Run: npm run build`)
  process.exit(1)
}
fs.writeFileSync(path.join(extension, 'dist/third-party-notices.txt'), await thirdPartyNotices(root, bundles))
await createVSIX({
  cwd: extension,
  packagePath: path.join(extension, 'entitle.vsix'),
  dependencies: false,
  allowMissingRepository: true,
})
