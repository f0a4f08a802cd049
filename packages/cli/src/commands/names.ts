import { type NameQuery, permissionsToName, suggestNames } from '@entitle/graph'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { graphKind, isNameKind, type NameKind, nameKinds } from '../name-kinds.ts'
import type { Ports } from '../ports.ts'
import { Refusal, unusable } from '../refusal.ts'
import { sourcesIfAny } from '../sources/open-sources.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { meantTenant, unknownTenant } from '../tenants/meant-tenant.ts'
import { reading } from '../tenants/reading.ts'
import { requireSandbox } from '../tenants/require-sandbox.ts'
import { listed } from '../views/counted.ts'
import { namesJson, namesText } from '../views/names.ts'
import { printable, printableText } from '../views/printable.ts'
import { openSession, type Session } from './prepare.ts'

export interface NamesArguments extends TenantArguments {
  readonly kind: string
  /** How the name, or a word in it, begins; empty: any. */
  readonly beginning: string
  /** For roles: the display name of their application. */
  readonly of?: string
  readonly limit?: number
}

/** Finds names of the directory as sources write them. Writes nothing. */
export const names = async (options: NamesArguments, ports: Ports): Promise<ExitCode> => {
  const { kind, query } = queryOf(options)
  const { home, sources } = await sourcesIfAny(options, ports)
  const identity = meantTenant(options, sources?.tenants() ?? [], 'look into') ?? unknownTenant
  await requireSandbox(options, home, ports)
  const [permission = ''] = permissionsToName(query.kind)
  const wanted = { identity, seed: { objects: [] }, home, permissions: [permission] }
  const session = await openSession(options, wanted, ports)
  try {
    const found = await reading(session, ports, () => suggestNames(session.transport, query, ports.cancelled))
    if ('failure' in found) throw notRead(session, permission, found.failure)
    const view = { ...found, kind, beginning: options.beginning, title: session.chosen.title, ...ofApp(options) }
    ports.terminal.write(options.format === 'json' ? namesJson(view) : namesText(printable(view), ports.terminal))
    return exitCodes.fine
  } finally {
    await session.close()
  }
}

/** @throws {Refusal} where it can't be told what is meant. */
const queryOf = ({ kind, beginning, of, limit }: NamesArguments): { kind: NameKind; query: NameQuery } => {
  if (!isNameKind(kind)) throw unusable(`${printableText(kind)} is none of ${listed([...nameKinds])}.`)
  if (limit === 0) throw unusable('--limit takes a whole number from 1 to 100.')
  const rest = { prefix: beginning, ...(limit === undefined ? {} : { limit }) }
  if (kind === 'role') {
    if (of === undefined)
      throw unusable('Roles belong to an application: say which with --of, as in entitle names role --of Salesforce.')
    return { kind, query: { kind, of, ...rest } }
  }
  if (of !== undefined) throw unusable('--of names the application whose roles are meant: it goes with role only.')
  return { kind, query: { kind: graphKind(kind), ...rest } }
}

const ofApp = ({ of }: NamesArguments) => (of === undefined ? {} : { of })

const notRead = (
  { chosen }: Session,
  permission: string,
  { status, message }: { readonly status: number; readonly message: string },
): Refusal =>
  new Refusal(
    status === 403
      ? `You have no permission to look up such names in ${chosen.title} (403). It takes ${permission}. Nothing was changed.`
      : `Names of ${chosen.title} cannot be read: ${printableText(message) || 'Microsoft Graph did not say why'} (${status}). Nothing was changed.`,
  )
