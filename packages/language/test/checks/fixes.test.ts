import { describe, expect, it } from 'vitest'
import { applyFix, markedText, readSources } from '../../src/testing/index.ts'

/** A text, the check that speaks, what it marks, and the text after its first fix. */
const cases: readonly (readonly [string, string, string, string])[] = [
  [
    'policy template t { expires after 3 months }',
    'duration-unit',
    '3 months',
    'policy template t { expires after 90 days }',
  ],
  [
    'policy template t { expires after 1 year }',
    'duration-unit',
    '1 year',
    'policy template t { expires after 365 days }',
  ],
  [
    'policy template t { expires after 90 minutes }',
    'duration-unit',
    '90 minutes',
    'policy template t { expires after 2 hours }',
  ],
  ['policy template t { expires after 5 dais }', 'duration-unit', 'dais', 'policy template t { expires after 5 days }'],
  [
    'policy template t { expires on 2027-02-30 }',
    'impossible-date',
    '2027-02-30',
    'policy template t { expires on 2027-02-28 }',
  ],
  ['catalog c "C" { description "a\\qb" }', 'unknown-escape', '\\q', 'catalog c "C" { description "a\\\\qb" }'],
  ['catalog c "C" {\n}', 'empty-block', '{\n}', 'catalog c "C"'],
  [
    'policy template t { approval { stage by manager { escalate to user "a@b.c" after 3 days } } }',
    'escalation-timing',
    '3 days',
    'policy template t { approval { stage by manager { escalate to user "a@b.c" after 8 days } } }',
  ],
  [
    'policy template t { review weekly { open for 2 weeks reviewers self } }',
    'review-overlap',
    '2 weeks',
    'policy template t { review weekly { open for 6 days reviewers self } }',
  ],
  [
    'policy template t { review weekly { starting 2027-01-01 10:00 reviewers self } }',
    'review-time',
    '10:00',
    'policy template t { review weekly { starting 2027-01-01 reviewers self } }',
  ],
  [
    'policy template t { approval { } }',
    'approval-without-stage',
    'approval',
    'policy template t { approval not required }',
  ],
  [
    'group g "G"\ncatalog c "C" {\n  resources group "H"\n  package p "P" { grants "Member" of g }\n}',
    'resource-not-in-catalog',
    'g',
    'group g "G"\ncatalog c "C" {\n  resources group "H", g\n  package p "P" { grants "Member" of g }\n}',
  ],
  [
    'catalog c "C"\npackage p "P" in c { grants "Reader" in app "A" }',
    'resource-not-in-catalog',
    'app "A"',
    'catalog c "C" {\n  resources app "A"\n}\npackage p "P" in c { grants "Reader" in app "A" }',
  ],
  ['organization o "O"', 'organization-without-source', 'o', 'organization o "O" {\n  domain "o.com"\n}'],
  ['group g "G"\ncatalog c "C"\n', 'unused-declaration', 'group g "G"', 'catalog c "C"\n'],
  [
    'group manager "M"\npolicy template t { approval { stage by manager } }',
    'word-wins',
    'manager',
    'group manager "M"\npolicy template t { approval { stage by group "M" } }',
  ],
]

describe('a fix', () => {
  it.each(cases)('of %j', async (text, rule, marked, fixed) => {
    const finding = (await readSources(text)).findings.find(found => found.rule === rule)
    if (finding === undefined) throw new Error(`${rule} says nothing`)
    expect(markedText(finding, text)).toBe(marked)
    expect(applyFix(text, finding)).toBe(fixed)
    const after = await readSources(fixed)
    expect(after.findings.filter(found => found.rule === rule || found.rule === 'syntax')).toEqual([])
  })
})

describe('messages', () => {
  it('are sentences that ask for nothing politely and call nothing invalid', async () => {
    for (const [text] of cases)
      for (const { message } of (await readSources(text)).findings) {
        expect(message).toMatch(/^[^a-z].*[.?]$/s)
        expect(message).not.toMatch(/\b(invalid|please|oops)\b|!/i)
      }
  })
})
