#!/usr/bin/env node
import module from 'node:module'

const needed = [22, 13] as const
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  process.stderr.write(`Entitle needs Node ${needed.join('.')} or newer; this is ${process.versions.node}.\n`)
  process.exit(64)
}
module.enableCompileCache?.()

const { nodePorts } = await import('./edge/ports.ts')
const { run } = await import('./run.ts')

// The first Ctrl-C cancels in good order, a second one at once.
const interruption = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (interruption.signal.aborted) process.exit(130)
    interruption.abort()
  })
// Whoever reads our output may stop reading: `entitle check | head`.
process.stdout.on('error', error => process.exit('code' in error && error.code === 'EPIPE' ? 0 : 70))

const exitCode = await run(process.argv.slice(2), nodePorts(interruption.signal))
await new Promise<void>(resolve => process.stdout.write('', () => resolve()))
process.exit(exitCode)
