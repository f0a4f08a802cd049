import fs from 'node:fs'
import path from 'node:path'
import type { BrowserContext, PageScreenshotOptions } from 'playwright-core'
import type { Attempt } from '../harness/attempt.ts'
import { newPage, startBrowser } from '../harness/browser.ts'
import { out, root, vsix } from '../harness/places.ts'
import { type Profile, profile } from '../harness/profile.ts'
import { install, type Server, start } from '../harness/server.ts'
import { Workbench } from '../harness/workbench.ts'
import { sources } from './sources.ts'

/** What a story of a user has at hand. */
export interface Scene {
  readonly workbench: Workbench
  /** Where VS Code answers. */
  readonly url: string
  /** The opened folder. */
  readonly workspace: string
  /** The file in it with something to repair. */
  readonly visitors: string
  /** What was asked of other machines. */
  readonly outside: readonly string[]
  /** Keeps a picture of the window, and one of a part of it as NAME-detail. */
  picture(name: string, detail?: Clip): Promise<void>
}

/** A part of the window, in pixels. */
type Clip = NonNullable<PageScreenshotOptions['clip']>

/** What a story wants of its stage beside what every story has. */
export interface Stage {
  /** What is set in VS Code. */
  readonly settings?: { readonly [setting: string]: unknown }
  /** Packages an extension into a folder, to be installed beside Entitle. */
  extensions?(into: string): Promise<string>
  /** Prepares the window before VS Code is opened in it. */
  enter?(context: BrowserContext): Promise<void>
}

/** Sets a stage with a new profile, workspace, server and window, plays on it, and leaves nothing but logs and pictures, called after the story. */
export const withScene = async (
  attempt: Attempt,
  story: string,
  play: (scene: Scene) => Promise<void>,
  stage: Stage = {},
): Promise<void> => {
  const clean = profile(sources, stage.settings)
  try {
    install(clean, vsix)
    if (stage.extensions !== undefined) install(clean, await stage.extensions(clean.root))
    const server = await start(clean)
    try {
      await withWindow(clean, server, story, stage, play)
    } finally {
      await server.stop()
      keepLogs(clean.root, attempt.failure !== undefined && attempt.number === 1 ? `${story}-first` : story)
    }
  } finally {
    clean.remove()
  }
}

const withWindow = async (
  { workspace }: Profile,
  server: Server,
  story: string,
  { enter }: Stage,
  play: (scene: Scene) => Promise<void>,
) => {
  const browser = await startBrowser()
  try {
    const { page, outside } = await newPage(browser, server)
    await enter?.(page.context())
    const take = async (name: string, clip?: Clip) => {
      // A picture shows people what was tested; a machine that is too busy to take one has not failed the test.
      const taken = page.screenshot({ path: path.join(out, `${story}-${name}.png`), ...(clip && { clip }) })
      await taken.catch(() => console.log(`          no picture of ${name} could be taken`))
    }
    const picture = async (name: string, detail?: Clip) => {
      await take(name)
      if (detail !== undefined) await take(`${name}-detail`, detail)
    }
    const visitors = path.join(workspace, 'visitors.entitle')
    await play({ workbench: new Workbench(page), url: server.url, workspace, visitors, outside, picture })
  } finally {
    await browser.close()
  }
}

const keepLogs = (profileRoot: string, as: string): void => {
  const logs = fs
    .readdirSync(profileRoot, { recursive: true, encoding: 'utf8' })
    .filter(file => /(^server|Entitle)\.log$/.test(file))
  for (const log of logs) fs.copyFileSync(path.join(profileRoot, log), path.join(out, `${as}-${path.basename(log)}`))
}

/** Renews a picture of the extension's pages by one that a story took. */
export const keepPicture = (taken: string, picture: string): void =>
  fs.copyFileSync(path.join(out, taken), path.join(root, 'packages/extension', picture))
