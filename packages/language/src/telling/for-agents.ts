/** What every server of agents says alike. It reads no sources, so that an extension which is always there stays small. */
export { type AgentTool, agentTools } from './agent-tools.ts'
export { interviewText } from './interview-text.ts'
