import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const file = new URL('../../packages/extension/language-configuration.json', import.meta.url)
const configuration = JSON.parse(readFileSync(file, 'utf8'))
const matches = (pattern: string, text: string) => new RegExp(pattern).test(text)

it('a word takes its hyphens along', () => {
  const { pattern, flags } = configuration.wordPattern
  expect('grants "x" of alpine-site, über-1'.match(new RegExp(pattern, `g${flags}`))).toEqual([
    'grants',
    'x',
    'of',
    'alpine-site',
    'über-1',
  ])
  expect('until 2027-03-31'.match(new RegExp(pattern, `g${flags}`))).toEqual(['until', '2027-03-31'])
})

it('an opened brace indents, a closed one outdents', () => {
  const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules
  expect(matches(increaseIndentPattern, '  approval {')).toBe(true)
  expect(matches(increaseIndentPattern, '  approval { // stages')).toBe(true)
  expect(matches(increaseIndentPattern, '  approval { stage by manager }')).toBe(false)
  expect(matches(increaseIndentPattern, '  // {')).toBe(false)
  expect(matches(increaseIndentPattern, '  description "{"')).toBe(false)
  expect(matches(decreaseIndentPattern, '  }')).toBe(true)
})

it('a line break goes on with a documentation comment', () => {
  const [inside, opened, next] = configuration.onEnterRules
  expect(matches(inside.beforeText, '/** ')).toBe(true)
  expect(matches(opened.beforeText, '  /** Everything')).toBe(true)
  expect(matches(opened.beforeText, '  /** done */')).toBe(false)
  expect(matches(next.beforeText, '   * more')).toBe(true)
})
