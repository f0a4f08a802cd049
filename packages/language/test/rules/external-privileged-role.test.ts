import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent } = asking('external-privileged-role')

const crm = 'app crm "CRM"\nsite wiki "https://contoso.sharepoint.com/sites/wiki"\n'
const granting = (grants: readonly string[], policies: string | readonly string[] = policyOf(statements())) =>
  `${crm}\n${inPackage(policies, {
    catalog: [
      'visible to external users',
      'owners governance',
      'package managers partner-pms',
      'resources alpine, crm, wiki',
    ],
  }).replace('"Suppliers" {\n', `"Suppliers" {\n${grants.map(grant => `    ${grant}\n`).join('')}`)}`
const setting = (option: string, source: string) =>
  `standard s extends recommended { rule external-privileged-role error ${option} }\n\n${source}`

describe('external-privileged-role speaks', () => {
  it("of a group's ownership", async () => {
    const [finding] = await speaking(granting(['«grants "Owner" of alpine»']))
    expect(finding.severity).toBe('error')
    expect(finding.message).toBe(
      'People from outside may become owners of group "Project Alpine", and then let in whom they like. Grant "Member".',
    )
    expect(finding.related?.map(({ message }) => message)).toEqual([
      'This reaches policy "Partners" of package "Suppliers".',
    ])
  })

  it.each(['Administrator', 'user admin', 'Full Control', 'FULL CONTROL'])('of the role %s', async role => {
    const [finding] = await speaking(granting([`«grants "${role}" in crm»`]))
    expect(finding.message).toBe(
      `People from outside may get the role "${role}" in "CRM". Grant them a lesser one, or move it to a package for people from inside.`,
    )
  })

  it('of what the standard looks for', async () => {
    await speaking(setting('matching "^Approver$"', granting(['«grants "Approver" in crm»'])))
    await speaking(setting('matching "(?i)approver"', granting(['«grants "Chief APPROVER" in crm»'])))
  })

  it("of a group's ownership, whatever the standard looks for", async () => {
    await speaking(setting('matching "x"', granting(['«grants "owner" of alpine»'])))
  })

  it('once, with every policy for people from outside', async () => {
    const policies = [
      policyOf(statements(), 'policy one "One"'),
      policyOf(statements({ requestable: 'requestable by any connected organization' }), 'policy two "Two"'),
      policyOf(['requestable by any member'], 'policy three "Three"'),
    ]
    const [finding, ...others] = await speaking(granting(['«grants "Owner" of alpine»'], policies))
    expect(others).toEqual([])
    expect(finding.related).toHaveLength(2)
  })
})

describe('external-privileged-role is silent', () => {
  it('on lesser roles', async () => {
    await silent(granting(['grants "Member" of alpine', 'grants "Standard User" in crm', 'grants "Read" in wiki']))
  })

  it('on people from inside', async () => {
    await silent(granting(['grants "Owner" of alpine'], policyOf(['requestable by any member'])))
    await silent(granting(['grants "Administrator" in crm'], policyOf(['requestable by no one'])))
    await silent(granting(['grants "Administrator" in crm'], policyOf(['requestable by anna'])))
  })

  it('on what the standard does not look for', async () => {
    await silent(setting('matching "^Approver$"', granting(['grants "Administrator" in crm'])))
    await silent(setting('matching "admin"', granting(['grants "ADMIN" in crm'])))
  })

  it('on a package that grants nothing, or has no policy', async () => {
    await silent(granting([]))
    await silent(granting(['grants "Owner" of alpine'], []))
  })

  it('on a package with a tag for which another pattern holds', async () => {
    const standard =
      'standard s extends recommended {\n  rule external-privileged-role error matching "root" where tag pilot\n}\n\n'
    const source = granting(['grants "Administrator" in crm']).replace(
      '"Suppliers" {\n',
      '"Suppliers" {\n    tags pilot\n',
    )
    await silent(standard + source)
  })

  it('where a standard switches it off', async () => {
    await silent(
      `standard s extends recommended { rule external-privileged-role off }\n\n${granting(['grants "Owner" of alpine'])}`,
    )
  })

  it('for packages whose tag switches it off', async () => {
    const standard = 'standard s extends recommended { rule external-privileged-role off where tag pilot }\n\n'
    await silent(
      standard + granting(['grants "Owner" of alpine']).replace('"Suppliers" {\n', '"Suppliers" {\n    tags pilot\n'),
    )
  })

  it('on roles that only hold a part of the word', async () => {
    await silent(setting('matching "^(Admin|Owner)$"', granting(['grants "Project ownership reader" in crm'])))
  })
})

describe('the pattern of external-privileged-role', () => {
  const { speaking: told, silent: untold } = asking('rule-option')

  it('must be one that can be run', async () => {
    const [finding] = await told(setting('«matching "a(?x) b"»', ''))
    expect(finding.message).toContain("can't look for this pattern")
    const [bound] = await told(setting('«at most 3 days»', ''))
    expect(bound.message).toBe(
      'Rule external-privileged-role takes an option of the form `matching "(?i)admin|owner|full control"`.',
    )
  })

  it.each(['(?i)admin', '^Admin$', '(?i)(read|write)\\\\s*all'])('may be %s', async pattern => {
    await untold(setting(`matching "${pattern}"`, ''))
  })

  it('is its own where that of the standard can not be run', async () => {
    await speaking(setting('matching "a(?x) b"', granting(['«grants "Admin" in crm»'])))
  })
})
