import { describe, expect, it } from 'vitest'
import { asking } from './harness.ts'

const { speaking, silent, fixed } = asking('offboarding-delay')

const tenant = (statement: string) => ({
  '/main.entitle': `tenant contoso "Contoso" {\n  domain "contoso.com"\n  ${statement}\n}\n`,
})
const offboarding = 'external user offboarding block sign-in'
const standard = (bound: string) => ({
  '/standard.entitle': `standard s extends recommended {\n  rule offboarding-delay warning at most ${bound}\n}\n`,
})

describe('offboarding-delay speaks', () => {
  it('of guests that are deleted at once', async () => {
    const [finding] = await speaking(tenant(`«${offboarding}, delete after 0 days»`))
    expect(finding.severity).toBe('warning')
    expect(finding.message).toBe(
      'Tenant contoso deletes the accounts of guests as soon as their last access ends. Block them for some weeks first.',
    )
  })

  it('of guests that are kept blocked for long', async () => {
    const [finding] = await speaking(tenant(`«${offboarding}, delete after 91 days»`))
    expect(finding.message).toBe(
      'Tenant contoso keeps the blocked accounts of guests for 91 days. Delete them after at most 90 days.',
    )
  })

  it('of guests that are kept blocked for ever', async () => {
    const [finding] = await speaking(tenant(`«${offboarding}»`))
    expect(finding.message).toBe(
      'Tenant contoso blocks the accounts of guests when their last access ends, and keeps them for ever. Delete them after at most 90 days.',
    )
  })

  it('of a bound that the standard sets', async () => {
    await speaking({ ...standard('2 weeks'), ...tenant(`«${offboarding}, delete after 15 days»`) })
  })
})

describe('offboarding-delay is silent', () => {
  it.each(['1 day', '30 days', '12 weeks', '90 days'])('on %s', async days => {
    await silent(tenant(`${offboarding}, delete after ${days}`))
  })

  it('where the standard allows more', async () => {
    await silent({ ...standard('365 days'), ...tenant(`${offboarding}, delete after 365 days`) })
  })

  it('where guests are left alone or nothing is said, of which another rule speaks', async () => {
    await silent(tenant('external user offboarding none'))
    await silent(tenant('protected'))
  })
})

describe('offboarding-delay repairs', () => {
  const title = (days: string) => `Replace by "external user offboarding block sign-in, delete after ${days}"`

  it.each(['', ', delete after 0 days', ', delete after 400 days'])('by thirty days: %s', async rest => {
    expect(await fixed(tenant(offboarding + rest), title('30 days'))).toContain(
      `${offboarding}, delete after 30 days\n`,
    )
  })

  it('by what the standard allows', async () => {
    const source = { ...standard('7 days'), ...tenant(offboarding) }
    expect(await fixed(source, title('7 days'))).toContain('delete after 7 days\n')
  })

  it('safely only where accounts are kept longer than before', async () => {
    const [late] = await speaking(tenant(`«${offboarding}»`))
    const [soon] = await speaking(tenant(`«${offboarding}, delete after 0 days»`))
    expect([late.fixes?.[0]?.safe, soon.fixes?.[0]?.safe]).toEqual([false, true])
  })
})
