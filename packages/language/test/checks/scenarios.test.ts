import { describe } from 'vitest'
import { says } from './spoken.ts'

const catalog =
  'catalog c "C" { package p "P" { policy q "Q" { requestable by any member expires on 2027-06-30 } policy r "R" { requestable by no one never expires } } package o "O" { policy q "Q" { requestable by any member expires on 2027-06-30 } } }\n'
const scenario = (statements: string) => `${catalog}scenario "S" { ${statements} }`
const asked = 'requestor member requests c.p'

describe('scenarios', () => {
  says('scenario-without-requestor', [
    [scenario(`${asked} expect denied`)],
    [scenario('requests c.p expect denied'), 'error: scenario "S"'],
  ])
  says('scenario-without-request', [[scenario('requestor guest expect denied'), 'error: scenario "S"']])
  says('scenario-without-expectation', [
    [scenario(asked), 'warning: scenario "S"'],
    [scenario(`${asked} expect incompatible with c.o`)],
  ])
  says('contradictory-expectations', [
    [scenario(`${asked} expect policy q expect no approval expect no review`)],
    [scenario(`${asked} expect denied expect incompatible with c.o`)],
    [
      scenario(`${asked} expect denied expect no approval expect policy q`),
      'error: expect no approval',
      'error: expect policy q',
    ],
    [scenario(`${asked} on 2027-01-01 expect access until 2026-12-31`), 'error: expect access until 2026-12-31'],
    [scenario(`${asked} on 2027-01-01 expect access until 2027-01-01`)],
  ])
  says('repeated-statement', [
    [
      scenario(`${asked} requestor guest expect no review expect review monthly`),
      'error: requestor guest',
      'error: expect review monthly',
    ],
    [
      scenario(`${asked} expect approval by manager expect no approval expect policy q expect policy r`),
      'error: expect no approval',
      'error: expect policy r',
    ],
    [scenario(`${asked} expect incompatible with c.o expect incompatible with c.p`)],
  ])
  says('request-after-end', [
    [scenario(`${asked} on 2027-06-30 expect policy q`)],
    [scenario(`${asked} on 2027-07-01 expect policy q`), 'warning: requests c.p on 2027-07-01'],
    [scenario(`${asked} on 2027-07-01 expect no approval`)],
    [scenario('requestor member requests c.o on 2027-07-01 expect no approval'), 'warning: requests c.o on 2027-07-01'],
    [scenario('requestor member requests c.o on 2027-07-01 expect denied')],
  ])
  says('unknown-name', [[scenario('requestor member requests c.o expect policy r'), 'error: r']])
  says('wrong-kind', [
    [scenario('requestor user "a@b.c" requests c.p expect denied')],
    [scenario('requestor group "G" requests c.p expect denied'), 'error: group "G"'],
    [scenario('requestor member in user "a@b.c", group "G" requests c.p expect denied'), 'error: user "a@b.c"'],
  ])
  says('repeated-item', [
    [scenario('requestor member in group "G", group "G" requests c.p expect denied'), 'warning: group "G"'],
  ])
  says('malformed-value', [[scenario('requestor external from "a b" requests c.p expect denied'), 'error: "a b"']])
  says('approver-kind', [
    [scenario(`${asked} expect approval by manager or group "G", then internal sponsors`)],
    [scenario(`${asked} expect approval by self, then group owners`), 'error: self', 'error: group owners'],
  ])
  says('too-many-stages', [
    [
      scenario(`${asked} expect approval by manager, then group "A", then group "B", then group "D"`),
      'error: group "D"',
    ],
  ])
  says('repeated-title', [
    [`${scenario(`${asked} expect denied`)}\nscenario "s" { ${asked} expect denied }`, 'warning: "s"'],
    [`${scenario(`${asked} expect denied`)}\nscenario "T" { ${asked} expect denied }`],
  ])
})
