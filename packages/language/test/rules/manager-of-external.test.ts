import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('manager-of-external')

const approved = (stage: string, requestable?: string) =>
  inPackage(
    policyOf(
      statements({
        approval: `approval { justification required stage by ${stage} }`,
        ...(requestable === undefined ? {} : { requestable }),
      }),
    ),
  )
const reviewed = (reviewers: string, requestable?: string) =>
  inPackage(
    policyOf(
      statements({
        review: `review quarterly { reviewers ${reviewers} if no response remove access }`,
        ...(requestable === undefined ? {} : { requestable }),
      }),
    ),
  )
const mixed = 'requestable by any user'

describe('manager-of-external speaks', () => {
  it('of managers who approve', async () => {
    const [finding] = await speaking(approved('«manager»'))
    expect(finding.severity).toBe('warning')
    expect(finding.message).toBe(
      'Policy "Partners" has managers approve, and people from outside rarely have one in the directory. Name `internal sponsors`.',
    )
  })

  it('of managers who review', async () => {
    const [finding] = await speaking(reviewed('«manager», fallback governance'))
    expect(finding.message).toContain('has managers review, and')
  })

  it('of managers to whom a stage escalates', async () => {
    await speaking(
      approved('governance { within 14 days escalate to «manager level 2», fallback governance after 9 days }'),
    )
  })

  it.each(['any connected organization', 'any external user', 'users from fabrikam, litware'])(
    'where %s may request, though somebody stands in',
    async who => {
      await speaking(approved('«manager», fallback governance', `requestable by ${who}`))
    },
  )

  it('where members may request too, and nobody stands in for guests', async () => {
    const [finding] = await speaking(approved('«manager»', mixed))
    expect(finding.message).toContain('Add a `fallback`.')
    expect(finding.fixes).toEqual([])
    await speaking(reviewed('«manager»', 'requestable by anna, kim'))
  })

  it('once on a template', async () => {
    const [finding] = await speaking(
      inPackage(
        ['one', 'two'].map(name => policyOf(statements({ approval: undefined }), `policy ${name} "${name}" from base`)),
        { before: 'policy template base {\n  approval { justification required stage by «manager» }\n}\n' },
      ),
    )
    expect(finding.related).toHaveLength(2)
  })
})

describe('manager-of-external is silent', () => {
  it('on other approvers and reviewers', async () => {
    await silent(approved('internal sponsors, fallback governance'))
    await silent(reviewed('partner-pms'))
  })

  it('on people from inside', async () => {
    await silent(approved('manager', 'requestable by any member'))
    await silent(approved('manager', 'requestable by anna'))
    await silent(reviewed('manager', 'requestable by any member'))
  })

  it('where members may request too, and somebody stands in for guests', async () => {
    await silent(approved('manager, fallback governance', mixed))
    await silent(reviewed('manager, fallback governance', mixed))
  })

  it('on managers who only stand in', async () => {
    await silent(approved('internal sponsors, fallback manager'))
  })

  it('where nobody approves or reviews', async () => {
    await silent(inPackage(policyOf(statements({ approval: 'approval not required', review: undefined }))))
  })

  it('where a standard switches it off', async () => {
    await silent(`standard s extends recommended { rule manager-of-external off }\n\n${approved('manager')}`)
  })

  it('where a policy replaces what its template says', async () => {
    await silent(
      inPackage(policyOf(statements(), 'policy one "One" from base'), {
        before: 'policy template base {\n  approval { stage by manager }\n}\n',
      }),
    )
  })

  it('where nobody may request', async () => {
    await silent(approved('manager', 'requestable by no one'))
  })
})

describe('manager-of-external repairs', () => {
  const stage = (approvers: string) =>
    inPackage(policyOf(['requestable by users from fabrikam', `approval {\n  stage by ${approvers}\n}`]))

  it('by sponsors, with the owners of the catalog to stand in', async () => {
    expect(await fixed(stage('manager'), 'Write "internal sponsors, fallback governance"')).toContain(
      'stage by internal sponsors, fallback governance\n',
    )
  })

  it('by sponsors where somebody stands in already', async () => {
    expect(await fixed(stage('manager, fallback anna'), 'Write "internal sponsors"')).toContain(
      'stage by internal sponsors, fallback anna\n',
    )
  })

  it('not one of several, nor where sponsors are asked already', async () => {
    const [finding] = await speaking(approved('«manager», anna'))
    expect(finding.fixes).toEqual([])
    const [twice] = await speaking(approved('«manager» stage by internal sponsors, fallback governance'))
    expect(twice.fixes).toEqual([])
  })
})
