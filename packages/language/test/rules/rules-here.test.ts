import { openWorkspace, type RuleHere } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { builtInStandards, hygiene, rules } from '../../src/rules/index.ts'

const here = async (text: string) =>
  (await openWorkspace({ files: { '/main.entitle': text }, today: '2026-11-22' })).rules()
const rule = async (name: string, text: string): Promise<RuleHere | undefined> =>
  (await here(text)).rules.find(each => each.name === name)

describe('the rules that hold here', () => {
  it('are those of recommended where there is no standard', async () => {
    const { standard, rules: all } = await here('catalog c "C" {}\n')
    expect(standard).toBe('recommended')
    expect(all.map(({ name }) => name)).toEqual([...rules.map(({ name }) => name), ...Object.keys(hygiene)].toSorted())
    for (const { name, setting, by, where } of all) {
      expect([name, setting]).toEqual([name, builtInStandards.recommended?.[name]])
      expect(by).toEqual({ standard: 'recommended' })
      expect(where).toEqual([])
    }
  })

  it('are set by the last standard that says so, at its line, with its option', async () => {
    const text = `standard base extends strict {
  rule external-expiration warning at most 90 days
}
standard ours extends base {
  rule external-expiration error
  rule external-expiration off where tag long-term
  rule mixed-audience off
}
`
    expect((await here(text)).standard).toBe('ours')
    expect(await rule('external-expiration', text)).toMatchObject({
      setting: 'error',
      option: 'at most 90 days',
      by: { standard: 'ours', range: { start: { line: 4 } } },
      where: [{ tags: ['long-term'], setting: 'off', by: { standard: 'ours', range: { start: { line: 5 } } } }],
    })
    expect(await rule('mixed-audience', text)).toMatchObject({ setting: 'off', by: { standard: 'ours' } })
    expect(await rule('external-review', text)).toMatchObject({ setting: 'error', by: { standard: 'strict' } })
  })

  it('are off where the standard extends none', async () => {
    const found = await rule('external-review', 'standard bare { rule mixed-audience error }\n')
    expect(found?.setting).toBe('off')
    expect(found?.by).toBeUndefined()
  })

  it('show each sort of option as it is written', async () => {
    const text = `group a "A"
app sales "Sales"
catalog c "C" { resources a, sales package p "P" {} package q "Q" {} }
standard ours extends recommended {
  rule external-privileged-role error matching "(?i)root"
  rule service-limits warning at most 10 packages
  rule conflicting-grants error pairs c.p with c.q, "Member" of a with "Clerk" in sales
  rule guest-review-frequency error at least monthly
}
`
    const option = async (name: string) => (await rule(name, text))?.option
    expect(await option('external-privileged-role')).toBe('matching "(?i)root"')
    expect(await option('service-limits')).toBe('at most 10 packages')
    expect(await option('conflicting-grants')).toBe('pairs c.p with c.q, "Member" of a with "Clerk" in sales')
    expect(await option('guest-review-frequency')).toBe('at least monthly')
    expect(await option('mixed-audience')).toBeUndefined()
    expect(await option('offboarding-delay')).toBe('at most 90 days')
  })

  it('are also those that the standard makes itself', async () => {
    const text =
      'standard ours extends recommended {\n  deny hidden as nothing-hidden because "x"\n  rule nothing-hidden info\n}\n'
    expect(await rule('nothing-hidden', text)).toMatchObject({ kind: 'own', setting: 'info', by: { standard: 'ours' } })
  })
})
