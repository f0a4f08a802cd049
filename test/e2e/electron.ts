import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron'
import { bundleSuite } from './harness/bundle-suite.ts'
import { writeCompanion } from './harness/companion.ts'
import { out, root, vsix } from './harness/places.ts'
import { profile } from './harness/profile.ts'
import { sources } from './stories/sources.ts'

/**
 * `npm run test:electron [-- VERSION]`: the suite of the extension host in the desktop's VS Code, for contributors'
 * machines. Downloads VS Code (`stable` unless another version is named); `npm run test:e2e` needs no download.
 */
const version = process.argv[2] ?? 'stable'

const run = (command: string, ...args: readonly string[]): void => {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}.`)
}

fs.mkdirSync(out, { recursive: true })
run(process.execPath, 'scripts/build.ts')
run(process.execPath, 'scripts/package-vsix.ts')
const clean = profile(sources)
try {
  const executable = await downloadAndUnzipVSCode(version)
  const [cli = executable, ...own] = resolveCliArgsFromVSCodeExecutablePath(executable)
  const folders = ['--extensions-dir', clean.extensions, '--user-data-dir', path.join(clean.root, 'user')]
  run(cli, ...own.filter(arg => !/^--(extensions|user-data)-dir/.test(arg)), ...folders, '--install-extension', vsix)
  process.exitCode = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: writeCompanion(clean.root),
    extensionTestsPath: await bundleSuite(),
    launchArgs: [clean.workspace, ...folders, '--disable-workspace-trust'],
    extensionTestsEnv: { E2E_RESULTS: path.join(out, 'electron-results.json') },
  })
} finally {
  clean.remove()
}
