import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce'
import { entries } from './build-entries.ts'
import { addressOfPictures, packagedReadme } from './packaged-readme.ts'
import { thirdPartyNotices } from './third-party-notices.ts'

// `npm run package [-- --images https://…]`: the built extension as packages/extension/entitle.vsix. What goes in stands in its .vscodeignore.

const root = path.resolve(import.meta.dirname, '..')
const extension = path.join(root, 'packages/extension')
const bundles = entries.filter(({ out }) => out.startsWith('packages/extension/'))

const refuse = (reason: string): never => {
  console.error(reason)
  process.exit(1)
}

/** Packages copies of the files, in which the README is as it is shown. */
const packageCopy = async (pictures: URL | undefined): Promise<void> => {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'entitle-vsix-'))
  try {
    const files = await listFiles({ cwd: extension, packageManager: PackageManager.None })
    for (const file of [...files, '.vscodeignore']) fs.cpSync(path.join(extension, file), path.join(copy, file))
    const readme = fs.readFileSync(path.join(extension, 'README.md'), 'utf8')
    fs.writeFileSync(path.join(copy, 'README.md'), packagedReadme(readme, pictures))
    const packagePath = path.join(extension, 'entitle.vsix')
    await createVSIX({ cwd: copy, packagePath, dependencies: false, allowMissingRepository: true })
  } finally {
    fs.rmSync(copy, { recursive: true })
  }
}

const pictures = () => {
  try {
    const { values } = parseArgs({ options: { images: { type: 'string' } } })
    return values.images === undefined ? undefined : addressOfPictures(values.images)
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}

const published = pictures()
const missing = bundles.filter(({ out }) => !fs.existsSync(path.join(root, out)))
if (missing.length > 0) refuse(`${missing.map(({ out }) => out).join(', ')} is not built yet. Run: npm run build`)
fs.writeFileSync(path.join(extension, 'dist/third-party-notices.txt'), await thirdPartyNotices(root, bundles))
await packageCopy(published)
if (published === undefined)
  console.log(
    'The README in it is without pictures. To publish, name the address where they are: npm run package -- --images https://…',
  )
