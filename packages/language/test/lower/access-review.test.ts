import { describe, expect, it } from 'vitest'
import { lower } from '../../src/lower/lower.ts'
import { readSources, testDay } from '../../src/testing/index.ts'

const reviewOf = async (statements: string, rest = '') => {
  const { program } = await readSources(`${rest}\nreview r "Guests" { ${statements} }`)
  return lower(program, { today: testDay }).tenant.objects.filter(({ kind }) => kind === 'access-review')
}
const only = async (statements: string, rest?: string) => {
  const [review] = await reviewOf(statements, rest)
  if (review === undefined) throw new Error('There is no review.')
  return review
}

describe('a review outside packages', () => {
  it('says all that it means', async () => {
    const { properties, defaults, address } = await only(
      'description "D" of guests in all groups inactive for 90 days recurs quarterly starting 2027-01-04 ending after 4 times open for 21 days reviewers group owners, fallback user "a@contoso.com" if no response follow recommendation recommendations shown justification optional apply decisions manually',
    )
    expect(address).toBe('access-review/Guests')
    expect(properties).toEqual({
      displayName: 'Guests',
      descriptionForAdmins: 'D',
      scope: { who: 'guests', in: 'all groups', inactiveFor: 'P90D' },
      reviewers: [{ by: 'group owners' }],
      fallbackReviewers: [{ by: 'user', of: { $ref: 'user', name: 'a@contoso.com' } }],
      settings: {
        instanceDurationInDays: 21,
        autoApplyDecisionsEnabled: false,
        defaultDecisionEnabled: true,
        defaultDecision: 'Recommendation',
        recommendationsEnabled: true,
        justificationRequiredOnApproval: false,
        recurrence: {
          pattern: { type: 'absoluteMonthly', interval: 3 },
          range: { type: 'numbered', numberOfOccurrences: 4, startDate: '2027-01-04' },
        },
      },
    })
    expect(defaults?.settings).toMatchObject({ mailNotificationsEnabled: true, reminderNotificationsEnabled: true })
  })

  it('starts on the day of deployment, once, where nothing is said, and then takes nothing away by itself', async () => {
    const { properties, defaults } = await only('of everyone in app "Salesforce" reviewers manager')
    expect(properties.scope).toEqual({
      who: 'everyone',
      in: { $ref: 'servicePrincipal', name: 'Salesforce' },
      inactiveFor: null,
    })
    expect(properties.settings).toMatchObject({
      defaultDecisionEnabled: false,
      defaultDecision: 'None',
      autoApplyDecisionsEnabled: true,
      recurrence: { pattern: null, range: {} },
      instanceDurationInDays: 14,
    })
    expect(defaults?.settings).toMatchObject({ recurrence: { range: { startDate: testDay } } })
  })

  it('of oneself asks nobody else', async () => {
    expect((await only('of members in group "G" reviewers self')).properties.reviewers).toEqual([])
  })

  it('keeps access by deciding nothing', async () => {
    const { properties } = await only('of members in group "G" reviewers self if no response keep access')
    expect(properties.settings).toMatchObject({ defaultDecisionEnabled: false, defaultDecision: 'None' })
  })

  it('is found by its id and former names', async () => {
    const id = '8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11'
    const found = await only(`id "${id}" formerly "Old" of guests in all groups reviewers self`)
    expect([found.id, found.formerly]).toEqual([id, ['Old']])
  })

  it('that doesn’t say of what is not deployed', async () => {
    expect(await reviewOf('reviewers self')).toEqual([])
  })

  it('that looks at a site is not deployed', async () => {
    expect(await reviewOf('of guests in site "https://contoso.sharepoint.com/sites/p" reviewers self')).toEqual([])
  })
})
