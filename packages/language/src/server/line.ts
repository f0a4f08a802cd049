import type { Connection } from 'vscode-languageserver'

/** What answers a request or hears a notification. */
export type Handler = (...args: readonly unknown[]) => unknown

/** A connection as one of several servers behind it sees it: it may send, and what it listens for is kept here. */
export interface Line {
  readonly connection: Connection
  /** By what was called to listen: `onHover`, `languages.inlayHint.on`. */
  readonly handlers: ReadonlyMap<string, Handler>
}

/**
 * A line over `connection`. Only one line should register for what clients send when asked to (changes of files and settings): the
 * others pass `registers: false` and are told by whoever hears it.
 */
export const lineOver = (connection: Connection, { registers }: { readonly registers: boolean }): Line => {
  const handlers = new Map<string, Handler>()
  const along = <T extends object>(target: T, path: string): T =>
    new Proxy(target, {
      get: (_target, member) => {
        const value: unknown = Reflect.get(target, member, target)
        const here = `${path}${String(member)}`
        if (typeof value === 'object' && value !== null) return along(value, `${here}.`)
        if (typeof value !== 'function') return value
        if (/(^|\.)on([A-Z]\w*)?$/.test(here))
          return (handler: Handler) => {
            handlers.set(here, handler)
            return { dispose: () => handlers.delete(here) }
          }
        if (here === 'client.register' && !registers) return async () => ({ dispose: () => undefined })
        return value.bind(target)
      },
      set: (_target, member, value) => Reflect.set(target, member, value, target),
    })
  return { connection: along(connection, ''), handlers }
}

/** Listens on the connection itself for what lines name `onHover` or `languages.inlayHint.on`. */
export const hear = (connection: Connection, what: string, handler: Handler): void => {
  const path = what.split('.')
  const last = path.pop() ?? ''
  const owner = path.reduce<object>((object, member) => Reflect.get(object, member, object) as object, connection)
  const listen: unknown = Reflect.get(owner, last, owner)
  if (typeof listen === 'function') listen.call(owner, handler)
}
