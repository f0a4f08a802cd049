/** The engine on a machine: its sandbox is kept in a file, and answers other programs too. */
export type EngineOnMachine = typeof import('./engine-node.ts')

export * from './engine.ts'
export { startSandbox } from './run-sandbox.ts'
