import { findingTexts, placed, rules } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { lookUp } from '../../src/explain/look-up.ts'
import { fixedWords, fullName } from '../../src/explain/names.ts'

/** What is found, by full name, rule or code; `null` where nothing is. */
const found = (...words: string[]): readonly string[] | null => {
  const explanation = lookUp(words)
  if ('near' in explanation) return null
  return explanation.meanings.map(meaning => {
    if (meaning.kind === 'word') return fullName(meaning.word)
    return meaning.kind === 'rule' ? meaning.name : meaning.finding.code
  })
}

describe('looking a word up', () => {
  it.each([
    [
      ['requestable', 'by'],
      ['policy requestable by', 'rule of your own requestable by'],
    ],
    [['requestable by any member'], ['policy requestable by any member']],
    [
      ['REQUESTABLE', 'By'],
      ['policy requestable by', 'rule of your own requestable by'],
    ],
    [['expires'], ['policy expires', 'rule of your own expires']],
    [['never', 'expires'], ['policy expires']],
    [['review'], ['policy review', 'standalone review', 'rule of your own review']],
    [['standalone', 'review'], ['standalone review']],
    [['policy', 'review'], ['policy review']],
    [['user, group, app, site'], ['directory objects user group app site']],
    [
      ['visible-to-external-users'],
      ['catalog visible to external users', 'rule of your own visible to external users'],
    ],
    [
      ['internal', 'sponsors'],
      ['organization internal sponsors', 'subjects sponsors of the organization'],
    ],
    [['choose many'], ['policy ask']],
    [['stage', 'justification'], ['stage justification of approvers']],
    [['external-expiration'], ['external-expiration']],
    [['expired-waiver'], ['expired-waiver']],
    [['duplicate-display-name'], ['duplicate-display-name']],
    [['syntax'], ['syntax']],
    [['zero-trust'], ['standards standard']],
    [['approver-fallback'], ['approver-fallback']],
  ])('%j', (words, names) => {
    expect(found(...words)).toEqual(names)
  })

  it('finds every word by its full name, alone but for namesakes', () => {
    for (const word of placed) {
      const names = found(fullName(word))
      expect(names, fullName(word)).toContain(fullName(word))
      expect(names?.length, fullName(word)).toBeLessThanOrEqual(3)
    }
    expect(new Set(placed.map(fullName)).size).toBe(placed.length)
  })

  it('finds every rule and every code', () => {
    for (const { name } of rules) expect(found(name)).toContain(name)
    for (const { code } of findingTexts) expect(found(code)).toContain(code)
  })

  it.each([
    ['requestble', ['requestable', 'request', 'requestor']],
    ['external-expiraton', ['external-expiration']],
    ['duplicate-nam', ['duplicate-name']],
    ['qqqqqqqq', []],
    ['', []],
    ['…', []],
    ['constructor', []],
  ])('has the nearest words for %j', (word, near) => {
    const explanation = lookUp([word])
    expect('near' in explanation ? explanation.near.slice(0, Math.max(1, near.length)) : explanation).toEqual(near)
  })
})

describe('the words of a form that never change', () => {
  it.each([
    ['stage by SUBJECT, …, fallback SUBJECT, … { … }', 'stage by fallback'],
    ['review weekly|monthly { … }', 'review'],
    ['ask "QUESTION" [required] [editable]', 'ask'],
    ['assign OBJECT to PACKAGE using POLICY [from DATE] [until DATE]', 'assign to using'],
    ['NAME', ''],
  ])('%s', (form, words) => {
    expect(fixedWords(form)).toBe(words)
  })
})
