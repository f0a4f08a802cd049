import { type Finding, readWhole } from '@entitle/graph'
import {
  type Audit,
  auditTenant,
  brokenSources,
  type LiveTenant,
  openWorkspace,
  printTenant,
  type Workspace,
} from '@entitle/language'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'
import { arbitrarySources } from './arbitrary-sources.ts'
import { arbitraryTenant } from './arbitrary-tenant.ts'
import { identity, inWorld, type Rehearsal } from './in-world.ts'

const today = '2026-06-01'
const contoso = { ...identity, domain: 'contoso.com' }

const audited = async (live: LiveTenant, of: { readonly sources?: Workspace; readonly standard?: string }) => {
  const { sources, standard } = of
  const result = await auditTenant(live, {
    identity: contoso,
    today,
    portal: false,
    tenant: 'contoso',
    ...(sources === undefined ? {} : { sources: sources.program }),
    ...(standard === undefined ? {} : { standard }),
  })
  if ('refused' in result) throw new Error(result.name)
  return result.audit
}

/** Rules that speak, and how gravely; the words differ, for a tenant says aloud what sources leave unsaid. */
const spoken = (all: readonly { readonly rule: string; readonly severity: string }[]): readonly string[] =>
  [...new Set(all.map(({ rule, severity }) => `${severity} ${rule}`))].sort()

const ofAudit = ({ rules }: Audit) =>
  spoken(rules.flatMap(({ rule, failures }) => failures.map(failure => ({ ...failure, rule }))))

const ofCheck = (findings: readonly Finding[], { rules }: Audit) => {
  const asked = new Set(rules.map(({ rule }) => rule))
  return spoken(findings.filter(({ rule, waived }) => asked.has(rule) && waived === undefined))
}

const excused = ({ rules }: Audit) =>
  spoken(rules.flatMap(({ rule, excused: all }) => all.map(failure => ({ ...failure, rule }))))

/** Whoever makes a catalog would own it, which no sources say. */
const unowned = { creatorBecomesOwner: false }

const deployed = async (sources: Workspace, world: Rehearsal): Promise<LiveTenant> => {
  await world.deploy(sources.desired().tenant)
  const live = await readWhole(sandboxTransport(world.sandbox), 'all')
  expect(live.findings).toEqual([])
  return live
}

it('finds in a tenant what checking finds in the sources that it was deployed from', async () => {
  const failing = new Set<string>()
  await fc.assert(
    fc.asyncProperty(arbitrarySources, async text => {
      const sources = await openWorkspace({ files: { '/a.entitle': text }, today })
      fc.pre(brokenSources(sources.program, sources.check()).length === 0)
      await inWorld(async world => {
        const live = await deployed(sources, world)
        const audit = await audited(live, { sources })
        expect(ofAudit(audit)).toEqual(ofCheck(sources.check(), audit))
        expect(audit.rules.filter(({ verdict }) => verdict === 'not determined')).toEqual([])
        expect(audit.unknown).toEqual([])
        for (const { rule, verdict } of audit.rules) if (verdict === 'fail') failing.add(rule)
        for (const rule of excused(audit)) failing.add(`excused ${rule}`)
      }, unowned)
    }),
    { numRuns: 30, seed: 11 },
  )
  // What was tried breaks rules of every sort, or nothing would have been compared.
  expect([...failing].length).toBeGreaterThan(10)
})

it('needs no sources to find what a standard of Entitle finds, and determines whatever the language can say', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTenant, fc.constantFrom('recommended', 'strict'), async (tenant, standard) => {
      const { files } = printTenant(tenant, { identity: contoso })
      const texts = Object.fromEntries(files.map(({ path, text }) => [`/${path}`, text]))
      const held = { '/held.entitle': `standard held extends ${standard}` }
      const sources = await openWorkspace({ files: { ...texts, ...held }, today })
      fc.pre(brokenSources(sources.program, sources.check()).length === 0)
      await inWorld(async world => {
        const live = await deployed(sources, world)
        const [audit, bare] = [await audited(live, { sources }), await audited(live, { standard })]
        const asked = new Set(bare.rules.map(({ rule }) => rule))
        expect(bare.rules).toMatchObject(
          audit.rules.flatMap(({ rule, verdict, looked }) => (asked.has(rule) ? [{ rule, verdict, looked }] : [])),
        )
      }, unowned)
    }),
    { numRuns: 12, seed: 7 },
  )
})
