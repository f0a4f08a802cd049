import { EmptyFileSystem } from 'langium'
import { describe, expect, it } from 'vitest'
import { snippets } from '../../src/lsp/snippets.ts'
import { createEntitleServices } from '../../src/module.ts'
import { words } from '../../src/printing/words.ts'

const { entitle } = createEntitleServices(EmptyFileSystem)
const rules = new Set(entitle.Grammar.rules.map(({ name }) => name))

/** What stands there when nobody fills a placeholder in. */
const filled = (insert: string): string =>
  insert
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\d/g, '')
    .replace(/\\([\\$}])/g, '$1')

describe.each(Object.entries(snippets))('snippets of %s', (rule, offered) => {
  it('are a rule of the grammar', () => {
    expect(rules).toContain(rule)
  })

  it.each(offered.map(({ label, insert }) => [label, insert] as const))('%s parses', (label, insert) => {
    const text = filled(insert)
    const { parserErrors, lexerErrors } = entitle.parser.LangiumParser.parse(text, { rule })
    const unfilled = parserErrors.filter(({ token }) => token.image !== '')
    expect(
      [...lexerErrors, ...unfilled].map(({ message }) => message),
      text,
    ).toEqual([])
    expect(insert.split(/[ \n]/)[0]).toBe(label.split(' ')[0])
  })

  it('are explained', () => {
    expect(words[rule] ?? words[rule === 'Exclusion' ? 'Incompatible' : rule]).toBeDefined()
  })
})
