import { describe, expect, it } from 'vitest'
import { asking, directory, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('external-justification')

const approval = (...lines: string[]) =>
  ['approval {', ...lines.map(line => `  ${line}`), '  stage by governance', '}'].join('\n')
const partners = (changes: Parameters<typeof statements>[0], head?: string) =>
  inPackage(policyOf(statements(changes), head))
const other = { review: undefined, extension: undefined }

describe('external-justification speaks', () => {
  it('where the approval leaves it open', async () => {
    const [finding] = await speaking(partners({ approval: '«approval { stage by governance }»' }))
    expect(finding.severity).toBe('info')
    expect(finding.message).toBe(
      'Policy "Partners" doesn\'t ask people from outside why they need access. Write `justification required` in the approval.',
    )
  })

  it('where it is optional', async () => {
    await speaking(partners({ approval: approval('«justification optional»') }))
  })

  it('where only approvers must give a reason', async () => {
    await speaking(partners({ approval: '«approval { stage by governance { justification required } }»' }))
  })

  it('once on a template', async () => {
    const [finding] = await speaking(
      inPackage(
        [
          policyOf(statements({ approval: undefined }), 'policy one "One" from base'),
          policyOf(statements({ approval: undefined }), 'policy two "Two" from base'),
        ],
        { before: 'policy template base {\n  approval { «justification optional» stage by governance }\n}\n' },
      ),
    )
    expect(finding.message).toContain('Template base')
    expect(finding.related).toHaveLength(2)
  })
})

describe('external-justification is silent', () => {
  it('where it is required', async () => {
    await silent(partners({}))
    await silent(partners({ approval: approval('justification required') }))
  })

  it('where nobody approves, of which another rule speaks', async () => {
    await silent(partners({ approval: undefined }))
    await silent(partners({ approval: 'approval not required' }))
  })

  it('on people from inside', async () => {
    await silent(partners({ requestable: 'requestable by any member', approval: approval() }))
    await silent(partners({ requestable: 'requestable by anna', approval: approval('justification optional') }))
  })

  it.each(['usgov', 'usgov-dod', 'china'])('where the cloud %s would refuse it', async cloud => {
    await silent({
      '/directory.entitle': directory.replace('"contoso.com"', `"contoso.com"\n  cloud ${cloud}`),
      '/main.entitle': partners({ approval: 'approval { stage by governance }' }),
    })
  })

  it('on what the policy says instead of its template', async () => {
    await silent(
      inPackage(policyOf(statements(), 'policy one "One" from base'), {
        before: 'policy template base {\n  approval { stage by governance }\n}\n',
      }),
    )
  })
})

describe('external-justification repairs', () => {
  it('by what is said', async () => {
    const source = partners({ ...other, approval: approval('justification optional') })
    expect(await fixed(source, 'Replace by "justification required"')).toContain(
      'approval {\n        justification required\n        stage by governance',
    )
  })

  it('before the first stage', async () => {
    const source = partners({ ...other, approval: approval() })
    expect(await fixed(source, 'Add "justification required"')).toContain(
      'approval {\n        justification required\n        stage by governance\n      }',
    )
  })

  it('on one line', async () => {
    const source = partners({ ...other, approval: 'approval { stage by governance }' })
    expect(await fixed(source, 'Add "justification required"')).toContain(
      'approval { justification required stage by governance }',
    )
  })

  it('a template, which is for a person to decide', async () => {
    const source = inPackage(policyOf(statements({ ...other, approval: undefined }), 'policy one "One" from base'), {
      before: 'policy template base {\n  approval {\n    stage by governance\n  }\n}\n',
    })
    expect(await fixed(source, 'Add "justification required"')).toContain(
      '  approval {\n    justification required\n    stage by governance\n  }\n',
    )
  })

  it('not an approval without stages, which is a mistake of its own', async () => {
    const [finding] = await speaking(partners({ approval: '«approval { }»' }))
    expect(finding.fixes).toEqual([])
  })
})
