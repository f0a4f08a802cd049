import { spawnSync } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { helpOf } from '../src/program.ts'

const bin = path.resolve(import.meta.dirname, '../src/bin.ts')
const entitle = (...argv: string[]) => {
  const env = { ...process.env, NO_COLOR: '1', NODE_NO_WARNINGS: '1' }
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...argv], {
    encoding: 'utf8',
    cwd: os.tmpdir(),
    env,
  })
  return { stdout, stderr, status }
}

describe('the program', () => {
  it('prints help on standard output and ends with 0', () => {
    expect(entitle('--help')).toEqual({ stdout: helpOf(), stderr: '', status: 0 })
    expect(entitle('plan', '--help')).toEqual({ stdout: helpOf('plan'), stderr: '', status: 0 })
  })

  it('prints help and ends with 64 where nothing was typed', () => {
    const { stdout, stderr, status } = entitle()
    expect(`${stdout}${stderr}`).toContain('Usage: entitle <command>')
    expect(status).toBe(64)
  })

  it('says on standard error what is wrong, in one line', () => {
    expect(entitle('check', 'no-such-folder')).toEqual({
      stdout: '',
      stderr: '✗ There is no file or folder no-such-folder.\n',
      status: 64,
    })
  })

  it('prints no colours into a pipe', () => {
    expect(entitle('chekc').stderr).not.toContain('\u001b')
  })
})
