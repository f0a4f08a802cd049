import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { newPage, type Observed } from '../harness/browser.ts'
import { out, root, vsix } from '../harness/places.ts'
import { profile } from '../harness/profile.ts'
import { type Report, Stopped } from '../harness/report.ts'
import { install, type Server, start } from '../harness/server.ts'
import { Workbench } from '../harness/workbench.ts'
import { deployStory } from './deploy.ts'
import { repairStory } from './repair.ts'
import { sources } from './sources.ts'
import { writeStory } from './write.ts'

/** What a story of a user has at hand. */
export interface Scene {
  readonly report: Report
  readonly workbench: Workbench
  /** The opened folder. */
  readonly workspace: string
  /** Keeps a picture of the window. */
  picture(name: string): Promise<void>
}

const keepImage = (picture: string): void => {
  const images = path.join(root, 'docs/images')
  fs.mkdirSync(images, { recursive: true })
  fs.copyFileSync(path.join(out, picture), path.join(images, 'vscode.png'))
}

/** A person opens the example, repairs a finding, plans and deploys: everything through keys and clicks. */
export const userStory = async (report: Report, browser: Browser, options: { readonly updateImages: boolean }) => {
  const clean = profile(sources)
  let server: Server | undefined
  let observed: Observed | undefined
  try {
    install(clean, vsix)
    server = await start(clean)
    observed = await newPage(browser, server)
    const { page } = observed
    const workbench = new Workbench(page)
    const picture = async (name: string) => void (await page.screenshot({ path: path.join(out, `${name}.png`) }))
    const scene: Scene = { report, workbench, workspace: clean.workspace, picture }
    const { url } = server
    await report.step('VS Code opens the example', () => workbench.open(url, clean.workspace))
    await repairStory(scene)
    await writeStory(scene)
    await deployStory(scene)
    await report.step('nothing has left this machine', async () => assert.deepEqual(observed?.outside, []))
    if (options.updateImages) keepImage('6-plan.png')
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    await observed?.page.screenshot({ path: path.join(out, 'failed.png') }).catch(() => {})
    console.log(`          what the window showed is in ${path.relative(root, out)}/failed.png`)
  } finally {
    await observed?.page.context().close()
    await server?.stop()
    keepLogs(clean.root)
    clean.remove()
  }
}

const keepLogs = (profileRoot: string): void => {
  const logs = fs
    .readdirSync(profileRoot, { recursive: true, encoding: 'utf8' })
    .filter(file => /(^server|Entitle)\.log$/.test(file))
  for (const log of logs) fs.copyFileSync(path.join(profileRoot, log), path.join(out, `user-${path.basename(log)}`))
}
