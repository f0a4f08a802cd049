import {
  batching,
  type Finding,
  permissionsToAudit,
  type ReadResult,
  readWhole,
  type TenantFacts,
  type TenantIdentity,
  tenantFacts,
  tenantIdentity,
} from '@entitle/graph'
import {
  type Audit,
  type AuditResult,
  auditTenant,
  type ChosenCatalogs,
  chosenCatalogs,
  nearest,
  standardNames,
  unreadable,
  unusedSince,
  whyUnread,
} from '@entitle/language'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { Refusal, unusable } from '../refusal.ts'
import { findingContext } from '../sources/finding-context.ts'
import { type Sources, sourcesIfAny } from '../sources/open-sources.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { meantTenant, unknownTenant } from '../tenants/meant-tenant.ts'
import { reading } from '../tenants/reading.ts'
import { requireSandbox } from '../tenants/require-sandbox.ts'
import { auditJson, auditText } from '../views/audit.ts'
import { checkText } from '../views/check.ts'
import { counted, listed } from '../views/counted.ts'
import type { FindingContext } from '../views/finding.ts'
import { unknownCatalog } from '../views/import-refusal.ts'
import { findingJson, json } from '../views/json.ts'
import { printableText } from '../views/printable.ts'
import { openSession, type Session } from './prepare.ts'

export interface AuditArguments extends TenantArguments {
  /** Display names or ids of the catalogs that are meant; all of the tenant without. */
  readonly catalogs: readonly string[]
  readonly standard?: string
}

/** Holds a tenant to the rules of a standard, that of the sources where there are any. Writes nothing. */
export const audit = (options: AuditArguments, ports: Ports): Promise<ExitCode> =>
  holding('audited', options, ports, ({ audit: made, live, session, milliseconds, context }) => {
    const view = {
      audit: made,
      requests: live.requests,
      objects: live.tenant.objects.length,
      milliseconds,
      tenant: session.chosen.title,
      verbose: options.verbose,
      ...(session.account === undefined ? {} : { account: session.account }),
    }
    ports.terminal.write(options.format === 'json' ? auditJson(view, context.nameOf) : auditText(view, context))
    return exitCodeOf(made)
  })

/** A tenant that was read and held to the rules. */
export interface Held extends HeldTenant {
  readonly live: ReadResult
  readonly session: Session
  readonly milliseconds: number
  readonly context: FindingContext
}
type HeldTenant = Exclude<AuditResult, { readonly refused: unknown }>

/** Reads a tenant and holds it to the rules, for `use`; `done` is what did not happen where the sources have errors. */
export const holding = async (
  done: 'audited' | 'reported on',
  options: AuditArguments,
  ports: Ports,
  use: (held: Held) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> => {
  const { home, sources } = await sourcesIfAny(options, ports)
  const context = findingContext(sources, ports)
  const broken = sources?.broken() ?? []
  if (sources !== undefined && broken.length > 0) return notHeld(done, broken, { sources, options, context }, ports)
  requireStandard(options.standard, sources?.standards() ?? standardNames())
  const declared = meantTenant(options, sources?.tenants() ?? [], 'audit')
  await requireSandbox(options, home, ports)
  const wanted = { identity: declared ?? unknownTenant, seed: { objects: [] }, home, permissions: permissionsToAudit }
  const session = await openSession(options, wanted, ports)
  try {
    const started = ports.clock.now().getTime()
    const { live, ...read } = await readTenant(session, declared, options, ports)
    const made = await judged(live, { ...read, options, sources, session }, ports)
    const milliseconds = ports.clock.now().getTime() - started
    return await use({ ...made, live, session, milliseconds, context })
  } finally {
    await session.close()
  }
}

/** A standard that isn't there is told before anybody signs in. @throws {Refusal} */
const requireStandard = (name: string | undefined, known: readonly string[]): void => {
  if (name === undefined || known.includes(name)) return
  const near = nearest(name, known)
  const words = near === undefined ? `There are ${listed(known.map(printableText))}.` : `Is it ${printableText(near)}?`
  throw unusable(`No standard is called ${printableText(name)}. ${words}`)
}

/** Tells the errors for which the sources hold nobody to anything. */
const notHeld = (
  done: string,
  broken: readonly Finding[],
  { sources, options, context }: { sources: Sources; options: AuditArguments; context: FindingContext },
  { terminal }: Ports,
): ExitCode => {
  if (options.format === 'json') {
    const findings = broken.map(finding => findingJson(finding, context.nameOf))
    terminal.write(json({ format: 'entitle-audit/1', findings }))
  } else {
    terminal.write(checkText({ findings: broken, files: sources.files, applied: [] }, context, false))
    terminal.write(`Not ${done}: the sources have errors, so it is not known what they hold a tenant to.\n`)
  }
  return exitCodes.findings
}

interface Read {
  readonly live: ReadResult
  readonly facts: TenantFacts
  readonly identity: TenantIdentity
  /** Display names, where it is not the whole tenant. */
  readonly catalogs: readonly string[] | undefined
}

const readTenant = (
  session: Session,
  declared: TenantIdentity | undefined,
  { catalogs: wanted }: AuditArguments,
  ports: Ports,
): Promise<Read> =>
  reading(session, ports, async show => {
    const { chosen } = session
    const transport = batching(session.transport)
    const signal = ports.cancelled
    const meant = chosenOf(await chosenCatalogs({ transport, catalogs: wanted, signal }))
    const isNamed = declared !== undefined && declared.name !== ''
    const [identity, live] = await Promise.all([
      isNamed ? declared : tenantIdentity(session, declared?.cloud ?? 'global', signal),
      readWhole(transport, meant, {
        signal,
        onProgress: ({ requests, objects }) =>
          show(`reading ${chosen.title}: ${counted(objects, 'object')} in ${counted(requests, 'request')}`),
      }),
    ])
    const fatal = unreadable(live)
    if (fatal.length > 0) throw notRead(fatal)
    const since = unusedSince(ports.clock.now().toISOString().slice(0, 10))
    const facts = await tenantFacts(transport, live.tenant, { since, isPart: meant !== 'all', signal })
    return {
      live: { ...live, requests: transport.requests },
      identity,
      facts,
      catalogs: meant === 'all' ? undefined : meant.map(({ name }) => name),
    }
  })

/** @throws {Refusal} where no catalog is called so, or the list of catalogs can't be read. */
const chosenOf = (chosen: ChosenCatalogs) => {
  if (!('refused' in chosen)) return chosen.catalogs
  throw chosen.refused === 'unreadable' ? notRead(chosen.findings) : unusable(unknownCatalog(chosen))
}

const notRead = (findings: readonly Finding[]): Refusal =>
  new Refusal([...findings.map(whyUnread), 'Nothing is audited.'].map(printableText).join('\n  '))

interface Judging extends Omit<Read, 'live'> {
  readonly options: AuditArguments
  readonly sources: Sources | undefined
  readonly session: Session
}

const judged = async (
  live: ReadResult,
  { options, sources, identity, facts, catalogs, session }: Judging,
  { clock }: Ports,
) => {
  const { standard } = options
  const how = {
    identity: { ...identity, id: session.tenantId },
    today: clock.now().toISOString().slice(0, 10),
    facts,
    portal: !session.chosen.isSandbox,
    ...(identity.name === '' ? {} : { tenant: identity.name }),
    ...(standard === undefined ? {} : { standard }),
    ...(catalogs === undefined ? {} : { catalogs }),
  }
  const result = await (sources === undefined ? auditTenant(live, how) : sources.audit(live, how))
  if ('refused' in result) throw unusable(`No standard is called ${printableText(result.name)}.`)
  return result
}

/** A rule that fails decides; one that isn't known is no pass. */
const exitCodeOf = ({ rules }: Audit): ExitCode => {
  const errors = rules.filter(({ severity }) => severity === 'error')
  if (errors.some(({ verdict }) => verdict === 'fail')) return exitCodes.findings
  return errors.some(({ verdict }) => verdict === 'not determined') ? exitCodes.halfway : exitCodes.fine
}
