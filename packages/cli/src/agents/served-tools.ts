import { accessText, rulesText } from '@entitle/language'
import { agentTools } from '@entitle/language/agents'
import { check } from '../commands/check.ts'
import { plan } from '../commands/plan.ts'
import type { Ports } from '../ports.ts'
import { unusable } from '../refusal.ts'
import { openSources } from '../sources/open-sources.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { captured } from './captured.ts'
import { newPackage } from './new-package.ts'
import type { ServedTool } from './served-tool.ts'

/** The tools over these sources. `plan` reads the tenant that the person named who started the server, and no other. */
export const servedTools = (options: TenantArguments, ports: Ports): readonly ServedTool[] => {
  const plain = { ...options, format: 'human', verbose: false } as const
  return [
    {
      ...agentTools.check,
      run: (_, signal) => captured(ports, signal, place => check({ ...plain, cache: true }, place)),
    },
    {
      ...agentTools.explainAccess,
      async run({ package: named }) {
        const sources = await openSources(plain, ports)
        return accessText(sources.program, typeof named === 'string' ? named : undefined)
      },
    },
    { ...agentTools.listRules, run: async () => rulesText() },
    {
      ...agentTools.plan,
      async run(_, signal) {
        if (options.sandbox === undefined && options.tenant === undefined) throw unusable(noTenant)
        return captured(ports, signal, place => plan({ ...plain, prune: false, endAssignments: false }, place))
      },
    },
    { ...agentTools.newPackage, run: ({ answers }) => newPackage(plain, answersIn(answers), ports) },
  ]
}

const noTenant =
  'This server was started without a tenant, so it reads none. Whoever set it up starts it with `entitle mcp --sandbox`, or with `entitle mcp --tenant NAME`.'

const answersIn = (given: unknown): { readonly [id: string]: string } =>
  Object.fromEntries(
    Object.entries(typeof given === 'object' && given !== null ? given : {}).map(([id, answer]) => [
      id,
      String(answer),
    ]),
  )
