import { apply, type HttpTransport, type Json, limited, preparePlan } from '@entitle/graph'
import { systemClock } from '@entitle/graph/node'
import { openWorkspace } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { loadSchema, validateExchange } from './schema-validator.ts'
import { type ContractTenant, noting, waysToTenants } from './transports.ts'

const schema = loadSchema()
const em = '/identityGovernance/entitlementManagement'
const anHour = 3_600_000

/** Something of every kind that a test may make in a tenant that isn't its own. */
const whole = ({ prefix, tenantId, user, groups: [one, other] }: ContractTenant, days: number) => `
tenant t "T" { id "${tenantId}" }
group one "${one}"
group other "${other}"
user  person "${user}"
organization o "${prefix} organization" {
  description "${days}"
  domain "entitle-contract.example"
  internal sponsors person
}
catalog c "${prefix}" {
  description "${days}"
  unpublished
  readers other
  resources one
  workflow w "${prefix} workflow" {
    description "${days}"
    logic app "contract" resource group "contract" subscription "7f0d6f1e-3f0c-4d4e-9a65-0c6c2f5d8b11"
    on request
  }
  package p "Package" {
    description "${days}"
    hidden
    grants "Member" of one
    incompatible with q, other
    policy s "Staff" {
      description "${days}"
      requestable by person, other
      approval {
        justification required
        stage by manager, fallback other { within ${days} days justification required }
      }
      expires after ${days} days
      extension allowed with approval
      review quarterly { starting 2027-01-04 open for ${days} days reviewers other if no response keep access }
      ask "Why?" required matching "^[A-Z]" { in "de-DE" "Warum?" }
      ask "Where?" choose "Here", "There"
      notifications off
    }
  }
  package q "Other package" { hidden }
}
`

/** The same with every statement taken out that can be: what it turned on is turned off, and what lay inside is removed. */
const bare = ({ prefix, tenantId, groups: [one] }: ContractTenant) => `
tenant t "T" { id "${tenantId}" }
organization o "${prefix} organization" { domain "entitle-contract.example" }
catalog c "${prefix}" {
  unpublished
  resources group "${one}"
  package p "Package" { hidden policy s "Staff" { requestable by no one } }
}
`

/** The catalog alone. */
const empty = ({ prefix, tenantId }: ContractTenant) => `
tenant t "T" { id "${tenantId}" }
catalog c "${prefix}" { unpublished }
`

const deploy = async (text: string, { tenantId, cloud }: ContractTenant, transport: HttpTransport): Promise<void> => {
  const workspace = await openWorkspace({ files: { '/t.entitle': text }, today: '2026-11-22', rules: false })
  expect(workspace.check().filter(({ severity }) => severity === 'error')).toEqual([])
  const { tenant, identity } = workspace.desired()
  const prepare = () =>
    preparePlan({ transport, desired: tenant, identity: { ...identity, cloud, tenantId }, options: { prune: true } })
  const { plan } = await prepare()
  expect(plan.findings).toEqual([])
  const outcome = await apply(plan, { transport, clock: systemClock })
  expect(outcome.steps.flatMap(({ failure }) => failure ?? [])).toEqual([])
  // Whoever makes a catalog owns it, until others are declared who do.
  expect((await prepare()).plan.steps.filter(({ kind }) => kind !== 'catalog-role')).toEqual([])
}

const isObject = (value: unknown): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Removes what Entitle never deletes: the catalog and the organization that the test made, by their names. */
const removeAll = async (transport: HttpTransport, prefix: string): Promise<void> => {
  for (const [list, name] of [
    ['catalogs', prefix],
    ['connectedOrganizations', `${prefix} organization`],
  ]) {
    const path = `${em}/${list}?$filter=displayName eq '${name}'`
    const { body } = await transport.send({ method: 'GET', path })
    const found = isObject(body) && Array.isArray(body.value) ? body.value.filter(isObject) : []
    for (const { id } of found) {
      const { status } = await transport.send({ method: 'DELETE', path: `${em}/${list}/${id}` })
      expect([200, 204]).toContain(status)
    }
    expect(found.length).toBeLessThanOrEqual(1)
  }
}

describe.each(waysToTenants)('the contract with $name', ({ missing, open }) => {
  const skipped = missing.length === 0 ? '' : ` (skipped: ${missing.join(', ')} not set)`
  it.skipIf(missing.length > 0)(
    `is kept by what is sent and answered while something of every kind is made, changed and removed${skipped}`,
    async () => {
      const tenant = open()
      const { transport: noted, exchanges } = noting(tenant.transport)
      const transport = limited(noted, systemClock)
      try {
        await deploy(whole(tenant, 10), tenant, transport)
        await deploy(whole(tenant, 12), tenant, transport)
        await deploy(bare(tenant), tenant, transport)
        await deploy(empty(tenant), tenant, transport)
      } finally {
        await removeAll(transport, tenant.prefix)
        tenant.close()
      }
      expect(exchanges.length).toBeGreaterThan(20)
      const against = schema === undefined ? [] : exchanges.flatMap(exchange => validateExchange(schema, exchange))
      expect([...new Set(against)]).toEqual([])
    },
    anHour,
  )
})
