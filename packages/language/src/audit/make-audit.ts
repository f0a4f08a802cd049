import { fold, type TenantObject } from '@entitle/graph'
import type { Program } from '../resolve/program.ts'
import { type AskedRule, askedRules, everAsked } from './asked-rules.ts'
import type { Audit, OpenQuestion } from './audit.ts'
import type { AuditOptions } from './audit-tenant.ts'
import { type Claims, tenantAddress } from './claims.ts'
import { failures } from './failures.ts'
import type { HeldStandard } from './held-standard.ts'
import type { LiveTenant } from './live-tenant.ts'
import { isMisunderstood, type Told } from './telling.ts'
import { toldFacts } from './told-facts.ts'
import type { Unknown } from './unknown.ts'
import { verdictOf } from './verdicts.ts'

/** All by which an audit is made. */
export interface Making {
  readonly live: LiveTenant
  /** What was set aside. */
  readonly names: readonly string[]
  readonly options: AuditOptions
  readonly claims: Claims
  readonly held: HeldStandard
  readonly told: readonly Told[]
  readonly unknown: readonly Unknown[]
  readonly program: Program
}

/** Tells the rules by what was found and what isn't known. */
export const makeAudit = ({ live, names, options, claims, held, told, unknown, program }: Making): Audit => {
  const { identity, today, catalogs, sources } = options
  const { objects } = live.tenant
  const failureOf = failures(live, options, claims)
  const facts = toldFacts(live, options.facts, today)
  const failing = Map.groupBy([...told, ...facts.told].map(failureOf), ({ rule }) => rule)
  const everyRule = everAsked(program)
  const { asked, leftOut } = askedRules(program, { hasSources: sources !== undefined, isWhole: catalogs === undefined })
  const open = new Map([...notUnderstood(held, program), ...facts.open])
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
    rules: byName([...asked, ...facts.asked, ...unheard(held, open, asked)]).map(rule =>
      verdictOf(rule, {
        live: objects,
        found: (failing.get(rule.name) ?? []).map(({ rule: _rule, ...failure }) => failure),
        unknown,
        questions: open.get(rule.name) ?? [],
      }),
    ),
    leftOut: [...leftOut, ...facts.leftOut],
    besides: told.filter(each => isBesides(each, everyRule)).map(failureOf),
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
const unheard = (
  { ownRules }: HeldStandard,
  open: ReadonlyMap<string, unknown>,
  asked: readonly AskedRule[],
): readonly AskedRule[] =>
  [...new Set(ownRules.map(({ name }) => name))]
    .filter(name => open.has(name) && asked.every(rule => rule.name !== name))
    .map(name => ({
      name,
      finds: 'what the standard of the sources says of it',
      elements: ['policy'],
      severity: 'error',
    }))

const byName = (all: readonly AskedRule[]): readonly AskedRule[] => all.toSorted((a, b) => (a.name < b.name ? -1 : 1))

/** Mistakes in waivers, which are the sources'. */
const ofWaivers: ReadonlySet<string> = new Set(['unknown-rule', 'rule-always-checked'])

/** What the language's own checks refuse: it is known, and no rule. How the tenant itself is declared is not read from it. */
const isBesides = ({ finding: { severity, rule }, address }: Told, rules: ReadonlySet<string>): boolean =>
  severity === 'error' &&
  address !== tenantAddress &&
  !isMisunderstood({ rule }) &&
  !ofWaivers.has(rule) &&
  !rules.has(rule)
