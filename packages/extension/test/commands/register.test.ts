import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { LogOutputChannel } from 'vscode'
import { register } from '../../src/commands/register.ts'
import { Cancelled, Refusal } from '../../src/dialogue/refusal.ts'

const shown: string[] = []
const ran: unknown[][] = []
let choice: string | undefined
let run: (...parameters: unknown[]) => Promise<unknown> = async () => undefined

vi.mock('vscode', () => ({
  commands: {
    registerCommand: (_: string, handler: typeof run) => {
      run = handler
      return { dispose: () => {} }
    },
    executeCommand: async (...words: unknown[]) => void ran.push(words),
  },
  window: {
    showErrorMessage: async (message: string) => {
      shown.push(message)
      return choice
    },
  },
}))

const logged: string[] = []
const log: Partial<LogOutputChannel> = {
  warn: (text: string) => void logged.push(text),
  error: (text: string | Error) => void logged.push(String(text)),
}

/** Runs a command that ends with an error. */
const failWith = async (error: unknown) => {
  register(log as LogOutputChannel, {
    name: 'entitle.plan',
    title: 'Plan',
    run: () => Promise.reject(error),
  })
  expect(await run()).toBeUndefined()
  await Promise.resolve()
}

beforeEach(() => {
  for (const list of [shown, ran, logged]) list.length = 0
  choice = undefined
})

describe('a command that fails', () => {
  it('says nothing of a person who changed their mind', async () => {
    await failWith(new Cancelled())
    expect([shown, logged]).toEqual([[], []])
  })

  it('tells a refusal, and runs the action that is chosen, with what it is given', async () => {
    choice = 'Open Consent Page'
    await failWith(new Refusal('No.', { [choice]: { command: 'vscode.open', arguments: ['https://x'] } }))
    expect(shown).toEqual(['No.'])
    expect(logged).toEqual(['Plan: No.'])
    await vi.waitFor(() => expect(ran).toEqual([['vscode.open', 'https://x']]))
  })

  it('runs an action that is a command alone', async () => {
    choice = 'Show Log'
    await failWith(new Refusal('No.'))
    await vi.waitFor(() => expect(ran).toEqual([['entitle.showLog']]))
  })

  it('has no token in the log or the message, whatever the error holds', async () => {
    const token = 'eyJhbGciOiJSUzI1NiJ9.eyJwbDRudGVkIjoxfQ.c2lnbmF0dXJl'
    const error = new Error(`Authorization: Bearer ${token}, client_secret=pl4nted`)
    error.stack = `Error: ${token}\n    at refresh_token=pl4nted`
    await failWith(error)
    expect([...shown, ...logged].join('\n')).not.toMatch(/eyJ|pl4nted/)
    expect(shown).toEqual(['Plan ended early: Authorization: Bearer … client_secret=…'])
  })
})
