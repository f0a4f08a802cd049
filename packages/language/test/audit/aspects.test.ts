import { kindNames } from '@entitle/graph'
import { ruleNames } from '@entitle/language'
import { expect, it } from 'vitest'
import { aspectsOf, aspectsOfKind, aspectsOfProperty, rulesWithAspects } from '../../src/audit/aspects.ts'
import { factRules } from '../../src/audit/told-facts.ts'
import { alwaysChecked } from '../../src/rules/always-checked.ts'

it('tells the aspects of rules that there are, and no others', () => {
  const known = [...ruleNames, ...alwaysChecked, ...factRules.map(({ name }) => name)]
  expect(rulesWithAspects.filter(rule => !known.includes(rule))).toEqual([])
})

it('takes a rule that it doesn’t know for one that may look at anything', () => {
  expect(aspectsOf('something-new')).toBeUndefined()
  expect(aspectsOf('toString')).toBeUndefined()
})

it('takes an object that isn’t known for everything about it, and a property for what it says', () => {
  expect(aspectsOfProperty('catalog', '')).toBeUndefined()
  expect(aspectsOfProperty('assignment-policy', '')).toContain('review')
  expect(aspectsOfProperty('access-package', '')).toEqual(expect.arrayContaining(['review', 'policies', 'grants']))
  expect(aspectsOfProperty('assignment-policy', 'reviewSettings/schedule/recurrence')).toEqual(['review'])
  expect(aspectsOfProperty('assignment-policy', 'somethingNew')).toEqual([])
  expect(aspectsOfProperty('catalog-role', '')).toEqual(['roles'])
  expect(aspectsOfProperty('sponsor', 'principal')).toEqual(['sponsors'])
  expect(kindNames.filter(kind => aspectsOfKind(kind) === undefined)).toEqual(['catalog'])
})
