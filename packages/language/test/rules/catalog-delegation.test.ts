import { describe, expect, it } from 'vitest'
import { asking } from './harness.ts'

const { speaking, silent } = asking('catalog-delegation')

const catalog = (...lines: string[]) =>
  ['catalog partners "Partners" {', ...lines.map(line => `  ${line}`), '}', ''].join('\n')

describe('catalog-delegation speaks', () => {
  it('of a catalog without owners', async () => {
    const [finding] = await speaking('catalog «partners» "Partners" {\n  readers governance\n}\n')
    expect(finding.message).toBe(
      'Catalog "Partners" has no owners, so only tenant administrators can look after it. Add "owners" with a group.',
    )
    expect(finding.severity).toBe('warning')
  })

  it('of a catalog with no block', async () => {
    await speaking('catalog «partners» "Partners"\n')
  })

  it('of single users as owners', async () => {
    const [finding] = await speaking(catalog('owners «anna»'))
    expect(finding.message).toContain('is owned by single users only. Make a group its owner.')
    await speaking(catalog('owners «anna», user "ben@contoso.com"'))
    await speaking(catalog('owners «user "ben@contoso.com"»'))
  })

  it('as an error in strict', async () => {
    const [finding] = await speaking('standard ours extends strict\n\ncatalog «partners» "Partners"\n')
    expect(finding.severity).toBe('error')
  })
})

describe('catalog-delegation is silent', () => {
  it('on a group as owner', async () => {
    await silent(catalog('owners governance'))
    await silent(catalog('owners group "Written in place"'))
  })

  it('on a group among the owners', async () => {
    await silent(catalog('owners anna, governance'))
  })

  it('on groups in several statements', async () => {
    await silent(catalog('owners governance', 'package managers anna'))
  })

  it('on a workspace without catalogs', async () => {
    await silent('policy template base {\n  never expires\n}\n')
  })

  it('where it is off or waived for the catalog', async () => {
    await silent('standard ours extends recommended { rule catalog-delegation off }\n\ncatalog partners "Partners"\n')
  })
})
