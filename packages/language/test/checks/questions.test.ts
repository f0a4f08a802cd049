import { describe, expect, it } from 'vitest'
import { fixed, says } from './spoken.ts'

const policy = (statements: string) => `catalog c "C" { package p "P" { policy q "Q" { ${statements} } } }`

describe('questions', () => {
  says('malformed-pattern', [
    [policy('ask "A" matching "^PO-[0-9]{6}$"')],
    [policy('ask "A" matching "^(PO-[0-9]{6}$"'), 'error: ('],
    [policy('ask "A" matching "\\\\d+\\\\y"'), 'error: \\\\y'],
    [policy('ask "A" matching """[z-a]"""'), 'error: z-a'],
    ['policy template t { ask "A" matching "*" }', 'error: *'],
    ['standard s extends recommended { rule external-privileged-role error matching "(" }', 'error: ('],
  ])

  says('repeated-question', [
    [policy('ask "Why"\nask "When"')],
    [policy('ask "Why"\nask " why " long answer'), 'error: " why "'],
    ['policy template t { ask "Why" ask "Why" }', 'error: "Why"'],
    [`policy template t { ask "Why" }\n${policy('ask "Why"').replace('"Q"', '"Q" from t')}`],
  ])

  says('single-choice', [
    [policy('ask "A" choose "B"'), 'warning: "B"'],
    [policy('ask "A" choose many "I agree"')],
    [policy('ask "A" choose "B", "C"')],
  ])

  says('repeated-choice', [
    [policy('ask "A" choose "B", "C", "b"'), 'error: "b"'],
    [policy('ask "A" choose many "B", "C"')],
  ])

  says('empty-text', [
    [policy('ask ""'), 'error: ""'],
    [policy('ask "A" choose "B", " "'), 'error: " "'],
    [policy('ask "A" { in "de" "" }'), 'error: ""'],
    ['catalog c ""\norganization o " " { domain "o.com" }', 'error: ""', 'error: " "'].toSorted(
      (a, b) => Number(a.startsWith('error')) - Number(b.startsWith('error')),
    ) as [string, ...string[]],
    ['catalog c "C" { package p "" { policy q "" } }', 'error: ""', 'error: ""'],
    [
      'catalog c "C" { workflow w "" { logic app "" resource group "" subscription "8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11" on request } }',
      'error: ""',
      'error: ""',
      'error: ""',
    ],
    ['review r "" { of guests in all groups reviewers self }', 'error: ""'],
    ['catalog c "C" { resources group "G" package p "P" { grants "" of group "G" } }', 'error: ""'],
    [policy('ask "A"')],
  ])

  says('language-tag', [
    [policy('ask "A" { in "de" "B" in "pt-br" "C" in "zh-Hans-CN" "D" }')],
    [policy('ask "A" { in "de_DE" "B" }'), 'error: "de_DE"'],
    [policy('ask "A" { in "German language" "B" }'), 'error: "German language"'],
  ])

  says('repeated-translation', [
    [policy('ask "A" { in "de-DE" "B" in "DE-de" "C" }'), 'error: in "DE-de" "C"'],
    [policy('ask "A" { in "de-DE" "B" in "de-AT" "C" }')],
  ])

  says('translation-same-text', [[policy('ask "OK" { in "de" "OK" in "fr" "D\'accord" }'), 'hint: in "de" "OK"']])

  says('empty-block', [[policy('ask "A" { }'), 'hint: { }']])

  it('get language tags that are nearly right mended', async () => {
    expect(await fixed(policy('ask "A" { in "de_de" "B" }'), 'language-tag')).toBe(policy('ask "A" { in "de-DE" "B" }'))
  })
})
