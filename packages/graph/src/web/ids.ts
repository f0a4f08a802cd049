import type { Ids } from '../ports/ports.ts'

/** Random GUIDs. */
export const randomIds: Ids = { next: () => crypto.randomUUID() }
