import {
  type Diagnosis,
  diagnose,
  limited,
  neededPermissions,
  reachLines,
  type Tenant,
  type TenantIdentity,
} from '@entitle/graph'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { cancelled, Refusal, unusable } from '../refusal.ts'
import { openSources } from '../sources/open-sources.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { type Chosen, chooseTarget } from '../tenants/target.ts'
import { watched } from '../tenants/watched.ts'
import { doctorJson, doctorText } from '../views/doctor.ts'
import { progressOn } from '../views/progress.ts'
import { acrossTenants } from './across-tenants.ts'
import { desiredOf } from './prepare.ts'

/** Says whether planning and deploying will work in a tenant, and what is in the way. Writes nothing. */
export const doctor = async (options: TenantArguments, ports: Ports): Promise<ExitCode> => {
  const { home, ...meant } = await patientOf(options, ports)
  const chosen = chooseTarget(
    options,
    {
      identity: meant.identity,
      seed: meant.tenant ?? { objects: [] },
      home,
      permissions: permissionsFor(options, meant.tenant),
    },
    ports,
  )
  const progress = progressOn(ports.terminal)
  progress.show(`examining ${chosen.title}`)
  const diagnoses = await examined(chosen, meant, options, ports).finally(progress.clear)
  if (ports.cancelled.aborted) throw cancelled()
  const report = { title: chosen.title, tenant: meant.identity, hasSources: meant.tenant !== undefined, diagnoses }
  ports.terminal.write(options.format === 'json' ? doctorJson(report) : doctorText(report, ports.terminal))
  return diagnoses.some(({ state }) => state === 'problem') ? exitCodes.findings : exitCodes.fine
}

/** {@link doctor} for every declared tenant. */
export const doctorAll = (options: TenantArguments, ports: Ports): Promise<ExitCode> =>
  acrossTenants(options, ports, (name, place) => doctor({ ...options, ...name }, place))

interface Patient {
  readonly identity: TenantIdentity
  /** What the sources ask; undefined where there are none. */
  readonly tenant?: Tenant
}

/**
 * The tenant of the sources, or one that is named by its domain or id and that no sources declare.
 * @throws {Refusal} where no tenant is meant.
 */
const patientOf = async (options: TenantArguments, ports: Ports): Promise<Patient & { readonly home: string }> => {
  const { tenant: named, sandbox } = options
  const sources = await openSources(options, ports).catch((error: unknown) => {
    if (error instanceof Refusal && options.paths.length === 0) return undefined
    throw error
  })
  const place = placeNamed(named)
  if (sources !== undefined) {
    const declared = sources.tenants().find(({ name, id, domain }) => [name, id, domain].includes(named))
    if (declared !== undefined || place === undefined) {
      const one = declared === undefined ? {} : { tenant: declared.name }
      return { ...desiredOf(sources, { ...options, ...one }), home: sources.home }
    }
  }
  if (place === undefined && sandbox === undefined)
    throw unusable(
      'There are no sources here that declare a tenant. Say which with --tenant contoso.com, or rehearse with --sandbox.',
    )
  const identity = { name: named ?? 'sandbox', displayName: '', cloud: 'global', protected: false, ...place } as const
  return { identity, home: ports.folder }
}

/** What is typed as a tenant's domain or id; undefined where it is neither. */
const placeNamed = (named: string | undefined): { readonly id: string } | { readonly domain: string } | undefined => {
  if (named === undefined) return undefined
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(named)) return { id: named }
  return named.includes('.') ? { domain: named } : undefined
}

/** A person signs in with what planning asks for; a way that one has chosen and that asks for nothing is taken as it is. */
const permissionsFor = ({ auth }: TenantArguments, tenant: Tenant | undefined): readonly string[] =>
  auth === 'auto' || auth === 'device-code' || auth === 'browser'
    ? neededPermissions(tenant?.objects ?? [], 'read')
    : []

const examined = async (
  chosen: Chosen,
  meant: Patient,
  { verbose }: TenantArguments,
  ports: Ports,
): Promise<readonly Diagnosis[]> => {
  const { terminal, clock, cancelled: signal } = ports
  const knocking = ports.tenants.knock(chosen.target, signal)
  // Whatever fails before it is waited for is told instead.
  knocking.catch(() => {})
  const opened = await ports.tenants.open(chosen.target).catch(notSignedIn)
  if ('state' in opened) return [opened, ...reached(chosen, await knocking)]
  try {
    const seen = verbose ? watched(opened.transport, terminal, clock) : opened.transport
    const { identity, tenant } = meant
    const inside = await diagnose({
      ...opened,
      transport: limited(seen, clock),
      otherWay: '--auth',
      identity: chosen.isSandbox ? undefined : identity,
      signal,
      ...(tenant === undefined ? {} : { desired: tenant }),
    })
    return [...inside, ...reached(chosen, await knocking)]
  } finally {
    await opened.close()
  }
}

/** A sign-in that fails is what one wants to know. */
const notSignedIn = (error: unknown): Diagnosis => {
  if (!(error instanceof Refusal)) throw error
  const says = error.message.replace(/\s*Nothing was changed\.$/, '')
  return { topic: 'sign-in', state: 'problem', says }
}

/** A sandbox in this process has no host, and no other clock. */
const reached = ({ target }: Chosen, knocks: Parameters<typeof reachLines>[0]): readonly Diagnosis[] =>
  target.kind === 'sandbox' ? [] : reachLines(knocks)
