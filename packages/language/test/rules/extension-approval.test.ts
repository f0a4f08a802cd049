import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('extension-approval')

const extended = (extension: string, more: { [name: string]: string | undefined } = {}) =>
  inPackage(policyOf(statements({ ...more, extension })))

describe('extension-approval speaks', () => {
  it('of extension without approval', async () => {
    const [finding] = await speaking(extended('«extension allowed»'))
    expect(finding.message).toBe(
      'Policy "Partners" lets people from outside prolong their own access without approval. Allow extension with approval.',
    )
    expect(finding.severity).toBe('warning')
  })

  it('as an error in strict', async () => {
    const [finding] = await speaking(`standard ours extends strict\n\n${extended('«extension allowed»')}`)
    expect(finding.severity).toBe('error')
  })

  it.each(['any user', 'any connected organization', 'any external user', 'kim'])('of %s', async who => {
    await speaking(extended('«extension allowed»', { requestable: `requestable by ${who}` }))
  })

  it('once on a template', async () => {
    const [finding] = await speaking(
      inPackage(
        [
          policyOf(statements({ extension: undefined }), 'policy one "One" from base'),
          policyOf(statements({ extension: undefined }), 'policy two "Two" from base'),
          policyOf(['requestable by any member'], 'policy three "Three" from base'),
        ],
        { before: 'policy template base {\n  «extension allowed»\n}\n' },
      ),
    )
    expect(finding.related).toHaveLength(2)
  })
})

describe('extension-approval is silent', () => {
  it('on extension with approval, denied, or not mentioned', async () => {
    await silent(extended('extension allowed with approval'))
    await silent(extended('extension denied'))
    await silent(inPackage(policyOf(statements())))
    await silent(inPackage('policy none "None"'))
  })

  it('on people from inside', async () => {
    await silent(extended('extension allowed', { requestable: 'requestable by any member' }))
    await silent(extended('extension allowed', { requestable: 'requestable by no one' }))
  })

  it('where the policy replaces what its template says', async () => {
    await silent(
      inPackage(policyOf(statements({ extension: 'extension denied' }), 'policy one "One" from base'), {
        before: 'policy template base {\n  extension allowed\n}\n',
      }),
    )
  })

  it('where a standard switches it off', async () => {
    await silent(`standard s extends recommended { rule extension-approval off }\n\n${extended('extension allowed')}`)
  })

  it('on people of the directory who are named', async () => {
    await silent(extended('extension allowed', { requestable: 'requestable by anna, governance' }))
  })

  it('where its template asks for approval', async () => {
    await silent(
      inPackage(policyOf(statements({ extension: undefined }), 'policy one "One" from base'), {
        before: 'policy template base {\n  extension allowed with approval\n}\n',
      }),
    )
  })

  it('for packages whose tag switches it off', async () => {
    const standard = 'standard s extends recommended { rule extension-approval off where tag pilot }\n\n'
    const source = inPackage(policyOf(statements({ extension: 'extension allowed' })), { tags: 'pilot' })
    await silent(standard + source)
  })
})

describe('extension-approval repairs', () => {
  it('by asking for approval', async () => {
    expect(await fixed(extended('extension allowed'), 'Allow extension with approval')).toContain(
      '      extension allowed with approval\n',
    )
  })

  it('by denying extension where nobody approves anything', async () => {
    for (const approval of [undefined, 'approval not required'])
      expect(await fixed(extended('extension allowed', { approval }), 'Deny extension')).toContain('extension denied')
  })

  it('a template, which is for a person to decide', async () => {
    const source = inPackage(policyOf(statements({ extension: undefined }), 'policy one "One" from base'), {
      before: 'policy template base {\n  «extension allowed»\n}\n',
    })
    const [finding] = await speaking(source)
    expect(finding.fixes?.[0]?.safe).toBe(false)
    await fixed(source, 'Allow extension with approval')
  })
})
