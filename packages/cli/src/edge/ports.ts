import { nodeFileSystem, systemClock } from '@entitle/graph/node'
import { failureOf } from '../failure.ts'
import type { Ports } from '../ports.ts'
import { nodeTerminal } from './terminal.ts'

/** The world as Node shows it, seen from a folder. */
export const nodePorts = (cancelled: AbortSignal, folder = process.cwd()): Ports => {
  const terminal = nodeTerminal(cancelled)
  // Loaded when a command needs a tenant: `entitle --help` should not wait for it.
  const tenants = async () => (await import('./tenants.ts')).nodeTenants(text => terminal.writeError(text))
  const sandboxes = async () => (await import('./running-sandbox.ts')).nodeSandboxes
  const ports: Ports = {
    terminal,
    files: nodeFileSystem,
    clock: systemClock,
    cache: async () => (await import('./cache.ts')).nodeCache(process.argv[1] ?? ''),
    tenants: {
      open: async target => (await tenants()).open(target),
      knock: async (target, signal) => (await tenants()).knock(target, signal),
      serve: async options => (await tenants()).serve(options),
    },
    sandboxes: {
      open: async (file, missing) => (await sandboxes()).open(file, missing),
      running: async file => (await sandboxes()).running(file),
      startAside: async (file, options) => (await sandboxes()).startAside(file, options),
      stop: async (file, running) => (await sandboxes()).stop(file, running),
    },
    folder,
    cancelled,
    serveLanguage: async () => {
      // The server takes its way to talk from the command line; standard input and output are the only one here.
      if (!process.argv.includes('--stdio')) process.argv.push('--stdio')
      const { serve } = await import('@entitle/language/server')
      serve()
      await new Promise<void>(resolve => process.stdin.once('close', resolve))
    },
    serveAgents: async tools => {
      const { serveAgents } = await import('./serve-agents.ts')
      await serveAgents(tools, cancelled, async error => (await failureOf(error, ports)).message)
    },
  }
  return ports
}
