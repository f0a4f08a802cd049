export type { Lookup, Probe, Settle, Where } from '../kinds/settle.ts'
