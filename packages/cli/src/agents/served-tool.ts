import type { AgentTool } from '@entitle/language/agents'

/** A tool, and what it does. */
export interface ServedTool extends AgentTool {
  /** @throws {Refusal} with a sentence for whoever called it. */
  run(input: { readonly [name: string]: unknown }, signal: AbortSignal): Promise<string>
}
