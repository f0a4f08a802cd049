import type { Engine } from './engine.ts'

/** Returns the engine, which is read from its file the first time that a command needs it. */
export const lazyEngine = (file: string): (() => Engine) => {
  let engine: Engine | undefined
  return () => {
    engine ??= require(file) as Engine
    return engine
  }
}
