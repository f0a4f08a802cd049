import fs from 'node:fs'
import path from 'node:path'

/** VS Code runs no suite without an extension under development, so there is one that does nothing. Returns its folder. */
export const writeCompanion = (into: string): string => {
  const folder = path.join(into, 'companion')
  fs.mkdirSync(folder, { recursive: true })
  const manifest = { name: 'companion', publisher: 'entitle-tests', version: '0.0.0', engines: { vscode: '^1.101.0' } }
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest))
  return folder
}
