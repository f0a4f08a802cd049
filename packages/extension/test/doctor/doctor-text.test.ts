import type { Diagnosis } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { doctorSummary, doctorText } from '../../src/doctor/doctor-text.ts'

const fine: Diagnosis = { topic: 'sign-in', state: 'ok', says: 'Signed in with VS Code as anna@contoso.com' }
const problem: Diagnosis = {
  topic: 'roles',
  state: 'problem',
  says: 'The account holds no role that may write packages',
  because: 'it takes Catalog owner in the catalog',
  remedy: 'Ask for the role Catalog owner.',
  about: ['a', 'b', 'c', 'd', 'e'],
}
const open: Diagnosis = {
  topic: 'licence',
  state: 'not-determined',
  says: 'Which licences the tenant has is not known',
}

const told = (...diagnoses: readonly Diagnosis[]) =>
  doctorText({ title: 'Contoso', diagnoses, nameOf: address => `package ${address}*` })

describe('what the doctor found, as Markdown', () => {
  it('goes topic by topic, with cause and remedy below', () => {
    expect(told(fine, problem, open).text).toBe(`# Check of Contoso

1 problem found, 1 thing not determined.

## Sign-in

- ✓ Signed in with VS Code as anna@contoso.com

## Roles

- ✗ **The account holds no role that may write packages**
  - For package a\\*, package b\\*, package c\\* and 2 more
  - Because it takes Catalog owner in the catalog
  - Do: Ask for the role Catalog owner.

## Licence

- ? Which licences the tenant has is not known
`)
  })

  it('knows the line of each finding', () => {
    const { text, findings } = told(fine, problem, open)
    const lines = text.split('\n')
    expect(findings.map(({ line, diagnosis }) => [lines[line]?.includes(diagnosis.says), diagnosis.state])).toEqual([
      [true, 'ok'],
      [true, 'problem'],
      [true, 'not-determined'],
    ])
  })

  it('keeps further lines of a sentence in its finding', () => {
    const several = {
      topic: 'sign-in',
      state: 'problem',
      says: 'It did not work.\n  environment: no\n\n  browser: no',
    } as const
    expect(told(several).text).toContain('- ✗ **It did not work.**\n  - environment: no\n  - browser: no\n')
  })

  it('names nothing where all is well', () => {
    expect(told({ ...fine, about: ['a'] }).text).not.toContain('For')
    expect(told({ ...problem, about: ['a'] }).text).toContain('  - For package a\\*\n')
  })

  it('takes a title for nothing but a name', () => {
    expect(doctorText({ title: '[x](y) <b>', diagnoses: [], nameOf: String }).text).toContain(
      '# Check of \\[x\\](y) \\<b\\>\n',
    )
  })
})

describe('its summary', () => {
  it.each([
    [[], 'no problem found'],
    [[fine, open], 'no problem found, 1 thing not determined'],
    [[problem, problem, open, open], '2 problems found, 2 things not determined'],
  ])('of %j', (diagnoses, text) => {
    expect(doctorSummary(diagnoses)).toBe(text)
  })
})
