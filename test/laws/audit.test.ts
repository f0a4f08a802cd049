import { type Finding, type Survey, survey, type Tenant } from '@entitle/graph'
import { type Audit, auditTenant, brokenSources, openWorkspace, printTenant, ruleNames } from '@entitle/language'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'
import { arbitraryTenant } from './arbitrary-tenant.ts'
import { identity, inWorld } from './in-world.ts'

const today = '2026-06-01'
const standards = ['recommended', 'strict', 'zero-trust', 'cis'] as const

const contoso = { ...identity, domain: 'contoso.com' }

/** Whoever makes a catalog would own it, which no sources say. */
const unowned = { creatorBecomesOwner: false }

/** Sources that say a tenant, held to one of the standards. */
const sourcesOf = (desired: Tenant, standard: string) => {
  const { files } = printTenant(desired, { identity: contoso })
  const texts = Object.fromEntries(files.map(({ path, text }) => [`/${path}`, text]))
  return openWorkspace({ files: { ...texts, '/held.entitle': `standard held extends ${standard}` }, today })
}

const settingsOf = ({ objects }: Tenant) => objects.filter(({ kind }) => kind === 'settings')

/** Rules that find something, less those that sources alone know: what a tenant does with guests is its own where sources don't say it. */
const failedBy = (rules: readonly string[], desired: Tenant): readonly string[] =>
  [...new Set(rules)]
    .filter(rule => rule !== 'external-offboarding' || settingsOf(desired).length > 0)
    .filter(rule => rule !== 'unused-declaration')
    .sort()

const ofCheck = (findings: readonly Finding[], asked: ReadonlySet<string>) =>
  findings.flatMap(({ rule, waived }) => (asked.has(rule) && waived === undefined ? [rule] : []))

const audited = async (live: Survey, sources?: Awaited<ReturnType<typeof sourcesOf>>, standard?: string) => {
  const result = await auditTenant(live, {
    identity: contoso,
    today,
    portal: false,
    ...(sources === undefined ? {} : { sources: sources.program }),
    ...(standard === undefined ? {} : { standard }),
  })
  if ('refused' in result) throw new Error(result.name)
  return result.audit
}

const failed = ({ rules }: Audit) => rules.flatMap(({ rule, verdict }) => (verdict === 'fail' ? [rule] : []))

it('finds in a tenant what checking finds in the sources that it was deployed from', async () => {
  const failing = new Set<string>()
  await fc.assert(
    fc.asyncProperty(arbitraryTenant, fc.constantFrom(...standards), async (tenant, standard) =>
      inWorld(async world => {
        const sources = await sourcesOf(tenant, standard)
        fc.pre(brokenSources(sources.program, sources.check()).length === 0)
        const { tenant: desired } = sources.desired()
        await world.deploy(desired)
        const live = await survey(sandboxTransport(world.sandbox), 'all')
        expect(live.findings).toEqual([])
        const audit = await audited(live, sources)
        expect(audit.rules.filter(({ verdict }) => verdict === 'not determined')).toEqual([])
        const asked = new Set(audit.rules.map(({ rule }) => rule))
        const expected = failedBy(ofCheck(sources.check(), asked), desired)
        expect(failedBy(failed(audit), desired)).toEqual(expected)
        for (const rule of expected) failing.add(rule)
        const bare = await audited(live, undefined, standard)
        const named = new Set(bare.rules.map(({ rule }) => rule))
        expect(failedBy(failed(bare), desired)).toEqual(expected.filter(rule => named.has(rule)))
      }, unowned),
    ),
    { numRuns: 40, seed: 7 },
  )
  // The tenants that were tried break rules of every sort, or nothing would have been compared.
  expect(failing.size).toBeGreaterThan(5)
  expect(ruleNames).toEqual(expect.arrayContaining([...failing].filter(rule => ruleNames.includes(rule))))
})
