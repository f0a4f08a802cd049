import type { Finding } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { asking, directory, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('mixed-audience')

const open = (requestable: string, head?: string) =>
  inPackage(policyOf(statements({ requestable: `requestable by ${requestable}` }), head))
const title = 'Split into a policy for members and one for partners'

describe('mixed-audience speaks', () => {
  it('of any user', async () => {
    const [finding] = await speaking(inPackage(policyOf(statements({ requestable: '«requestable by any user»' }))))
    expect(finding.message).toBe(
      'Policy "Partners" takes members and guests on the same terms. Write one policy for each.',
    )
    expect(finding.severity).toBe('warning')
  })

  it.each([
    'anna, kim',
    'governance, kim',
    'anna, user "jo_a.example#EXT#@contoso.com"',
    'kim, user "Anna@CONTOSO.com"',
    'user "PM@LitWare.com", anna',
  ])('of a list that holds both: %s', async who => {
    const [finding] = await speaking(inPackage(policyOf(statements({ requestable: `«requestable by ${who}»` }))))
    expect(finding.fixes).toEqual([])
  })

  it('on a template, without a fix', async () => {
    const [finding] = await speaking(
      inPackage(policyOf(statements({ requestable: undefined }), 'policy one "One" from base'), {
        before: 'policy template base {\n  «requestable by any user»\n}\n',
      }),
    )
    expect(finding.fixes).toEqual([])
    expect(finding.related).toHaveLength(1)
  })

  it('without a fix in a package on one line', async () => {
    const [finding] = await speaking(
      'catalog c "C" {\n  owners governance\n  package p "P" { policy a "A" { «requestable by any user» } }\n}\n',
    )
    expect(finding.fixes).toEqual([])
  })
})

describe('mixed-audience is silent', () => {
  it.each([
    'any member',
    'any connected organization',
    'any external user',
    'users from fabrikam',
    'no one',
    'app "Robot"',
  ])('on %s', async who => {
    await silent(open(who))
  })

  it.each(['anna, governance', 'kim', 'kim, user "pm@litware.com"', 'user "x@notfabrikam.com", anna'])(
    'on a list of one sort: %s',
    async who => {
      await silent(open(who))
    },
  )

  it('where it is off', async () => {
    await silent(`standard ours extends recommended { rule mixed-audience off }\n\n${open('any user')}`)
  })
})

describe('mixed-audience repairs', () => {
  it('by a policy for members and one for partners', async () => {
    expect(await fixed(open('any user', 'policy all "Everybody"'), title)).toContain(
      [
        '    policy all-partners "Everybody (partners)" {',
        '      requestable by any connected organization',
        '      approval {',
        '        justification required',
        '        stage by internal sponsors, fallback governance',
        '      }',
        '      expires after 180 days',
        '      extension allowed with approval',
        '      review quarterly {',
        '        open for 14 days',
        '        reviewers partner-pms',
        '        if no response remove access',
        '      }',
        '    }',
      ].join('\n'),
    )
  })

  it('with a display name that needs escapes', async () => {
    expect(await fixed(open('any user', 'policy all "All \\"of\\" \\\\us"'), title)).toContain(
      'policy all-partners "All \\"of\\" \\\\us (partners)" {',
    )
  })

  it('with names that are free', async () => {
    const taken = ['policy all-partners "Everybody (Partners)"', 'policy all-partners-2 "Everybody (partners) 2"']
    const source = inPackage([
      policyOf(statements({ requestable: 'requestable by any user' }), 'policy all "Everybody"'),
      ...taken,
    ])
    expect(await fixed(source, title)).toContain('policy all-partners-3 "Everybody (partners) 3" {')
  })

  it('in a catalog that names nobody, where other rules say whom to declare', async () => {
    const main = inPackage(policyOf(['«requestable by any user»', 'approval { stage by anna }']), {
      catalog: ['description "Nobody\'s"'],
    })
    const [sponsored] = await speaking(main)
    expect(added(sponsored)).toContain(
      '        stage by internal sponsors\n      }\n      expires after 180 days\n      extension allowed with approval\n    }',
    )
    const [alone] = await speaking({
      '/directory.entitle': directory.replaceAll('\n  internal sponsors anna', ''),
      '/main.entitle': main,
    })
    expect(added(alone)).toContain('organization\n      expires after 180 days\n      extension denied\n    }')
  })
})

const added = ({ fixes }: Finding) => fixes?.[0]?.edits.map(({ text }) => text).join('')
