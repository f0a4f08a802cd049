import { describe, expect, it } from 'vitest'
import { asking, directory, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('external-approval')

const approved = (approval: string | undefined, more: { [name: string]: string | undefined } = {}) =>
  inPackage(policyOf(statements({ approval, ...more })))
const unapproved = (catalog?: string[], requestable = 'users from fabrikam') =>
  inPackage(
    policyOf(statements({ requestable: `requestable by ${requestable}`, approval: undefined }), 'policy «one» "One"'),
    catalog === undefined ? {} : { catalog },
  )
const atLeast = (count: string, source: string) =>
  `standard ours extends recommended { rule external-approval error at least ${count} }\n\n${source}`
const nobodys = ['description "Nobody\'s"']
const sponsorless = (source: string) => ({
  '/directory.entitle': directory.replaceAll('\n  internal sponsors anna', ''),
  '/main.entitle': source,
})

describe('external-approval speaks', () => {
  it('where nothing is said', async () => {
    const [finding] = await speaking(unapproved())
    expect(finding.message).toBe(
      'Under policy "One" people from Fabrikam get access without anybody\'s approval. Add at least 1 stage.',
    )
  })

  it('of approval that is not required', async () => {
    await speaking(approved('«approval not required»'))
  })

  it('of too few stages', async () => {
    const [finding] = await speaking(
      atLeast('2 stages', approved('«approval { stage by internal sponsors, fallback governance }»')),
    )
    expect(finding.message).toBe(
      'Policy "Partners" has 1 approval stage for people from outside; the standard asks for at least 2. Add a stage.',
    )
    await speaking(atLeast('3 stages', approved('«approval { stage by anna stage by governance }»')))
  })

  it('of any user and of a listed guest', async () => {
    await speaking(unapproved(undefined, 'any user'))
    await speaking(unapproved(undefined, 'kim'))
  })

  it('once on a template, with its policies', async () => {
    const [finding] = await speaking(
      inPackage(
        [
          policyOf(statements({ approval: undefined }), 'policy one "One" from base'),
          policyOf(statements({ approval: undefined }), 'policy two "Two" from base'),
        ],
        { before: 'policy template base {\n  «approval not required»\n}\n' },
      ),
    )
    expect(finding.related).toHaveLength(2)
    expect(finding.fixes).toBeUndefined()
  })

  it('without a fix where nobody could approve, and says whom to declare', async () => {
    const without = sponsorless(unapproved(nobodys))
    const [finding] = await speaking(without)
    expect(finding.fixes).toBeUndefined()
    expect(finding.help).toContain('Name owners of the catalog, or internal sponsors of each organization, first')
    const [all] = await speaking(sponsorless(unapproved(nobodys, 'any connected organization')))
    expect(all.fixes).toBeUndefined()
    const [unknown] = await speaking(unapproved(nobodys, 'any external user'))
    expect(unknown.fixes).toBeUndefined()
    const [guests] = await speaking(unapproved(nobodys, 'any user'))
    expect(guests.fixes).toBeUndefined()
  })

  it('without a fix where the catalog names too few for the stages', async () => {
    const [finding] = await speaking(atLeast('3 stages', unapproved(['owners governance'])))
    expect(finding.fixes).toBeUndefined()
    const [more] = await speaking(
      atLeast(
        '2 stages',
        inPackage(policyOf(statements({ approval: '«approval { stage by governance }»' }), 'policy one "One"'), {
          catalog: ['owners governance', 'package managers governance'],
        }).replace('users from fabrikam', 'any user'),
      ),
    )
    expect(more.fixes).toEqual([])
  })
})

describe('external-approval is silent', () => {
  it('on one stage', async () => {
    await silent(approved('approval { stage by governance }'))
  })

  it('on as many stages as the standard asks for', async () => {
    await silent(atLeast('2 stages', approved('approval { stage by anna stage by governance }')))
    await silent(atLeast('1 stage', approved('approval { stage by anna }')))
  })

  it('on policies for people from inside', async () => {
    await silent(inPackage(policyOf(['requestable by any member', 'approval not required'])))
    await silent(inPackage(policyOf(['requestable by anna, governance'])))
    await silent(inPackage('policy none "None"'))
  })

  it('on the approval of a template, and on one that replaces it', async () => {
    await silent(
      inPackage(policyOf(statements({ approval: undefined }), 'policy one "One" from base'), {
        before: 'policy template base {\n  approval { stage by governance }\n}\n',
      }),
    )
    await silent(
      inPackage(policyOf(statements(), 'policy one "One" from base'), {
        before: 'policy template base {\n  approval not required\n}\n',
      }),
    )
  })

  it('on more stages asked of packages with another tag', async () => {
    await silent(
      `standard ours extends recommended { rule external-approval error at least 2 stages where tag compliance }\n\n${approved('approval { stage by anna }')}`,
    )
  })

  it('where it is off', async () => {
    await silent(
      `standard ours extends recommended { rule external-approval off }\n\n${approved('approval not required')}`,
    )
  })

  it('on agents and applications, of which another rule speaks', async () => {
    await silent(inPackage(policyOf(['requestable by any agent identity', 'approval not required'])))
    await silent(inPackage(policyOf(['requestable by any service principal'])))
  })
})

describe('external-approval repairs', () => {
  it('without asking why where the cloud refuses that', async () => {
    const source = {
      '/directory.entitle': directory.replace('"contoso.com"', '"contoso.com"\n  cloud usgov'),
      '/main.entitle': inPackage(policyOf(['requestable by users from fabrikam', 'expires after 180 days'])),
    }
    expect(await fixed(source, 'Add approval by internal sponsors')).toContain(
      'approval {\n        stage by internal sponsors, fallback governance\n      }\n',
    )
  })

  it('by the internal sponsors, with the owners where there is no sponsor', async () => {
    expect(await fixed(unapproved(), 'Add approval by internal sponsors')).toContain(
      [
        '      approval {',
        '        justification required',
        '        stage by internal sponsors, fallback governance',
        '      }',
      ].join('\n'),
    )
  })

  it('by the internal sponsors alone, where each organization has some and the catalog no owners', async () => {
    for (const who of ['users from fabrikam, litware', 'any connected organization'])
      expect(await fixed(unapproved(nobodys, who), 'Add approval by internal sponsors')).toContain(
        'stage by internal sponsors\n',
      )
  })

  it('by the owners, for guests who may have no sponsor', async () => {
    expect(await fixed(unapproved(undefined, 'any user'), 'Add approval by governance')).toContain(
      'stage by governance\n',
    )
    expect(await fixed(unapproved(undefined, 'kim'), 'Add approval by governance')).toContain('stage by governance\n')
  })

  it('in the place of approval that is not required', async () => {
    expect(await fixed(approved('approval not required'), 'Add approval by internal sponsors')).not.toContain(
      'not required',
    )
  })

  it('in a block on one line', async () => {
    const source = inPackage('policy one "O" { requestable by users from fabrikam approval not required }', {
      catalog: nobodys,
    })
    expect(await fixed(source, 'Add approval by internal sponsors')).toContain(
      'approval { justification required stage by internal sponsors } }',
    )
  })

  it('with as many stages as the standard asks for', async () => {
    expect(
      await fixed(atLeast('2 stages', unapproved()), 'Add approval by internal sponsors, then governance'),
    ).toContain('stage by internal sponsors, fallback governance\n        stage by governance\n')
    await fixed(
      atLeast('3 stages', unapproved()),
      'Add approval by internal sponsors, then governance, then partner-pms',
    )
  })

  it('by adding the missing stages to an approval', async () => {
    const long = 'approval {\n  stage by internal sponsors, fallback governance {\n    within 7 days\n  }\n}'
    expect(await fixed(atLeast('2 stages', approved(long)), 'Add a stage by governance')).toContain(
      '        }\n        stage by governance\n      }',
    )
    expect(
      await fixed(
        atLeast('2 stages', approved('approval { stage by governance }')),
        'Add a stage by internal sponsors',
      ),
    ).toContain('approval { stage by governance stage by internal sponsors, fallback governance }')
    await fixed(
      atLeast('3 stages', approved('approval { stage by anna }')),
      'Add a stage by internal sponsors, then governance',
    )
  })

  it('by adding a stage to the approval of a template', async () => {
    const source = inPackage(policyOf(statements({ approval: undefined }), 'policy one "One" from base'), {
      before: 'policy template base {\n  approval {\n    stage by governance\n  }\n}\n',
    })
    expect(await fixed(atLeast('2 stages', source), 'Add a stage by internal sponsors')).toContain(
      '    stage by governance\n    stage by internal sponsors, fallback governance\n  }',
    )
  })
})
