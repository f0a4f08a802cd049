import type { SandboxOptions } from './options.ts'
import { type LocalSandbox, sandboxUpon } from './sandbox.ts'
import { memoryDocuments } from './store/memory-documents.ts'
import type { SandboxState } from './store/state.ts'

export type { DirectorySeed } from './directory/seed.ts'
export type { LocalSandbox } from './sandbox.ts'
export type { SandboxState } from './store/state.ts'

/** How a sandbox in memory is opened. */
export interface MemorySandboxOptions extends Omit<SandboxOptions, 'database'> {
  /** The tenant as it was exported; what the options say of its name comes first. */
  state?: SandboxState
}

/**
 * Opens a sandbox tenant in memory, which needs no Node: it runs in a browser too. What is to be kept is exported and handed in the next time.
 * Throws a TypeError when the state is of another version.
 */
export function openMemorySandbox({ state, ...options }: MemorySandboxOptions = {}): LocalSandbox {
  const shelf = { documents: memoryDocuments, close: () => {} }
  const tenant = { ...state?.tenant, ...options.tenant }
  const { sandbox } = sandboxUpon(shelf, { ...options, tenant })
  if (state !== undefined) sandbox.import(state)
  return sandbox
}
