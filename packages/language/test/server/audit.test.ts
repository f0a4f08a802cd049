import type { TenantObject } from '@entitle/graph'
import { afterEach, expect, it } from 'vitest'
import type { AuditAnswer, AuditParams } from '../../src/server/requests.ts'
import { factsOf } from '../audit/audited.ts'
import { openWire, type Wire } from './wire.ts'

let wire: Wire
afterEach(() => wire.close())

const catalog = (name: string): TenantObject => ({
  kind: 'catalog',
  address: `catalog/${name}`,
  name,
  id: `id of ${name}`,
  properties: { displayName: name, description: '', state: 'published', isExternallyVisible: false },
  raw: { id: `id of ${name}`, catalogType: 'userManaged' },
})

/** What was read of a tenant with one catalog that nobody owns. */
const params: AuditParams = {
  live: { tenant: { objects: [catalog('Partners')] }, unread: [] },
  facts: factsOf(),
  identity: { name: 'contoso', displayName: 'Contoso', domain: 'contoso.com', cloud: 'global', protected: false },
  tenant: 'contoso',
  title: 'Contoso',
  portal: true,
}
const tenant = 'tenant contoso "Contoso" { domain "contoso.com" }\n'
const audit = (more: Partial<AuditParams> = {}): Promise<AuditAnswer> =>
  wire.client.sendRequest('entitle/audit', { ...params, ...more })

it('holds a tenant that was read to the standard, tags and waivers of the sources', async () => {
  wire = await openWire({
    'a.entitle': `${tenant}standard ours extends recommended { rule catalog-delegation error }\ncatalog p "Partners" {}\n`,
  })
  const answer = await audit()
  expect(answer).toMatchObject({ failing: 2, summary: expect.stringMatching(/^2 rules fail, \d+ pass$/) })
  const text = 'markdown' in answer ? answer.markdown : ''
  expect(text).toMatch(/^# Audit of Contoso\n/)
  expect(text).toContain('Held to standard ours on')
  expect(text).toContain('### `catalog-delegation` (error) fails for 1 of 1 catalog')
  expect(text).toContain('- **catalog Partners**: Catalog "Partners" has no owners')
  expect(text).toContain(
    '[Open in the admin center](https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/CatalogBlade/catalogId/id%20of%20Partners)',
  )
  expect(text).toContain(`[a.entitle:3](${wire.uri('a.entitle')}#L3)`)
})

it('needs no declaration of the tenant, and links nowhere where there is no admin center', async () => {
  wire = await openWire({ 'a.entitle': 'user ada "ada@contoso.com"\n' })
  const { tenant: _tenant, ...undeclared } = params
  const answer: AuditAnswer = await wire.client.sendRequest('entitle/audit', { ...undeclared, portal: false })
  expect(answer).toMatchObject({ failing: 2 })
  expect(JSON.stringify(answer)).not.toContain('entra.microsoft.com')
})

it('says how many errors keep it from being known what the sources ask', async () => {
  wire = await openWire({ 'a.entitle': `${tenant}standard ours extends recomended\n` })
  expect(await audit()).toEqual({ broken: 1 })
})
