import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('external-no-response')

const review = (noResponse: string) => `review quarterly { reviewers partner-pms ${noResponse} }`
const reviewed = (noResponse: string, requestable = 'users from fabrikam') =>
  inPackage(policyOf(statements({ requestable: `requestable by ${requestable}`, review: review(noResponse) })))
const fromTemplate = (noResponse: string, policies: string[]) =>
  inPackage(policies, { before: `policy template base {\n  ${review(noResponse)}\n}\n` })

describe('external-no-response speaks', () => {
  it('of access that is kept', async () => {
    const [finding] = await speaking(reviewed('«if no response keep access»'))
    expect(finding.message).toBe(
      'The review of policy "Partners" keeps the access of people from outside when no reviewer answers. Remove it then.',
    )
    expect(finding.severity).toBe('error')
  })

  it.each(['any user', 'any connected organization', 'any external user', 'kim'])('of %s', async who => {
    await speaking(reviewed('«if no response keep access»', who))
  })

  it('once on a template, with the external policies that use it', async () => {
    const [finding] = await speaking(
      fromTemplate('«if no response keep access»', [
        policyOf(statements({ review: undefined }), 'policy one "One" from base'),
        policyOf(['requestable by any member'], 'policy two "Two" from base'),
      ]),
    )
    expect(finding.message).toContain('The review of template base keeps')
    expect(finding.related?.map(({ message }) => message)).toEqual([
      'This reaches policy "One" of package "Suppliers".',
    ])
  })
})

describe('external-no-response is silent', () => {
  it.each(['if no response remove access', 'if no response follow recommendation', ''])('on "%s"', async words => {
    await silent(reviewed(words))
  })

  it('on people from inside', async () => {
    await silent(reviewed('if no response keep access', 'any member'))
    await silent(reviewed('if no response keep access', 'no one'))
    await silent(reviewed('if no response keep access', 'anna'))
  })

  it('on a policy without a review or a block', async () => {
    await silent(inPackage(policyOf(statements({ review: undefined }))))
    await silent(inPackage('policy none "None"'))
  })

  it('on a policy that replaces the review of its template', async () => {
    await silent(fromTemplate('if no response keep access', [policyOf(statements(), 'policy one "One" from base')]))
  })

  it('where it is off', async () => {
    await silent(
      `standard ours extends recommended { rule external-no-response off }\n\n${reviewed('if no response keep access')}`,
    )
  })
})

describe('external-no-response repairs', () => {
  it('by removing access', async () => {
    expect(await fixed(reviewed('if no response keep access'), 'Remove access if nobody responds')).toContain(
      'reviewers partner-pms if no response remove access }',
    )
  })

  it('a template, which is for a person to decide', async () => {
    const source = fromTemplate('if no response keep access', [
      policyOf(statements({ review: undefined }), 'policy one "One" from base'),
    ])
    await fixed(source, 'Remove access if nobody responds')
    const [finding] = await speaking(source.replace('if no response keep access', '«if no response keep access»'))
    expect(finding.fixes?.[0]?.safe).toBe(false)
  })
})
