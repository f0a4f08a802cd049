import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('extension-denied')

const partners = (changes: Parameters<typeof statements>[0], name = 'partners') =>
  inPackage(policyOf(statements(changes), `policy ${name} "Partners"`))

describe('extension-denied speaks', () => {
  it('where extension is denied', async () => {
    const [finding] = await speaking(partners({ extension: '«extension denied»' }))
    expect(finding.severity).toBe('hint')
    expect(finding.fixes?.map(({ safe }) => safe)).toEqual([false])
    expect(finding.message).toBe(
      'Policy "Partners" doesn\'t let people from outside extend their access before it ends. Allow extension with approval.',
    )
  })

  it('where nothing is said, which denies it too', async () => {
    const [finding] = await speaking(partners({ extension: undefined }, '«partners»'))
    expect(finding.message).toBe(
      'Policy "Partners" doesn\'t let people from Fabrikam extend their access before it ends. Allow extension with approval.',
    )
  })

  it('once on a template', async () => {
    const [finding] = await speaking(
      inPackage(
        [
          policyOf(statements({ extension: undefined }), 'policy one "One" from base'),
          policyOf(statements({ extension: undefined }), 'policy two "Two" from base'),
        ],
        { before: 'policy template base {\n  «extension denied»\n}\n' },
      ),
    )
    expect(finding.related).toHaveLength(2)
    expect(finding.fixes?.[0]?.safe).toBe(false)
  })
})

describe('extension-denied is silent', () => {
  it.each(['extension allowed', 'extension allowed with approval'])('on %s', async extension => {
    await silent(partners({ extension }))
  })

  it.each(['expires on 2027-06-30', 'never expires', undefined])(
    'on access that ends otherwise: %s',
    async expiration => {
      await silent(partners({ expiration, extension: 'extension denied' }))
    },
  )

  it('where nobody approves, so that nobody could approve an extension', async () => {
    await silent(partners({ approval: undefined, extension: 'extension denied' }))
    await silent(partners({ approval: 'approval not required', extension: 'extension denied' }))
  })

  it('on people from inside', async () => {
    await silent(partners({ requestable: 'requestable by any member', extension: 'extension denied' }))
    await silent(partners({ requestable: 'requestable by no one', extension: 'extension denied' }))
  })

  it('where a standard switches it off', async () => {
    await silent(
      `standard s extends recommended { rule extension-denied off }\n\n${partners({ extension: 'extension denied' })}`,
    )
  })
})

describe('extension-denied repairs', () => {
  it('by allowing extension with approval', async () => {
    const title = 'Replace by "extension allowed with approval"'
    expect(
      await fixed(
        partners({ approval: undefined }).replace(
          '      extension allowed with approval\n',
          '      approval {\n        stage by governance\n      }\n      extension denied\n',
        ),
        title,
      ),
    ).toContain('\n      extension allowed with approval\n')
  })

  it('by adding that', async () => {
    const source = inPackage(
      policyOf(['requestable by users from fabrikam', 'approval {\n  stage by governance\n}', 'expires after 90 days']),
    )
    expect(await fixed(source, 'Add "extension allowed with approval"')).toContain(
      '      expires after 90 days\n      extension allowed with approval\n    }',
    )
  })
})
