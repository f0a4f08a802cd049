import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf } from './harness.ts'

const { speaking, silent, fixed } = asking('project-end-date')

const staff = (lines: string[], head = 'policy staff "Staff"') =>
  policyOf(['requestable by any member', ...lines], head)
const project = (...policies: string[]) => inPackage(policies, { tags: 'project' })
const dated = (date: string, head: string) => policyOf(['requestable by anna', `expires on ${date}`], head)

describe('project-end-date speaks', () => {
  it('of a duration', async () => {
    const [finding] = await speaking(project(staff(['«expires after 90 days»'])))
    expect(finding.message).toBe(
      'Policy "Staff" has no end date, though package "Suppliers" is tagged project. Let access expire on the day the project ends.',
    )
    expect(finding.severity).toBe('warning')
    expect(finding.fixes).toBeUndefined()
    expect(finding.help).toBe('Write the day as in `expires on 2027-06-30`.')
  })

  it('of access that never ends, and where nothing is said', async () => {
    await speaking(project(staff(['«never expires»'])))
    await speaking(project(staff([], 'policy «staff» "Staff"')))
    await speaking(project('policy «staff» "Staff"'))
  })

  it('of one policy among dated ones', async () => {
    await speaking(project(dated('2027-06-30', 'policy a "A"'), staff(['«expires after 90 days»'])))
  })

  it('once on a template', async () => {
    const [finding] = await speaking(
      inPackage([staff([], 'policy one "One" from base'), staff(['extension denied'], 'policy two "Two" from base')], {
        tags: 'alpine, project',
        before: 'policy template base {\n  «expires after 90 days»\n}\n',
      }),
    )
    expect(finding.related).toHaveLength(2)
  })
})

describe('project-end-date is silent', () => {
  it('on an end date, also one with a time or from a template', async () => {
    await silent(project(staff(['expires on 2027-06-30'])))
    await silent(project(staff(['expires on 2027-06-30 18:00'])))
    await silent(
      inPackage(staff([], 'policy one "One" from base'), {
        tags: 'project',
        before: 'policy template base {\n  expires on 2027-06-30\n}\n',
      }),
    )
  })

  it('on packages without the tag', async () => {
    await silent(inPackage(staff(['expires after 90 days'])))
    await silent(inPackage(staff(['expires after 90 days']), { tags: 'projects, multi-year' }))
  })

  it('on a package without policies', async () => {
    await silent('catalog c "C" {\n  owners governance\n  package p "P" {\n    tags project\n  }\n}\n')
  })

  it('on automatic assignment', async () => {
    await silent(project(policyOf(['assigned automatically where "user.department -eq \\"Sales\\""'])))
  })

  it('where it is off', async () => {
    await silent(
      `standard ours extends recommended { rule project-end-date off }\n\n${project(staff(['expires after 90 days']))}`,
    )
  })
})

describe('project-end-date repairs', () => {
  it('by the latest date of the package', async () => {
    const source = project(
      dated('2027-06-30', 'policy a "A"'),
      dated('2027-09-30', 'policy b "B"'),
      dated('2027-03-31', 'policy c "C"'),
      staff([]),
    )
    expect(await fixed(source, 'Add "expires on 2027-09-30"')).toContain(
      'requestable by any member\n      expires on 2027-09-30\n',
    )
  })

  it('by replacing a duration, which is for a person to decide', async () => {
    const source = project(dated('2027-06-30', 'policy a "A"'), staff(['«expires after 90 days»']))
    const [finding] = await speaking(source)
    expect(finding.fixes?.[0]?.safe).toBe(false)
    expect(await fixed(source, 'Replace by "expires on 2027-06-30"')).not.toContain('90 days')
  })

  it('a template for all its policies', async () => {
    const source = inPackage(
      [
        dated('2027-06-30', 'policy a "A"'),
        staff([], 'policy one "One" from base'),
        staff(['extension denied'], 'policy two "Two" from base'),
      ],
      { tags: 'project', before: 'policy template base {\n  expires after 90 days\n}\n' },
    )
    expect(await fixed(source, 'Replace by "expires on 2027-06-30"')).toContain(
      'policy template base {\n  expires on 2027-06-30\n}',
    )
  })

  it('by no date that is over', async () => {
    const [finding] = await speaking(project(dated('2026-01-31', 'policy a "A"'), staff(['«expires after 90 days»'])))
    expect(finding.fixes).toBeUndefined()
  })
})
