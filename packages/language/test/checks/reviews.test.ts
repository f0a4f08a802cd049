import { describe, expect, it } from 'vitest'
import { fixed, says } from './spoken.ts'

const review = (statements: string, scope = 'of guests in all groups') => `review r "R" { ${scope} ${statements} }`
const policy = (statements: string) => `policy template t { review monthly { ${statements} } }`

describe('standalone reviews', () => {
  says('review-without-scope', [[review('reviewers self')], [review('reviewers self', ''), 'error: r']])
  says('review-without-reviewers', [
    [review('reviewers self')],
    [review('recurs monthly'), 'error: review r "R"'],
    [policy('open for 3 days'), 'error: review monthly'],
  ])
  says('reviewer-kind', [
    [review('reviewers group owners, fallback group "G"')],
    [review('reviewers manager')],
    [review('reviewers internal sponsors, user sponsors'), 'error: internal sponsors', 'error: user sponsors'],
    [review('reviewers manager level 2'), 'error: manager level 2'],
    [review('reviewers self, group "G"'), 'error: self'],
    [review('reviewers manager, fallback self'), 'error: self'],
    [review('reviewers group owners', 'of everyone in app "A"'), 'error: group owners'],
    [`app a "A"\n${review('reviewers group owners', 'of everyone in a')}`, 'error: group owners'],
    [review('reviewers group owners', 'of everyone in group "A"')],
    [policy('reviewers internal sponsors')],
    [policy('reviewers group owners'), 'error: group owners'],
  ])
  says('wrong-kind', [
    [review('reviewers self', 'of members in group "G"')],
    [
      review('reviewers self', 'of members in site "https://a.sharepoint.com/sites/b"'),
      'error: site "https://a.sharepoint.com/sites/b"',
    ],
    [review('reviewers self', 'of members in user "a@b.c"'), 'error: user "a@b.c"'],
    [review('reviewers app "A"'), 'error: app "A"'],
  ])
  says('review-overlap', [
    [review('recurs weekly open for 6 days reviewers self')],
    [review('recurs weekly open for 7 days reviewers self'), 'error: 7 days'],
    [review('open for 300 days reviewers self')],
    [policy('open for 28 days reviewers self'), 'error: 28 days'],
  ])
  says('review-dates', [
    [review('recurs weekly starting 2027-01-04 ending 2027-02-04 reviewers self')],
    [review('recurs weekly starting 2027-01-04 ending 2027-01-04 reviewers self'), 'error: ending 2027-01-04'],
    [policy('starting 2027-01-04 ending 2026-12-31 reviewers self'), 'error: ending 2026-12-31'],
    [policy('ending after 0 times reviewers self'), 'error: 0'],
    [policy('ending after 1 times reviewers self')],
  ])
  says('ending-without-recurrence', [
    [review('ending after 4 times reviewers self'), 'warning: ending after 4 times'],
    [review('recurs monthly ending after 4 times reviewers self')],
  ])
  says('inactivity', [
    [review('inactive for 730 days reviewers self')],
    [review('inactive for 104 weeks reviewers self')],
    [review('inactive for 731 days reviewers self'), 'error: 731 days'],
  ])
  says('whole-days', [
    [review('inactive for 48 hours open for 24 hours reviewers self')],
    [review('inactive for 36 hours open for 5 hours reviewers self'), 'error: 36 hours', 'error: 5 hours'],
    [policy('open for 36 hours reviewers self'), 'error: 36 hours'],
    ['tenant t { domain "a.com" external user offboarding block sign-in, delete after 5 hours }', 'error: 5 hours'],
    ['tenant t { domain "a.com" external user offboarding block sign-in, delete after 0 days }'],
    ['policy template t { expires after 5 hours }'],
  ])
  says('no-recommendation', [
    [review('reviewers self if no response follow recommendation')],
    [review('reviewers self if no response follow recommendation recommendations off'), 'warning: follow'],
    [policy('reviewers self if no response follow recommendation recommendations off'), 'warning: follow'],
    [policy('reviewers self if no response keep access recommendations off')],
  ])
  says('date-in-past', [
    [review('starting 2026-11-21 reviewers self'), 'warning: 2026-11-21'],
    [review('starting 2026-11-21 recurs monthly reviewers self')],
    [review('starting 2026-11-22 reviewers self')],
  ])
  says('repeated-statement', [
    [review('recurs weekly recurs monthly reviewers self'), 'error: recurs monthly'],
    [
      review(
        'apply decisions manually apply decisions automatically inactive for 3 days inactive for 4 days reviewers self',
      ),
      'error: apply decisions automatically',
      'error: inactive for 4 days',
    ],
  ])
  says('duplicate-display-name', [
    [
      'review r "Guests" { of guests in all groups reviewers self }\nreview s "guests" { of guests in all groups reviewers self }',
      'error: "Guests"',
      'error: "guests"',
    ],
  ])
  says('repeated-item', [
    [review('reviewers group "G", group "g"'), 'warning: group "g"'],
    [policy('reviewers manager, manager level 2, manager'), 'warning: manager'],
  ])

  it('are mended', async () => {
    expect(await fixed(policy('open for 36 hours reviewers self'), 'whole-days')).toContain('open for 2 days')
    expect(await fixed(review('inactive for 800 days reviewers self'), 'inactivity')).toContain('inactive for 730 days')
    expect(await fixed(review('recurs weekly open for 9 days reviewers self'), 'review-overlap')).toContain(
      'open for 6 days',
    )
    expect(await fixed(review('reviewers self', ''), 'review-without-scope')).toContain(
      'reviewers self of guests in all groups }',
    )
    expect(
      await fixed(
        policy('reviewers self if no response follow recommendation recommendations off'),
        'no-recommendation',
      ),
    ).toContain('recommendations shown')
  })
})
