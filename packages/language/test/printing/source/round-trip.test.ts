import { kindNames, type Tenant, type TenantIdentity } from '@entitle/graph'
import { format, openWorkspace, type PrintOptions, printTenant } from '@entitle/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testDay } from '../../../src/testing/index.ts'
import { alike } from './alike.ts'
import { arbitraryTenant } from './arbitrary-tenant.ts'

const identity: TenantIdentity = {
  name: 'contoso',
  displayName: 'Contoso',
  domain: 'contoso.com',
  cloud: 'global',
  protected: true,
}

/** Reading errors and unknown names: of these a printed source has none. */
const grave = [
  'syntax',
  'unknown-name',
  'duplicate-name',
  'unknown-escape',
  'impossible-date',
  'zero-duration',
  'duration-unit',
  'word-wins',
]

const reread = async (tenant: Tenant, options: PrintOptions) => {
  const printed = printTenant(tenant, { identity, ...options })
  const files = Object.fromEntries(printed.files.map(({ path, text }) => [`/${path}`, text]))
  const workspace = await openWorkspace({ files, today: testDay, rules: false })
  return { printed, files, desired: workspace.desired(), findings: workspace.check() }
}

/** What a tenant says, whatever the order in which it is said and the place where. */
const essence = ({ objects }: Tenant) =>
  objects.map(({ origin: _origin, ...rest }) => rest).toSorted((a, b) => (a.address < b.address ? -1 : 1))

describe('a desired tenant that is printed and read again', () => {
  it('is not a trivial one', () => {
    const kinds = fc
      .sample(arbitraryTenant(testDay), { numRuns: 60, seed: 1 })
      .flatMap(({ objects }) => objects.map(({ kind }) => kind))
    expect(new Set(kinds)).toEqual(new Set(kindNames))
  })

  for (const templates of [false, true])
    it(`is the same tenant, ${templates ? 'with' : 'without'} templates`, { timeout: 240_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(
          arbitraryTenant(testDay).map(tenant => (templates ? alike(tenant) : tenant)),
          async tenant => {
            const { printed, desired, findings, files } = await reread(tenant, { templates })
            expect(findings.filter(({ rule }) => grave.includes(rule))).toEqual([])
            expect(essence(desired.tenant)).toEqual(essence(tenant))
            expect(desired.identity).toEqual(identity)
            expect(printed.unsaid.filter(({ path }) => path !== 'displayName')).toEqual([])
            for (const text of Object.values(files)) expect(format(text)).toEqual({ unchanged: 'it is formatted' })
          },
        ),
        { numRuns: 40 },
      )
    })
})
