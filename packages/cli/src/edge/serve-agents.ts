import { fromJsonSchema, McpServer } from '@modelcontextprotocol/server'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import type { ServedTool } from '../agents/served-tool.ts'
import { version } from '../version.ts'

/**
 * Serves tools over the Model Context Protocol on standard input and output until the client leaves or somebody presses Ctrl-C.
 * @param explain what went wrong, in a sentence
 */
export const serveAgents = async (
  tools: readonly ServedTool[],
  cancelled: AbortSignal,
  explain: (error: unknown) => Promise<string>,
): Promise<void> => {
  const handle = serveStdio(() => {
    const server = new McpServer({ name: 'entitle', version })
    for (const tool of tools) register(server, tool, explain)
    return server
  })
  await new Promise<void>(resolve => {
    process.stdin.once('close', resolve)
    process.stdin.once('end', resolve)
    cancelled.addEventListener('abort', () => resolve(), { once: true })
  })
  await handle.close()
}

const register = (server: McpServer, tool: ServedTool, explain: (error: unknown) => Promise<string>): void => {
  const { name, title, description, input, touches } = tool
  const inputSchema = fromJsonSchema<{ readonly [name: string]: unknown }>({ ...input, additionalProperties: false })
  const annotations = {
    readOnlyHint: touches !== 'sources',
    destructiveHint: false,
    idempotentHint: touches !== 'sources',
    openWorldHint: touches === 'tenant',
  }
  server.registerTool(name, { title, description, inputSchema, annotations }, async (given, { mcpReq }) => {
    try {
      return { content: [{ type: 'text', text: await tool.run(given, mcpReq.signal) }] }
    } catch (error) {
      return { content: [{ type: 'text', text: await explain(error) }], isError: true }
    }
  })
}
