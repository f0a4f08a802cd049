import { describe, expect, it } from 'vitest'
import { asking, directory, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('approver-fallback')

const approved = (stages: string, who = 'any member', catalog?: readonly string[]) =>
  inPackage(
    policyOf([`requestable by ${who}`, `approval { ${stages} }`, 'expires after 90 days']),
    catalog === undefined ? {} : { catalog },
  )
const outside = (stages: string, who: string) =>
  inPackage(policyOf(statements({ requestable: `requestable by ${who}`, approval: `approval { ${stages} }` })))

describe('approver-fallback speaks', () => {
  it('of a manager', async () => {
    const [finding] = await speaking(approved('stage by «manager»'))
    expect(finding.message).toBe(
      'Policy "Partners" asks only the manager of who requests, and not everybody has one. Add a `fallback`: a group, or a user.',
    )
    expect(finding.severity).toBe('error')
  })

  it("of the manager's manager, in each stage", async () => {
    const [, second] = await speaking(approved('stage by «manager» stage by «manager level 2»'))
    expect(second?.message).toContain("asks only the manager's manager of who requests")
  })

  it('of whom a stage passes requests on to', async () => {
    await speaking(approved('stage by governance { within 14 days escalate to «manager level 2» after 9 days }'))
  })

  it('of sponsors of people whose organization nobody knows', async () => {
    await speaking(outside('stage by «internal sponsors»', 'any external user'))
    await speaking(outside('stage by «external sponsors»', 'any user'))
  })

  it('of sponsors of guests', async () => {
    const [finding] = await speaking(outside('stage by «user sponsors»', 'users from fabrikam'))
    expect(finding.message).toContain('asks only user sponsors, and not everybody has any')
  })

  it('without a fix where the catalog has no owners, but with help', async () => {
    const [finding] = await speaking(approved('stage by «manager»', 'any member', ['package managers partner-pms']))
    expect(finding.fixes).toBeUndefined()
    expect(finding.help).toContain('Name owners of the catalog first')
  })

  it('of managers of people from outside where manager-of-external is off', async () => {
    const off = 'standard s extends recommended { rule manager-of-external off }\n\n'
    await speaking(off + outside('stage by «manager»', 'users from fabrikam'))
  })

  it('once on a template, for those policies that it fails', async () => {
    const [finding] = await speaking(
      `policy template base {\n  approval { stage by «manager» }\n  expires after 90 days\n}\n\n${inPackage([
        policyOf(['requestable by any member'], 'policy a "A" from base'),
        policyOf(['requestable by governance'], 'policy b "B" from base'),
        policyOf(['requestable by no one'], 'policy c "C" from base'),
      ])}`,
    )
    expect(finding.related?.map(({ message }) => message)).toEqual([
      'This reaches policy "A" of package "Suppliers".',
      'This reaches policy "B" of package "Suppliers".',
    ])
    expect(finding.fixes?.map(({ safe }) => safe)).toEqual([false])
  })
})

describe('approver-fallback is silent', () => {
  it('where there is a fallback', async () => {
    await silent(approved('stage by manager, fallback governance'))
    await silent(
      approved('stage by governance { within 14 days escalate to manager, fallback partner-pms after 9 days }'),
    )
    await silent(outside('stage by user sponsors, fallback governance', 'any external user'))
  })

  it('where somebody is named beside', async () => {
    await silent(approved('stage by manager, governance'))
    await silent(outside('stage by internal sponsors, governance', 'any external user'))
  })

  it('on sponsors of organizations that the sources name', async () => {
    await silent(outside('stage by internal sponsors', 'users from fabrikam, litware'))
    await silent(outside('stage by internal sponsors', 'any connected organization'))
  })

  it('where an organization has no sponsor: another check says so', async () => {
    const texts = {
      '/directory.entitle': directory.replace(
        '  domain "litware.com"\n  internal sponsors anna\n',
        '  domain "l.com"\n',
      ),
      '/main.entitle': outside('stage by internal sponsors', 'users from litware'),
    }
    await silent(texts)
  })

  it('where nobody may request, or no approval is asked for', async () => {
    await silent(approved('stage by manager', 'no one'))
    await silent(inPackage(policyOf(['approval { stage by manager }', 'expires after 90 days'])))
    await silent(inPackage(policyOf(['requestable by any member', 'approval not required', 'expires after 90 days'])))
    await silent(inPackage(policyOf(['requestable by any member', 'expires after 90 days'])))
  })

  it('on managers of people from outside, of whom manager-of-external speaks', async () => {
    await silent(outside('stage by manager', 'users from fabrikam'))
  })

  it('on sponsors of agents, which always have one, and of members, who have none whatever the fallback', async () => {
    await silent(approved('stage by user sponsors', 'any agent identity'))
    await silent(approved('stage by internal sponsors'))
  })

  it('where a standard switches it off', async () => {
    await silent(`standard s extends recommended { rule approver-fallback off }\n\n${approved('stage by manager')}`)
  })
})

describe('approver-fallback repairs', () => {
  it("by the catalog's owners", async () => {
    expect(await fixed(approved('stage by manager'), 'Add "fallback governance"')).toBe(
      approved('stage by manager, fallback governance'),
    )
  })

  it('in an escalation', async () => {
    const source = (who: string) => approved(`stage by partner-pms { within 14 days escalate to ${who} after 9 days }`)
    expect(await fixed(source('manager level 2'), 'Add "fallback governance"')).toBe(
      source('manager level 2, fallback governance'),
    )
  })
})
