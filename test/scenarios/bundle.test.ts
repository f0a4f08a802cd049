import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// The command line as it is shipped: bundled, started by Node, over real HTTP on loopback.

const root = path.resolve(import.meta.dirname, '../..')
const program = path.join(root, 'packages/cli/dist/entitle.mjs')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entitle-bundle-'))
const environment = { ...process.env, NO_COLOR: '1' }

const entitle = (...argv: string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    env: environment,
  })
  return { stdout, stderr, status }
}

/** Starts `entitle sandbox` and returns its URL and a way to press Ctrl-C. */
const startSandbox = async () => {
  const child = spawn(process.execPath, [program, 'sandbox', ':memory:', '--format', 'json'], {
    cwd: folder,
    env: environment,
  })
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  let text = ''
  for await (const part of child.stdout) {
    text += String(part)
    if (text.includes('}')) break
  }
  const { url } = JSON.parse(text) as { url: string }
  return {
    url,
    interrupt: async () => {
      child.kill('SIGINT')
      return ended
    },
  }
}

beforeAll(() => {
  const built = spawnSync(process.execPath, [path.join(root, 'scripts/build.ts'), 'cli'], { encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stderr)
  fs.cpSync(path.join(import.meta.dirname, 'sources/small'), folder, { recursive: true })
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

describe('the bundled command line', () => {
  it('checks', () => {
    const { stdout, stderr, status } = entitle('check')
    expect(stdout).toMatch(/^Nothing to complain about in 2 files \(\d+ ms\)\n$/)
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  })

  it('deploys to a sandbox in a file, which remembers', () => {
    expect(entitle('deploy', '--sandbox', '--yes')).toMatchObject({ stderr: '', status: 0 })
    expect(entitle('plan', '--sandbox')).toMatchObject({ stderr: '', status: 0 })
    expect(fs.existsSync(path.join(folder, '.entitle/sandbox.db'))).toBe(true)
  })

  it('deploys over HTTP to a sandbox that runs, until Ctrl-C', async () => {
    const { url, interrupt } = await startSandbox()
    expect(entitle('plan', '--sandbox', url)).toMatchObject({ stderr: '', status: 2 })
    expect(entitle('deploy', '--sandbox', url, '--yes')).toMatchObject({ stderr: '', status: 0 })
    expect(entitle('drift', '--sandbox', url)).toMatchObject({ stderr: '', status: 0 })
    expect(await interrupt()).toBe(0)
    expect(entitle('plan', '--sandbox', url).status).toBe(3)
  })

  it('leaves a file alone that is no sandbox', () => {
    const file = path.join(folder, 'notes.db')
    fs.writeFileSync(file, 'Buy milk.\n'.repeat(500))
    const { stderr, status } = entitle('plan', '--sandbox=notes.db')
    expect(stderr).toContain('cannot be used as a sandbox: it is not a sandbox file')
    expect(status).toBe(64)
    expect(fs.readFileSync(file, 'utf8')).toBe('Buy milk.\n'.repeat(500))
  })

  it('serves editors', async () => {
    const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { cwd: folder, env: environment })
    const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
    const send = (message: object) => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...message })
      child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
    }
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } })
    let answer = ''
    for await (const part of child.stdout) {
      answer += String(part)
      if (answer.includes('"serverInfo"') || answer.includes('"capabilities"')) break
    }
    expect(answer).toContain('"completionProvider"')
    send({ method: 'exit' })
    child.stdin.end()
    expect(await ended).toBe(1)
  })
})
