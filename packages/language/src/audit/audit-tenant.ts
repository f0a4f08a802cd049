import { fold, type Survey, type TenantIdentity, type TenantObject } from '@entitle/graph'
import type { Printed, PrintOptions } from '../printing/source/print-tenant.ts'
import type { Program } from '../resolve/program.ts'
import { nearest } from '../syntax/nearest.ts'
import { openWorkspace } from '../workspace/workspace.ts'
import { type AskedRule, askedRules, everAsked } from './asked-rules.ts'
import type { Audit, OpenQuestion } from './audit.ts'
import { type Claims, claimsOf, noClaims, tenantAddress } from './claims.ts'
import { failures } from './failures.ts'
import { type HeldStandard, heldStandard, standardNames } from './held-standard.ts'
import { setAside } from './set-aside.ts'
import { type Telling, type Told, telling } from './telling.ts'
import { refusedOf, strangersOf, type Unknown, unreadOf, unsaidOf, wordlessOf } from './unknown.ts'
import { verdictOf } from './verdicts.ts'

export interface AuditOptions {
  /** Which tenant was read. */
  readonly identity: TenantIdentity
  /** ISO date, UTC. */
  readonly today: string
  /** What sources say of it: a standard, tags and waivers, and where objects are declared. */
  readonly sources?: Program
  /** The declared tenant that it is, where the sources declare several. */
  readonly tenant?: string
  /** The name of a standard of the sources or of Entitle; else the sources' own, else `recommended`. */
  readonly standard?: string
  /** Display names of the catalogs that were read, where it is not the whole tenant. */
  readonly catalogs?: readonly string[]
  /** Link to the Microsoft Entra admin center; a sandbox has none. */
  readonly portal: boolean
}

/** An audit, or why there is none. */
export type AuditResult =
  | { readonly audit: Audit }
  | { readonly refused: 'unknown-standard'; readonly name: string; readonly known: readonly string[] }

/**
 * Holds a live tenant to the rules of a standard. It is written down as sources, which are checked as any others; what is found in them is told of
 * the live objects, and what the sources couldn't say is not determined.
 */
export const auditor =
  (print: (tenant: Survey['tenant'], options: PrintOptions) => Printed) =>
  async (survey: Survey, options: AuditOptions): Promise<AuditResult> => {
    const { sources, today, standard, tenant } = options
    const held = heldStandard(sources, { standard, tenant })
    if (held === undefined) return unknownStandard(standard ?? '', sources)
    const claims = sources === undefined ? noClaims : claimsOf(sources, survey, { today, tenant })
    const { live, names } = setAside(survey, new Set(claims.declared.keys()))
    const { files, unsaid } = print(live.tenant, {
      identity: options.identity,
      directory: { unclear: live.unclear },
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
    return { audit: made({ live, names, options, claims, held, found, unknown, program: workspace.program }) }
  }

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
    ...told.flatMap(({ finding, address }) => (misunderstood.has(finding.rule) ? [refusedOf(finding, address)] : [])),
    ...wordless.filter(address => !explained.has(address)).map(wordlessOf),
  ]
}

const misunderstood: ReadonlySet<string> = new Set(['syntax', 'unknown-name'])

/** Mistakes in waivers, which are the sources'. */
const ofWaivers: ReadonlySet<string> = new Set(['unknown-rule', 'rule-always-checked'])

/** What the language's own checks refuse: it is known, and no rule. How the tenant itself is declared is not read from it. */
const isBesides = ({ finding: { severity, rule }, address }: Told, rules: ReadonlySet<string>): boolean =>
  severity === 'error' &&
  address !== tenantAddress &&
  ![misunderstood, ofWaivers, rules].some(others => others.has(rule))

interface Making {
  readonly live: Survey
  /** What was set aside. */
  readonly names: readonly string[]
  readonly options: AuditOptions
  readonly claims: Claims
  readonly held: HeldStandard
  readonly found: Telling
  readonly unknown: readonly Unknown[]
  readonly program: Program
}

const made = ({ live, names, options, claims, held, found, unknown, program }: Making): Audit => {
  const { identity, today, catalogs, sources } = options
  const { objects } = live.tenant
  const failureOf = failures(live, options, claims)
  const failing = Map.groupBy(found.told.map(failureOf), ({ rule }) => rule)
  const everyRule = everAsked(program)
  const { asked, leftOut } = askedRules(program, { hasSources: sources !== undefined, isWhole: catalogs === undefined })
  const open = notUnderstood(held, program)
  const count = (kind: TenantObject['kind']) => objects.filter(object => object.kind === kind).length
  return {
    format: 'entitle-audit/1',
    date: today,
    standard: held.name,
    tenant: {
      ...(identity.id === undefined ? {} : { id: identity.id }),
      ...(identity.domain === undefined ? {} : { domain: identity.domain }),
      displayName: identity.displayName,
      cloud: identity.cloud,
    },
    ...(catalogs === undefined ? {} : { catalogs }),
    counts: {
      organizations: count('connected-organization'),
      catalogs: count('catalog'),
      packages: count('access-package'),
      policies: count('assignment-policy'),
      ...(sources === undefined ? {} : { declared: [...claims.declared.keys()].filter(isOfCatalog).length }),
    },
    setAside: names,
    rules: [...asked, ...unheard(open, asked)].map(rule =>
      verdictOf(rule, {
        live: objects,
        found: (failing.get(rule.name) ?? []).map(({ rule: _rule, ...failure }) => failure),
        unknown,
        questions: open.get(rule.name) ?? [],
      }),
    ),
    leftOut,
    besides: found.told.filter(each => isBesides(each, everyRule)).map(failureOf),
    unknown: unknown.map(({ address, property, why }) => ({ address, property, why })),
  }
}

const isOfCatalog = (address: string): boolean => address.startsWith('catalog/')

/** Rules of the sources' own that speak of what the tenant doesn't have, by name. */
const notUnderstood = ({ ownRules }: HeldStandard, program: Program): ReadonlyMap<string, readonly OpenQuestion[]> => {
  const words = new Set(
    program.standards.flatMap(standard => standard.ownRules.map(rule => wordsOf({ name: rule.name, ...rule.words }))),
  )
  const open = ownRules.filter(rule => !words.has(wordsOf(rule)))
  return new Map(
    [...Map.groupBy(open, ({ name }) => name)].map(([name, rules]) => [
      name,
      rules.map(({ claim, conditions }) => ({
        address: '',
        property: '',
        why: `The rule "${conditions === '' ? claim : `${claim} where ${conditions}`}" names something that the tenant doesn’t have.`,
      })),
    ]),
  )
}

const wordsOf = ({ name, claim, conditions }: HeldStandard['ownRules'][number]): string =>
  fold(`${name} ${claim} ${conditions}`)

/** Rules of which nothing is understood. */
const unheard = (open: ReadonlyMap<string, unknown>, asked: readonly AskedRule[]): readonly AskedRule[] =>
  [...open.keys()]
    .filter(name => asked.every(rule => rule.name !== name))
    .map(name => ({ name, finds: 'what the standard of the sources says of it', element: 'policy', severity: 'error' }))
