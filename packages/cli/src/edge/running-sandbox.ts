import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningSandbox, Sandboxes } from '../ports.ts'
import { Refusal, unusable } from '../refusal.ts'
import { runningFrom } from './running-note.ts'
import { makeFolder, openSandboxFile } from './sandbox-file.ts'

const patience = 20_000
const step = 50

export const nodeSandboxes: Sandboxes = {
  async open(file, missing) {
    if (file === ':memory:') throw unusable('A sandbox in memory is gone when its process ends. Name its file instead.')
    if (missing === 'refuse' && !fs.existsSync(file))
      throw unusable(`There is no sandbox at ${file}. Make one with entitle sandbox start, or name its file.`)
    return openSandboxFile(file, {}, undefined)
  },
  running: runningFrom,
  async startAside(file, { port, latencyMs, readDelayMs, tenant }) {
    const options = ['--port', port, '--latency', latencyMs, '--read-delay', readDelayMs].map(String)
    const named = tenant === undefined ? [] : ['--tenant', tenant]
    const program = process.argv[1] ?? ''
    const log = `${file}.log`
    makeFolder(path.dirname(file))
    const errors = fs.openSync(log, 'w')
    const child = spawn(
      process.execPath,
      [...process.execArgv, program, 'sandbox', 'start', ...options, ...named, file],
      { detached: true, stdio: ['ignore', 'ignore', errors] },
    )
    fs.closeSync(errors)
    child.unref()
    const running = await answering(file, child)
    if (running !== undefined) return running
    if (child.exitCode === null) child.kill()
    const why = fs.readFileSync(log, 'utf8').trim().replace(/^✗ /, '')
    throw new Refusal(why === '' ? `The sandbox did not start within ${patience / 1000} seconds.` : why)
  },
  async stop(file, { pid, url }) {
    end(pid, url)
    for (let waited = 0; waited < patience; waited += step) {
      if (!isAlive(pid)) return
      await sleep(step)
    }
    throw new Refusal(
      `The sandbox at ${url} (process ${pid}) is still busy. Its file ${file} loses nothing when you end it.`,
    )
  },
}

/** The sandbox of a file, once the child that serves it answers; undefined when it ended or took too long. */
const answering = async (file: string, child: ChildProcess): Promise<RunningSandbox | undefined> => {
  for (let waited = 0; waited < patience && child.exitCode === null; waited += step) {
    const running = await runningFrom(file)
    if (running !== undefined && running.pid === child.pid) return running
    await sleep(step)
  }
  return undefined
}

/** Asks a process to end. One that has ended meanwhile is as good. */
const end = (pid: number, url: string): void => {
  try {
    process.kill(pid, 'SIGTERM')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ESRCH') return
    throw new Refusal(`The sandbox at ${url} is the process ${pid} of somebody else, who alone can end it.`)
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
