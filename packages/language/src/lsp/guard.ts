import { isOperationCancelled } from 'langium'
import { ResponseError } from 'vscode-languageserver'

/** Where a language server tells of its own mistakes. */
export interface Log {
  error(message: string): void
}

/**
 * A provider whose mistakes are logged and answered with nothing, so that a half-typed file never breaks the editor.
 * Cancelling and answers that are meant as errors pass through.
 */
export const guard = <T extends object>(name: string, log: Log, provider: T): T => {
  const failed = (member: string, error: unknown): undefined => {
    if (isOperationCancelled(error) || error instanceof ResponseError) throw error
    log.error(`${name}.${member} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return undefined
  }
  return new Proxy(provider, {
    get: (target, member) => {
      const value: unknown = Reflect.get(target, member, target)
      if (typeof value !== 'function') return value
      return (...args: unknown[]): unknown => {
        try {
          const answer: unknown = value.apply(target, args)
          return answer instanceof Promise ? answer.catch((error: unknown) => failed(String(member), error)) : answer
        } catch (error) {
          return failed(String(member), error)
        }
      }
    },
  })
}
