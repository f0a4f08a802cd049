import { expect, it } from 'vitest'
import { readSources } from '../../src/testing/index.ts'

const source = `tenant a "A" { domain "a.com" cloud china id "x" external user offboarding block sign-in, delete after 3 hours }
organization o "O" { domain "a.com" domain "a.com" tenant "x" internal sponsors user "a@b.c" }
group g "G" { id "x" in tenant a "H" id "x" }
policy template t { id "x" assigned automatically where "user.a -eq b", removed after 3 days approval { justification required stage by manager level 3, user sponsors } on request created call w }
catalog c "" {
  workflow w "W" { logic app "a" resource group "g" subscription "x" on request on request }
  package p "P" {
    grants "member" of g
    policy q "Q" from t {
      requestable by any external user
      managers may request for their reports
      requestor may choose dates
      notifications off
      ask "Why" required matching "(" { in "d_e" "A" in "d_e" "A" }
      ask "Why" choose "A", "A" { }
      on 3 days before expiry call w
      on assignment removed call w
      expires on 2020-01-01
      review weekly { starting 2027-01-01 ending 2026-01-01 open for 9 hours reviewers self, group owners recommendations off if no response follow recommendation }
    }
  }
}
review r "R" { of members in app "A" inactive for 900 days recurs weekly ending after 0 times open for 8 days reviewers user sponsors, fallback self }
assign user "a@b.c" to c.p using q from 2027-01-01 until 2026-01-01
scenario "S" { requestor member in group "G", user "x" requests c.p on 2027-01-01 expect denied expect approval by self, then manager expect access until 2020-01-01 expect review monthly }`

const words = [...source.matchAll(/\S+/g)]

it('no source that lacks a word breaks a check, or makes it speak of nothing', async () => {
  for (const { 0: word, index: at } of words.filter((_, index) => index % 5 === 1)) {
    const { findings } = await readSources(source.slice(0, at) + source.slice(at + word.length))
    expect(findings.length).toBeGreaterThan(0)
    for (const { message } of findings) expect(message).not.toMatch(/\bundefined\b|\bNaN\b|\[object/)
  }
})

it('a source that ends early breaks no check either', async () => {
  for (const { index } of words.filter((_, index) => index % 16 === 0)) await readSources(source.slice(0, index))
  expect((await readSources(source)).findings.map(({ rule }) => rule)).not.toContain('syntax')
})
