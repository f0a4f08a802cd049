import { describe, expect, it } from 'vitest'
import { looksForeign, pastedText } from '../../src/language/pasted.ts'

describe('a text that is pasted', () => {
  it.each<readonly [string, boolean]>([
    ['{ "displayName": "A" }', true],
    ['\n[{"id": 1, "displayName": "A"}]', true],
    ['{ "a": 1 }', false],
    ['resource "azuread_access_package" "p" {}', true],
    ['package p "displayName"', false],
    ['', false],
  ])('%j is another tool’s: %s', (text, isForeign) => {
    expect(looksForeign(text)).toBe(isForeign)
  })

  it('says in comments what it doesn’t take over, each on a line', () => {
    const losses = [{ line: 3, message: 'One\nthing.' }, { message: 'Another.' }]
    expect(pastedText({ text: 'catalog c "C"\n\n', losses })).toBe(
      'catalog c "C"\n// Not taken over from line 3: One thing.\n// Not taken over: Another.\n',
    )
  })
})
