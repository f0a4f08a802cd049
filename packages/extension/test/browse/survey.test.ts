import { apply, preparePlan } from '@entitle/graph'
import { systemClock } from '@entitle/graph/node'
import { openWorkspace } from '@entitle/language'
import { afterEach, describe, expect, it } from 'vitest'
import { assignmentNodes } from '../../src/browse/live-outline.ts'
import { assignmentsOf, survey } from '../../src/browse/survey.ts'
import { startSandbox } from '../../src/tenant/run-sandbox.ts'
import type { RunningSandbox } from '../../src/tenant/running-sandbox.ts'

const sources = `tenant contoso "Contoso" {
  domain "contoso.com"
}

user  anna  "anna@contoso.com"
group desk  "Desk"
group tools "Tools"

catalog shop "Shop" {
  owners desk
  resources tools
  package hammers "Hammers" {
    grants "Member" of tools
    policy staff "Staff" {
      requestable by no one
      never expires
    }
  }
  package nails "Nails" {
    grants "Member" of tools
  }
}

assign anna to shop.hammers using staff until 2099-06-30
`
const desiredOf = async (text: string) => {
  const { desired } = await openWorkspace({ files: { '/a.entitle': text }, today: '2026-11-23' })
  return desired('contoso')
}
let running: RunningSandbox | undefined
afterEach(() => running?.stop())

/** A sandbox tenant to which the sources were deployed. */
const deployed = async (text: string) => {
  running = await startSandbox(':memory:')
  const { tenant, identity, findings } = await desiredOf(text)
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  running.seed(tenant)
  const { transport, tenantId } = running
  const input = { transport, desired: tenant, identity: { ...identity, tenantId } }
  const { plan } = await preparePlan(input)
  const { status } = await apply(plan, { transport, clock: systemClock })
  expect(status).toBe('done')
  return input
}
const standings = ({ objects }: Awaited<ReturnType<typeof survey>>) =>
  Object.fromEntries(
    objects
      .filter(({ object }) => object.kind === 'catalog' || object.kind === 'access-package')
      .map(({ object, standing }) => [object.name, standing]),
  )

describe('a survey of a tenant', () => {
  it('says of each object how it stands to the sources, and where it is declared', async () => {
    const input = await deployed(sources)
    const before = await survey(input)
    expect(standings(before)).toMatchObject({ Shop: 'declared', Hammers: 'declared', Nails: 'declared' })
    expect(before.objects.find(({ object }) => object.name === 'Hammers')?.range?.uri).toMatch(/a\.entitle$/)
    const changed = sources
      .replace('package nails "Nails" {\n    grants "Member" of tools\n  }', '')
      .replace('owners desk', 'description "Tools."\n  owners desk')
    const after = await survey({ ...input, desired: (await desiredOf(changed)).tenant })
    expect(standings(after)).toMatchObject({ Shop: 'differs', Hammers: 'declared', Nails: 'undeclared' })
    expect(after.problems).toEqual([])
  })

  it('has everything of a tenant of which nothing is declared', async () => {
    const input = await deployed(sources)
    const { objects } = await survey({ ...input, desired: { objects: [] } })
    expect(objects.map(({ object }) => object.name)).toContain('Hammers')
    expect(new Set(objects.map(({ standing }) => standing))).toEqual(new Set(['undeclared']))
  })

  it('tells who has access through a package, and until when', async () => {
    const input = await deployed(sources)
    const found = await survey(input)
    const accessPackage = found.objects.find(({ object }) => object.name === 'Hammers')?.object
    if (accessPackage === undefined) throw new Error('the package is there')
    const { assignments, problems } = await assignmentsOf(input.transport, accessPackage, found)
    expect(problems).toEqual([])
    expect(assignmentNodes(assignments).map(({ label, detail }) => [label, detail])).toEqual([
      ['anna@contoso.com', 'Staff, until 2099-06-30'],
    ])
  })
})
