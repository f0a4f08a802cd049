import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { startBrowser } from './harness/browser.ts'
import { out, root, vscode } from './harness/places.ts'
import { Report } from './harness/report.ts'
import { hostStory } from './stories/host.ts'
import { packageStory } from './stories/package.ts'
import { userStory } from './stories/user.ts'

// `npm run test:e2e [-- --update-images] [-- --only package|user|host]`: the packaged extension in a real VS Code.

const flag = (name: string) => process.argv.includes(name)
const only = flag('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined
const wanted = (name: string) => only === undefined || only === name

const sh = (command: string, ...args: readonly string[]): void => {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${[path.basename(command), ...args].join(' ')} ended with ${status}.`)
}

const report = new Report()
fs.rmSync(out, { recursive: true, force: true })
fs.mkdirSync(out, { recursive: true })
await report.story(async () => {
  await report.step('VS Code is there', async () => sh('bash', 'test/e2e/install.sh', vscode.cache))
  await report.step('the extension is built and packaged', async () => {
    sh(process.execPath, 'scripts/build.ts')
    sh(process.execPath, 'scripts/package-vsix.ts')
  })
  if (wanted('package')) await report.story(() => packageStory(report))
  const browser = await startBrowser()
  try {
    if (wanted('user')) await report.story(() => userStory(report, browser, { updateImages: flag('--update-images') }))
    if (wanted('host')) await report.story(() => hostStory(report, browser))
  } finally {
    await browser.close()
  }
})
process.exit(report.end())
