import { openWorkspace, type Report, reportHtml, reportMarkdown, trendOf } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { ofTenant } from '../../src/report/index.ts'
import { directory, inPackage, policyOf, statements, today } from '../rules/harness.ts'

const report = async (sources: string, more: { readonly [file: string]: string } = {}): Promise<Report> =>
  (
    await openWorkspace({ files: { '/directory.entitle': directory, '/main.entitle': sources, ...more }, today })
  ).report()

const guests = `review guests "Guests" {
  of guests in all groups
  recurs quarterly
  open for 14 days
  reviewers group owners
  if no response remove access
}
`
const sound = `${inPackage(policyOf(statements()))}${guests}`
const standing = ({ recommendations }: Report, title: string) =>
  recommendations.find(each => each.title === title)?.standing
const name = (uri: string) => uri.replace(/^.*\//, '')

describe('a governance report', () => {
  it('says that sound sources keep what Microsoft recommends', async () => {
    const made = await report(sound)
    expect(made.recommendations.filter(each => each.standing === 'not met').map(({ title }) => title)).toEqual([])
    expect(standing(made, 'Somebody approves')).toBe('met')
    expect(made.standard).toBe('recommended')
    expect(made.counts).toMatchObject({
      catalogs: 1,
      packages: 1,
      policies: 1,
      externalPolicies: 1,
      errors: 0,
      waived: 0,
    })
  })

  it('names what stands against a recommendation, and where', async () => {
    const made = await report(inPackage(policyOf(statements({ review: undefined }))))
    expect(standing(made, 'Reviewed every quarter')).toBe('not met')
    const found = made.recommendations.find(({ title }) => title === 'Reviewed every quarter')?.shortfalls
    expect(found).toMatchObject([
      { rule: 'external-review', where: 'Partners › Suppliers › Partners', severity: 'error' },
    ])
    expect(found?.[0]?.line).toBeGreaterThan(1)
    expect(made.externalAccess[0]).toMatchObject({ review: 'never', failing: ['external-review'], waived: [] })
  })

  it('tells exceptions from what is kept', async () => {
    const waiver = 'waive external-review until 2026-12-31 because "Pilot; GOV-118"'
    const made = await report(inPackage(policyOf(statements({ review: undefined, waiver }))))
    expect(standing(made, 'Reviewed every quarter')).toBe('excepted')
    expect(made.waivers).toMatchObject([
      { rule: 'external-review', where: 'Partners › Suppliers › Partners', until: '2026-12-31', state: 'active' },
    ])
    expect(made.externalAccess[0]).toMatchObject({ failing: [], waived: ['external-review'] })
    expect(made.counts.waived).toBe(1)
  })

  it('says where rules are off, and where there is nothing that they speak of', async () => {
    const off = 'standard ours extends recommended {\n  rule external-review off\n  rule external-no-response off\n}\n'
    expect(standing(await report(sound, { '/ours.entitle': off }), 'Reviewed every quarter')).toBe('not checked')
    const inside = inPackage(policyOf(['requestable by any member', 'expires after 30 days']))
    const made = await report(inside)
    expect(standing(made, 'Reviewed every quarter')).toBe('not applicable')
    expect(standing(made, 'Nothing lasts unseen')).toBe('met')
    expect(made.externalAccess).toEqual([])
  })

  it('tells each state of a waiver', async () => {
    const states = async (waiver: string) =>
      (await report(inPackage(policyOf(statements({ waiver }))))).waivers.map(({ state }) => state)
    expect(await states('waive external-review until 2026-12-31 because "x"')).toEqual(['unused'])
    expect(await states('waive external-review until 2026-01-01 because "x"')).toEqual(['expired'])
    expect(await states('waive external-review because "x"')).toEqual(['incomplete'])
  })

  it('shows every way in: who, to what, by whose approval, until when, reviewed by whom', async () => {
    const [way] = (await report(sound)).externalAccess
    expect(way).toMatchObject({
      catalog: 'Partners',
      package: 'Suppliers',
      policy: 'Partners',
      who: 'people from Fabrikam',
      approval: 'internal sponsors (else Identity Governance desk)',
      ends: 'after 180 days',
      extension: 'with approval',
      review: 'quarterly by Partner programme managers, open for 14 days, without an answer access is removed',
    })
    const open = await report(
      inPackage(policyOf(['requestable by any external user', 'never expires', 'extension allowed'])),
    )
    expect(open.externalAccess[0]).toMatchObject({
      approval: 'nobody approves',
      ends: 'never',
      extension: 'without approval',
    })
  })

  it('names the policies that a template’s fault reaches', async () => {
    const made = await report(
      inPackage([policyOf(statements({ expiration: undefined }), 'policy one "One" from base')], {
        before: 'policy template base {\n  never expires\n}\n',
      }),
    )
    const [found] = made.recommendations.find(({ title }) => title === 'Access ends')?.shortfalls ?? []
    expect(found).toMatchObject({ where: 'Template base', reaches: ['Partners › Suppliers › One'] })
    expect(made.externalAccess[0]?.failing).toContain('external-expiration')
  })

  it('counts what rules of one’s own find', async () => {
    const ours = 'standard ours extends recommended {\n  deny requestable by external as no-guests\n}\n'
    const made = await report(sound, { '/ours.entitle': ours })
    expect(made.standard).toBe('ours')
    expect(made.rules.find(({ rule }) => rule === 'no-guests')).toMatchObject({ setting: 'error', failing: 1 })
  })
})

describe('the trend between two reports', () => {
  it('is nothing between a report and itself', async () => {
    const made = await report(sound)
    const { counts, ...rest } = trendOf(made, made)
    expect(rest).toEqual({ since: today, rules: [], opened: [], closed: [] })
    expect(counts.every(({ before, now }) => before === now)).toBe(true)
  })

  it('tells what was opened, closed, mended and broken', async () => {
    const earlier = await report(sound)
    const now = await report(guests + inPackage(policyOf(statements({ review: undefined }), 'policy others "Others"')))
    expect(trendOf(earlier, now)).toMatchObject({
      rules: [{ what: 'external-review', before: 0, now: 1 }],
      opened: ['Partners › Suppliers › Others'],
      closed: ['Partners › Suppliers › Partners'],
    })
    expect(trendOf(now, earlier).rules).toEqual([{ what: 'external-review', before: 1, now: 0 }])
  })
})

describe('how a report is written', () => {
  const nasty = 'Sup|pliers <b>`x`</b> [y](z) \\u{202E}'

  it('as Markdown in which names are text', async () => {
    const made = await report(sound.replace('"Suppliers"', `"${nasty}"`))
    const text = reportMarkdown(made, name)
    const row = text.split('\n').find(line => line.startsWith('| people from Fabrikam'))
    expect(row).toContain('Sup\\|pliers &lt;b&gt;\\`x\\`&lt;/b&gt; \\[y\\](z)')
    expect(text).not.toContain('\u202E')
    expect(text).not.toContain('<b>')
    expect(row?.replaceAll('\\|', '').split('|')).toHaveLength(8)
  })

  it('as a page in which names are text', async () => {
    const page = reportHtml(await report(sound.replace('"Suppliers"', `"${nasty}"`)), name)
    expect(page).not.toContain('<b>')
    expect(page).not.toContain('\u202E')
    expect(page).toContain('&#60;b&#62;')
  })

  it('with the trend where there is an earlier one', async () => {
    const made = await report(sound)
    expect(reportMarkdown(made, name)).not.toContain('## Since')
    expect(reportMarkdown(made, name, trendOf(made, made))).toContain(`## Since ${today}`)
    expect(reportHtml(made, name, trendOf(made, made))).toContain(`Since ${today}`)
  })
})

describe('a report of a tenant', () => {
  it('names the tenant, and no files that nobody has', async () => {
    const identity = { domain: 'contoso.com', displayName: 'Contoso' }
    const made = ofTenant(await report(inPackage(policyOf(statements({ review: undefined })))), identity, 'strict')
    expect([made.tenant, made.standard]).toEqual(['contoso.com', 'strict'])
    expect(made.externalAccess).toMatchObject([{ file: '', line: 0 }])
    for (const text of [reportMarkdown(made, name), reportHtml(made, name)]) {
      expect(text).toContain('Tenant contoso.com: 1 catalog')
      expect(text).not.toContain('main.entitle')
      expect(text).not.toMatch(/:0\b/)
    }
    expect(reportMarkdown(await report(sound), name)).toContain('main.entitle:')
  })
})
