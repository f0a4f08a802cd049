import fs from 'node:fs'
import path from 'node:path'
import { createVSIX } from '@vscode/vsce'

const common = { publisher: 'entitle-tests', version: '0.0.0', license: 'MIT', engines: { vscode: '^1.101.0' } }

/** Packages an extension of one script, that stands in for something of VS Code's. Returns its file. */
export const packageExtension = async (
  into: string,
  manifest: { readonly name: string; readonly [property: string]: unknown },
  script: string,
): Promise<string> => {
  const folder = path.join(into, manifest.name)
  fs.mkdirSync(folder, { recursive: true })
  const files = {
    'package.json': JSON.stringify({ ...common, ...manifest }),
    'extension.js': script,
    LICENSE: 'MIT',
    '.vscodeignore': '',
  }
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text)
  const packagePath = path.join(into, `${manifest.name}.vsix`)
  await createVSIX({
    cwd: folder,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    allowStarActivation: true,
  })
  return packagePath
}
