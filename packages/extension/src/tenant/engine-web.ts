/** The engine in a browser: its sandbox answers this window only. */
export type EngineInBrowser = typeof import('./engine-web.ts')

export * from './engine.ts'
export { startSandbox } from './run-sandbox-in-memory.ts'
