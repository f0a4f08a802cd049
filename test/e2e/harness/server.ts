import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { vscode } from './places.ts'
import { startGroup } from './process-group.ts'
import type { Profile } from './profile.ts'

/** A running VS Code server with its extension host. */
export interface Server {
  readonly url: string
  /** Host and port, the authority of `vscode-remote:` addresses. */
  readonly authority: string
  stop(): Promise<void>
}

/** Installs a packaged extension into a profile as a user would. */
export const install = (profile: Profile, vsix: string): void => {
  const args = [vscode.server, ...profile.flags, '--install-extension', vsix, '--force']
  const run = spawnSync(vscode.node, args, { env: profile.env, encoding: 'utf8', timeout: 180_000 })
  if (run.status !== 0 || !run.stdout.includes('successfully installed'))
    throw new Error(`${vsix} could not be installed (status ${run.status})\n${run.stdout}${run.stderr}`)
}

const switches = [
  ['--bind-addr', '127.0.0.1:0', '--auth', 'none', '--disable-proxy', '--disable-telemetry', '--disable-update-check'],
  ['--disable-getting-started-override'],
  // Should this process be killed outright, the server still ends itself.
  ['--idle-timeout-seconds', '300'],
].flat()

/** Starts a server on a free loopback port; `options` go on to VS Code. */
export const start = (profile: Profile, options: readonly string[] = []): Promise<Server> => {
  const args = [vscode.server, ...profile.flags, ...switches, ...options.flatMap(option => ['--vscode-option', option])]
  const { child, exited, stop } = startGroup(vscode.node, args, { cwd: profile.workspace, env: profile.env })
  const log = path.join(profile.root, 'server.log')
  return new Promise((resolve, reject) => {
    let said = ''
    const give = (why: string) => stop().finally(() => reject(new Error(`${why}\n${said}`)))
    const timer = setTimeout(() => give('The server did not listen within two minutes.'), 120_000)
    exited.then(
      code => reject(new Error(`The server ended with ${code}.\n${said}`)),
      error => reject(error),
    )
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        fs.appendFileSync(log, chunk)
        said += chunk.toString()
        const listening = /listening on (http:\/\/(127\.0\.0\.1:\d+))/.exec(said)
        if (listening === null) return
        clearTimeout(timer)
        resolve({ url: listening[1] ?? '', authority: listening[2] ?? '', stop })
      })
    exited.finally(() => clearTimeout(timer)).catch(() => {})
  })
}
