import { type ChildProcess, spawn } from 'node:child_process'

/** A process that we started with everything that it starts; `stop` ends them all. */
export interface ProcessGroup {
  readonly child: ChildProcess
  readonly exited: Promise<number | null>
  stop(): Promise<void>
}

const delay = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Starts a program as the leader of a process group of its own; it never outlives this process. */
export const startGroup = (
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): ProcessGroup => {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('exit', resolve)
    child.once('error', reject)
  })
  const signal = (name: NodeJS.Signals | 0): boolean => {
    if (child.pid === undefined) return false
    try {
      return process.kill(-child.pid, name)
    } catch {
      return false
    }
  }
  const atExit = () => void signal('SIGKILL')
  process.once('exit', atExit)
  const stop = async () => {
    signal('SIGTERM')
    for (let tenths = 0; tenths < 20 && signal(0); tenths += 1) await delay(100)
    signal('SIGKILL')
    await exited
    process.off('exit', atExit)
  }
  return { child, exited, stop }
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => process.exit(130))
