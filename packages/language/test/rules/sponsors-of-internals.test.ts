import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf } from './harness.ts'

const { speaking, silent, fixed } = asking('sponsors-of-internals')

const staff = (stages: string, requestable = 'requestable by any member', catalog?: readonly string[]) =>
  inPackage(
    policyOf([requestable, `approval {\n  ${stages}\n}`, 'expires after 90 days'], 'policy staff "Staff"'),
    catalog === undefined ? {} : { catalog },
  )

describe('sponsors-of-internals speaks', () => {
  it.each(['internal sponsors', 'external sponsors', 'user sponsors'])('of %s', async sponsors => {
    const [finding] = await speaking(staff(`stage by «${sponsors}», fallback governance`))
    expect(finding.severity).toBe('error')
    expect(finding.message).toBe(
      `Policy "Staff" has ${sponsors} decide on requests of members, who have none. Ask their manager instead.`,
    )
  })

  it('of a later stage, a fallback and an escalation', async () => {
    await speaking(
      staff(
        'stage by anna\n  stage by governance, fallback «internal sponsors» {\n    escalate to «external sponsors» after 3 days\n  }',
      ),
    )
  })

  it('of a list of members', async () => {
    await speaking(staff('stage by «internal sponsors»', 'requestable by anna, user "kim@contoso.com"'))
  })

  it('once on a template, though people from outside use it too', async () => {
    const [finding] = await speaking(
      inPackage(
        [
          policyOf(['requestable by any member'], 'policy one "One" from base'),
          policyOf(['requestable by users from fabrikam'], 'policy two "Two" from base'),
        ],
        { before: 'policy template base {\n  approval { stage by «internal sponsors», fallback governance }\n}\n' },
      ),
    )
    expect(finding.related?.map(({ message }) => message)).toEqual([
      'This reaches policy "One" of package "Suppliers".',
    ])
    expect(finding.fixes?.[0]?.safe).toBe(false)
  })
})

describe('sponsors-of-internals is silent', () => {
  it.each([
    'requestable by users from fabrikam',
    'requestable by any connected organization',
    'requestable by any external user',
    'requestable by any user',
    'requestable by any agent identity',
    'requestable by kim',
    'requestable by anna, kim',
  ])('where %s', async requestable => {
    await silent(staff('stage by internal sponsors, fallback governance', requestable))
  })

  it('on a group, of which nobody knows who is in it', async () => {
    await silent(staff('stage by user sponsors, fallback governance', 'requestable by anna, alpine'))
  })

  it('on other approvers', async () => {
    await silent(staff('stage by manager, fallback governance'))
    await silent(staff('stage by governance'))
  })

  it('where nobody approves or requests', async () => {
    await silent(inPackage(policyOf(['requestable by any member', 'approval not required'])))
    await silent(inPackage('policy none "None"'))
    await silent(staff('stage by internal sponsors, fallback governance', 'requestable by no one'))
  })
})

describe('sponsors-of-internals repairs', () => {
  it('by the manager, with the owners of the catalog to stand in', async () => {
    expect(await fixed(staff('stage by internal sponsors'), 'Write "manager, fallback governance"')).toContain(
      'stage by manager, fallback governance\n',
    )
  })

  it('by the manager where somebody stands in already', async () => {
    expect(await fixed(staff('stage by internal sponsors, fallback anna'), 'Write "manager"')).toContain(
      'stage by manager, fallback anna\n',
    )
  })

  it.each([
    ['with others', 'stage by «internal sponsors», anna'],
    ['beside another stage by managers', 'stage by manager, fallback anna\n  stage by «internal sponsors»'],
    ['in two stages', 'stage by «internal sponsors»\n  stage by «external sponsors»'],
    ['that only stand in', 'stage by anna, fallback «internal sponsors»'],
  ])('not sponsors %s', async (_, stages) => {
    const findings = await speaking(staff(stages))
    expect(findings.flatMap(({ fixes }) => fixes)).toEqual([])
  })

  it('not where nobody could stand in', async () => {
    const [finding] = await speaking(staff('stage by «internal sponsors»', undefined, ['description "x"']))
    expect(finding.fixes).toEqual([])
  })
})
