import type { EngineOnMachine } from './engine-node.ts'
import type { EngineInBrowser } from './engine-web.ts'

/** Returns the engine, which is read from its file the first time that a command needs it. */
export const engineFile = (file: string) => async (): Promise<EngineOnMachine> => require(file)

/** Returns the engine, which is fetched the first time that a command needs it. @param script gives its address */
export const engineModule = (script: () => Promise<string>) => async (): Promise<EngineInBrowser> =>
  import(await script())
