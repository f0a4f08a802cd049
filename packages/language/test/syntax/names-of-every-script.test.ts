import { EmptyFileSystem } from 'langium'
import { describe, expect, it } from 'vitest'
import { createEntitleServices } from '../../src/module.ts'

const { entitle } = createEntitleServices(EmptyFileSystem)

/** The first letter that stands in each stretch of 255 characters from U+0080 on; the lexer sorts characters by such stretches. */
const letters = Array.from({ length: 257 }, (_, bucket) =>
  Array.from({ length: 255 }, (_, i) => String.fromCharCode(0x80 + bucket * 255 + i)).find(char => /\p{L}/u.test(char)),
).filter(char => char !== undefined)

describe('a name', () => {
  it.each([...letters, 'é', 'ß', 'Ω', 'ж', '中', '가', 'ﺍ', 'ﾊ'])('may start with %s', letter => {
    const { lexerErrors, parserErrors, value } = entitle.parser.LangiumParser.parse(`group ${letter}-1x "Group"`)
    expect([...lexerErrors, ...parserErrors]).toEqual([])
    expect(value).toMatchObject({ declarations: [{ name: `${letter}-1x` }] })
  })

  it('may not start with a digit or a hyphen', () => {
    for (const name of ['1a', '-a']) {
      const { lexerErrors, parserErrors } = entitle.parser.LangiumParser.parse(`group ${name} "Group"`)
      expect([...lexerErrors, ...parserErrors]).not.toEqual([])
    }
  })
})
