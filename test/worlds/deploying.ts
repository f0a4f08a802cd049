import { systemClock } from '@entitle/graph/node'
import { declared } from './every-kind.ts'
import { deploy, troubles } from './rehearsal.ts'
import { servedSandboxTransport } from './sandbox-transport.ts'

/** A program: `node deploying.ts <url of a sandbox> <tenant id>` deploys what is declared and says what came of it. */
const [url = '', tenantId = ''] = process.argv.slice(2)
const { outcome } = await deploy(servedSandboxTransport(url, tenantId), systemClock, declared(), tenantId)
process.stdout.write(`${outcome.status} ${JSON.stringify(troubles(outcome))}`)
