import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import type { Step } from '../harness/attempt.ts'
import { root, vsix } from '../harness/places.ts'
import { profile } from '../harness/profile.ts'
import type { Story } from '../harness/report.ts'
import { install } from '../harness/server.ts'

const kilobyte = 1024
const largest = 3 * 1024 * kilobyte

/** What VS Code reads when a file is opened, and when a tenant is first needed: more than this is noticed. */
const budgets = {
  'extension.cjs': 700 * kilobyte,
  'server.cjs': 2200 * kilobyte,
  'engine.cjs': 1000 * kilobyte,
  'extension-web.js': 700 * kilobyte,
  'engine-web.js': 1300 * kilobyte,
  'server-web.js': 2200 * kilobyte,
}

/** The files of the installed extension, as `packaged-files.txt` lists them. */
const installedFiles = (extensions: string): readonly string[] => {
  const [folder] = fs.readdirSync(extensions).filter(name => name.startsWith('entitle.entitle-'))
  assert.ok(folder, 'the extension has a folder')
  return fs
    .readdirSync(path.join(extensions, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name !== '.vsixmanifest')
    .map(entry => path.relative(path.join(extensions, folder), path.join(entry.parentPath, entry.name)))
    .map(file => file.replaceAll(path.sep, '/'))
    .sort()
}

/** The VSIX holds what it should, nothing else, and is small. */
const steps: readonly Step<undefined>[] = [
  {
    name: 'the VSIX is smaller than 3 MB',
    act: async () => {
      const { size } = fs.statSync(vsix)
      assert.ok(size < largest, `${size} bytes`)
    },
  },
  {
    name: 'each bundle is within its budget',
    act: async () => {
      for (const [name, budget] of Object.entries(budgets)) {
        const { size } = fs.statSync(path.join(root, 'packages/extension/dist', name))
        assert.ok(size < budget, `${name} has ${size} bytes, ${budget} are allowed`)
      }
    },
  },
  {
    name: 'the VSIX installs, with exactly the files that are listed',
    act: async () => {
      const clean = profile([])
      try {
        fs.mkdirSync(clean.workspace, { recursive: true })
        install(clean, vsix)
        const listed = fs.readFileSync(path.join(root, 'test/e2e/packaged-files.txt'), 'utf8').trim().split('\n')
        assert.deepEqual(installedFiles(clean.extensions), listed)
      } finally {
        clean.remove()
      }
    },
  },
]

export const packageStory: Story = {
  name: 'package',
  steps: steps.map(({ name }) => name),
  tell: attempt => attempt.take(steps, undefined),
}
