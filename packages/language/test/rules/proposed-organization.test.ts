import { describe, expect, it } from 'vitest'
import { asking, directory, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('proposed-organization')

const proposed = directory.replace('domain "litware.com"', 'domain "litware.com"\n  state proposed')
const beside = (requestable: string, of = proposed) => ({
  '/directory.entitle': of,
  '/main.entitle': inPackage(policyOf(statements({ requestable }))),
})

describe('proposed-organization speaks', () => {
  it('of an organization that nobody has confirmed', async () => {
    const [finding] = await speaking(beside('requestable by users from fabrikam, «litware»'))
    expect(finding.severity).toBe('warning')
    expect(finding.message).toBe(
      'Organization "Litware" may request here, though it is still proposed. Find out who it is and write `state configured`, or leave it out.',
    )
    expect(finding.related?.map(({ message }) => message)).toEqual(['It is proposed here.'])
  })

  it('of each of several', async () => {
    const both = proposed.replace('domain "fabrikam.com"', 'domain "fabrikam.com"\n  state proposed')
    await speaking(beside('requestable by users from «fabrikam», «litware»', both))
  })

  it('once on a template', async () => {
    const [finding] = await speaking({
      '/directory.entitle': proposed,
      '/main.entitle': inPackage(['policy one "One" from base', 'policy two "Two" from base'], {
        before: 'policy template base {\n  requestable by users from «litware»\n}\n',
      }),
    })
    expect(finding.related).toHaveLength(3)
  })
})

describe('proposed-organization is silent', () => {
  it('on organizations that are configured, said or not', async () => {
    await silent(beside('requestable by users from fabrikam'))
    const said = proposed.replace('state proposed', 'state configured')
    await silent(beside('requestable by users from fabrikam, litware', said))
  })

  it.each([
    'requestable by any connected organization',
    'requestable by any external user',
    'requestable by any member',
  ])('on %s, which names none', async requestable => {
    await silent(beside(requestable))
  })

  it('on what nobody may request', async () => {
    await silent({ '/directory.entitle': proposed, '/main.entitle': inPackage('policy none "None"') })
  })
})

describe('proposed-organization repairs', () => {
  it('by configuring it, which is for a person to decide', async () => {
    const source = {
      '/directory.entitle': proposed,
      '/main.entitle': inPackage(policyOf(['requestable by users from litware', 'expires after 90 days'])),
    }
    expect(await fixed(source, 'Write "state configured" in litware', '/directory.entitle')).toContain(
      'domain "litware.com"\n  state configured\n',
    )
    const [finding] = await speaking(beside('requestable by users from «litware»'))
    expect(finding.fixes?.[0]?.safe).toBe(false)
  })
})
