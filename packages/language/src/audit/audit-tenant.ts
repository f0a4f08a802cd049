import type { TenantFacts, TenantIdentity } from '@entitle/graph'
import type { Printed, PrintOptions } from '../printing/source/print-tenant.ts'
import { ofTenant, type Report } from '../report/index.ts'
import type { Program } from '../resolve/program.ts'
import { nearest } from '../syntax/nearest.ts'
import { openWorkspace } from '../workspace/workspace.ts'
import type { Audit } from './audit.ts'
import { claimsOf, noClaims } from './claims.ts'
import { heldStandard, standardNames } from './held-standard.ts'
import type { LiveTenant } from './live-tenant.ts'
import { makeAudit } from './make-audit.ts'
import { setAside } from './set-aside.ts'
import { isMisunderstood, type Telling, telling } from './telling.ts'
import { refusedOf, strangersOf, type Unknown, unreadOf, unsaidOf, wordlessOf } from './unknown.ts'

export interface AuditOptions {
  /** Which tenant was read. */
  readonly identity: TenantIdentity
  /** ISO date, UTC. */
  readonly today: string
  /** What sources say of it: a standard, tags and waivers, and where objects are declared. */
  readonly sources?: Program
  /** The declared tenant that it is. Of another one, what the sources declare says nothing, but for their standard. */
  readonly tenant?: string
  /** The name of a standard of the sources or of Entitle; else the sources' own, else `recommended`. */
  readonly standard?: string
  /** Display names of the catalogs that were read, where it is not the whole tenant. */
  readonly catalogs?: readonly string[]
  /** What the tenant shows beside its objects; without it, rules about that are left out. */
  readonly facts?: TenantFacts
  /** Link to the Microsoft Entra admin center; a sandbox has none. */
  readonly portal: boolean
}

/** An audit, or why there is none. */
export type AuditResult =
  | {
      readonly audit: Audit
      /** Where the tenant stands, for an auditor, with the waivers of the sources. */
      report(): Report
    }
  | { readonly refused: 'unknown-standard'; readonly name: string; readonly known: readonly string[] }

/**
 * Holds a live tenant to the rules of a standard. It is written down as sources, which are checked as any others; what is found in them is told of
 * the live objects, and what the sources couldn't say is not determined.
 */
export const auditor =
  (print: (tenant: LiveTenant['tenant'], options: PrintOptions) => Printed) =>
  async (whole: LiveTenant, options: AuditOptions): Promise<AuditResult> => {
    const { sources, today, standard, tenant } = options
    const held = heldStandard(sources, { standard, tenant })
    if (held === undefined) return unknownStandard(standard ?? '', sources)
    const claims =
      sources !== undefined && isMeant(sources, tenant) ? claimsOf(sources, whole, { today, tenant }) : noClaims
    const { live, names } = setAside(whole, new Set(claims.declared.keys()))
    const { files, unsaid } = print(live.tenant, {
      identity: options.identity,
      taken: { known: claims.names, directory: held.directory },
      also: claims.also,
    })
    const texts = Object.fromEntries([...files, { path: standardFile, text: held.text }].map(asEntry))
    const workspace = await openWorkspace({ files: texts, today })
    const found = telling(workspace, live)
    const unknown = [
      ...live.unread.map(unreadOf),
      ...live.tenant.objects.flatMap(strangersOf),
      ...unsaid.map(unsaidOf),
      ...notTold(found, unsaid),
    ]
    const { program } = workspace
    const audit = makeAudit({ live, names, options, claims, held, told: found.told, unknown, program })
    return { audit, report: () => ofTenant(workspace.report(), options.identity, audit.standard) }
  }

/** Sources that declare no tenant speak of any. */
const isMeant = ({ tenants }: Program, tenant: string | undefined): boolean =>
  tenants.length === 0 || tenants.some(({ name }) => name === tenant)

/** No name of the language has a dot in it, so no catalog's file is called so. */
const standardFile = 'audited.standard.entitle'

const asEntry = ({ path, text }: { readonly path: string; readonly text: string }) => [`/${path}`, text] as const

const unknownStandard = (name: string, sources: Program | undefined): AuditResult => {
  const names = standardNames(sources)
  const near = nearest(name, names)
  return { refused: 'unknown-standard', name, known: near === undefined ? names : [near] }
}

/** What can't be told of live objects: the words for them weren't understood, or there are none. */
const notTold = ({ told, wordless }: Telling, unsaid: readonly { readonly address: string }[]): readonly Unknown[] => {
  const explained = new Set(unsaid.map(({ address }) => address))
  return [
    ...told.flatMap(({ finding, address }) => (isMisunderstood(finding) ? [refusedOf(finding, address)] : [])),
    ...wordless.filter(address => !explained.has(address)).map(wordlessOf),
  ]
}
