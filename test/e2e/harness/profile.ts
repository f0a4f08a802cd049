import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A user who starts VS Code for the first time: own home, settings, extensions, and a workspace that may be changed. */
export interface Profile {
  readonly root: string
  readonly workspace: string
  readonly extensions: string
  readonly env: NodeJS.ProcessEnv
  /** What every start of the server needs. */
  readonly flags: readonly string[]
  remove(): void
}

const settings = {
  'workbench.startupEditor': 'none',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'editor.minimap.enabled': false,
  'workbench.reduceMotion': 'on',
  'window.commandCenter': false,
  'workbench.tree.enableStickyScroll': false,
}

/** Settings of a machine are read from the machine that the window is connected to, not from the user's. */
const scopes = ['User', 'Machine']

/** Variables that would make this VS Code talk to one that we run in. */
const foreign = /^(VSCODE_|CODE_SERVER|CS_|XDG_|NODE_OPTIONS|ELECTRON_|PASSWORD|HASHED_PASSWORD|PORT$)/

/** Writes a fresh profile. Its path is short, because VS Code keeps a Unix socket in it (107 bytes at most). */
export const profile = (workspace: readonly string[], more: { readonly [setting: string]: unknown } = {}): Profile => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'e2e-'))
  const at = (name: string) => path.join(root, name)
  const [home, user, extensions, temporary, folder] = [at('home'), at('user'), at('ext'), at('tmp'), at('contoso')]
  for (const each of [home, ...scopes.map(scope => path.join(user, scope)), extensions, temporary])
    fs.mkdirSync(each, { recursive: true })
  for (const source of workspace) fs.cpSync(source, folder, { recursive: true })
  for (const scope of scopes)
    fs.writeFileSync(path.join(user, scope, 'settings.json'), JSON.stringify({ ...settings, ...more }, null, 2))
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))
  return {
    root,
    workspace: folder,
    extensions,
    env: {
      ...inherited,
      HOME: home,
      TMPDIR: temporary,
      XDG_RUNTIME_DIR: temporary,
      SHELL: '/bin/bash',
      EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    },
    flags: ['--config', '/dev/null', '--user-data-dir', user, '--extensions-dir', extensions],
    remove: () => fs.rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  }
}
