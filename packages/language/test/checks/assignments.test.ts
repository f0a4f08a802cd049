import { describe, expect, it } from 'vitest'
import { fixed, says } from './spoken.ts'

const catalog = (expires: string) =>
  `catalog c "C" { package p "P" { policy q "Q" { requestable by no one ${expires} } } }\n`
const assign = (rest = '', subject = 'user "a@b.c"') => `assign ${subject} to c.p using q ${rest}`.trimEnd()

describe('assignments', () => {
  says('assignment-dates', [
    [catalog('never expires') + assign('from 2027-01-01 until 2027-01-01')],
    [catalog('never expires') + assign('from 2027-02-01 until 2027-01-01'), 'error: 2027-01-01'],
    [catalog('never expires') + assign('from 2027-02-01 10:00 until 2027-02-01 09:00'), 'error: 2027-02-01 09:00'],
  ])
  says('assignment-after-end', [
    [catalog('expires on 2027-06-30') + assign('from 2027-06-30')],
    [catalog('expires on 2027-06-30') + assign('from 2027-07-01'), 'error: 2027-07-01'],
    [catalog('expires on 2026-11-21') + assign(), `error: ${assign()}`],
    [catalog('expires on 2026-11-22') + assign()],
  ])
  says('assignment-outlives-policy', [
    [catalog('never expires') + assign('until 2030-01-01')],
    [catalog('expires on 2027-06-30') + assign('until 2027-06-30')],
    [catalog('expires on 2027-06-30') + assign('until 2027-07-01'), 'error: 2027-07-01'],
    [catalog('expires after 30 days') + assign('from 2027-01-01 until 2027-01-31')],
    [catalog('expires after 30 days') + assign('from 2027-01-01 until 2027-02-01'), 'error: 2027-02-01'],
    [catalog('expires after 30 days') + assign('until 2026-12-22')],
    [catalog('expires after 30 days') + assign('until 2026-12-23'), 'error: 2026-12-23'],
    [catalog('expires on 2026-12-31') + assign('from 2027-01-01 until 2027-02-01')],
  ])
  says('repeated-assignment', [
    [catalog('never expires') + [assign(), assign()].join('\n'), `error: ${assign()}`],
    [
      catalog('never expires') + [assign(), assign('', 'user "A@B.C"')].join('\n'),
      `error: ${assign('', 'user "A@B.C"')}`,
    ],
    [catalog('never expires') + [assign(), assign('', 'user "d@b.c"')].join('\n')],
  ])
  says('wrong-kind', [
    [catalog('never expires') + assign()],
    [catalog('never expires') + assign('', 'group "G"'), 'error: group "G"'],
    [
      catalog('never expires') + assign('', 'site "https://a.sharepoint.com"'),
      'error: site "https://a.sharepoint.com"',
    ],
  ])
  says('date-in-past', [[catalog('never expires') + assign('until 2026-11-21'), 'warning: 2026-11-21']])

  it('get the latest day that the policy allows', async () => {
    expect(
      await fixed(
        catalog('expires after 30 days') + assign('from 2027-01-01 until 2027-12-01'),
        'assignment-outlives-policy',
      ),
    ).toContain('until 2027-01-31')
  })
})
