import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { out, root, vscode } from './harness/places.ts'
import { Report, type Story } from './harness/report.ts'
import { browserStory } from './stories/browser.ts'
import { hostStory } from './stories/host.ts'
import { keyboardStory } from './stories/keyboard.ts'
import { packageStory } from './stories/package.ts'
import { signedInStory } from './stories/signed-in.ts'
import { untrustedStory } from './stories/untrusted.ts'
import { userStory } from './stories/user.ts'
import { virtualStory } from './stories/virtual.ts'
import { walkthroughStory } from './stories/walkthrough.ts'

// `npm run test:e2e [-- --update-images] [-- --only package|walkthrough|user|keyboard|browser|signed-in|untrusted|virtual|host]`: the packaged extension in a real VS Code.

const flag = (name: string) => process.argv.includes(name)
const only = flag('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined

const sh = (command: string, ...args: readonly string[]): void => {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${[path.basename(command), ...args].join(' ')} ended with ${status}.`)
}

const preparations = [
  { name: 'VS Code is there', act: async () => sh('bash', 'test/e2e/install.sh', vscode.cache) },
  {
    name: 'the extension is built and packaged',
    act: async () => {
      sh(process.execPath, 'scripts/build.ts')
      sh(process.execPath, 'scripts/package-vsix.ts')
    },
  },
]
const preparing: Story = {
  name: 'preparation',
  steps: preparations.map(({ name }) => name),
  tell: attempt => attempt.take(preparations, undefined),
}
const all = [
  packageStory,
  walkthroughStory,
  userStory({ updateImages: flag('--update-images') }),
  keyboardStory,
  browserStory,
  signedInStory,
  untrustedStory,
  virtualStory,
  hostStory,
]
const stories = all.filter(({ name }) => only === undefined || only === name)
if (stories.length === 0)
  throw new Error(`There is no story ${only}; there are ${all.map(({ name }) => name).join(', ')}.`)

const report = new Report()
fs.rmSync(out, { recursive: true, force: true })
fs.mkdirSync(out, { recursive: true })
const ready = await report.once(preparing)
for (const story of stories)
  if (ready) await report.story(story)
  else report.skip(story)
process.exit(report.end())
