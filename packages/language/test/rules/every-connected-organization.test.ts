import { describe, expect, it } from 'vitest'
import { asking, directory, inPackage, policyOf } from './harness.ts'

const { speaking, silent, fixed } = asking('every-connected-organization')

const under = (standard: string, requestable: string) =>
  `standard s extends ${standard}\n\n${inPackage(policyOf([requestable, 'expires after 90 days']))}`
const every = 'requestable by any connected organization'

describe('every-connected-organization speaks', () => {
  it.each(['strict', 'zero-trust'])('where the standard is %s', async standard => {
    const [finding] = await speaking(under(standard, `«${every}»`))
    expect(finding.severity).toBe('info')
    expect(finding.message).toBe(
      'Policy "Partners" is open to every connected organization, also to those that come later. Name those that it is for.',
    )
  })

  it('where the standard sets it', async () => {
    const [finding] = await speaking(under('recommended { rule every-connected-organization error }', `«${every}»`))
    expect(finding.severity).toBe('error')
  })
})

describe('every-connected-organization is silent', () => {
  it.each(['recommended', 'cis'])('where the standard is %s', async standard => {
    await silent(under(standard, every))
  })

  it.each(['users from fabrikam, litware', 'any external user', 'any member', 'no one'])('on %s', async who => {
    await silent(under('strict', `requestable by ${who}`))
  })
})

describe('every-connected-organization repairs', () => {
  it('by those that are configured', async () => {
    expect(await fixed(under('strict', every), 'Replace by "requestable by users from fabrikam, litware"')).toContain(
      'requestable by users from fabrikam, litware\n',
    )
  })

  it('not where the sources know none', async () => {
    const [finding] = await speaking({
      '/directory.entitle': directory.slice(directory.indexOf('user  anna')),
      '/main.entitle': under('strict', `«${every}»`),
    })
    expect(finding.fixes).toEqual([])
  })
})
