import { OperationCancelled } from 'langium'
import { expect, it } from 'vitest'
import { ResponseError } from 'vscode-languageserver'
import { guard } from '../../src/lsp/guard.ts'

const refusal = new ResponseError(-32602, 'no such name')
class Provider {
  readonly options = { a: 1 }
  #count = 0
  works(by: number) {
    this.#count += by
    return this.#count
  }
  throws(): number {
    throw new Error('boom')
  }
  async rejects(): Promise<number> {
    throw new Error('bang')
  }
  refuses(): number {
    throw refusal
  }
  async cancels(): Promise<number> {
    throw OperationCancelled
  }
}

it('lets everything through but mistakes, which it logs', async () => {
  const log: string[] = []
  const guarded = guard('Test', { error: message => log.push(message) }, new Provider())
  expect(guarded.options).toEqual({ a: 1 })
  expect([guarded.works(1), guarded.works(2)]).toEqual([1, 3])
  expect(guarded.throws()).toBeUndefined()
  expect(await guarded.rejects()).toBeUndefined()
  expect(log.map(message => message.split('\n')[0])).toEqual([
    'Test.throws failed: Error: boom',
    'Test.rejects failed: Error: bang',
  ])
  expect(() => guarded.refuses()).toThrow(refusal)
  await expect(guarded.cancels()).rejects.toBe(OperationCancelled)
  expect(log).toHaveLength(2)
})
