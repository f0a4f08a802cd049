// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${1:…} is how the Language Server Protocol writes a snippet's placeholder
import { EmptyFileSystem } from 'langium'
import { describe, expect, it } from 'vitest'
import { dated, snippets, withoutPlaceholders } from '../../src/lsp/snippets.ts'
import { createEntitleServices } from '../../src/module.ts'
import { words } from '../../src/printing/words.ts'

const { entitle } = createEntitleServices(EmptyFileSystem)
const rules = new Set(entitle.Grammar.rules.map(({ name }) => name))

/** What stands there when nobody fills a placeholder in. */
const filled = (insert: string): string => withoutPlaceholders(dated(insert, '2026-11-22'))

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

it('dates of snippets follow the calendar', () => {
  const inserted = (rule: string, label: string, today: string) =>
    dated(snippets[rule]?.find(snippet => snippet.label === label)?.insert ?? '', today)
  expect(inserted('Starting', 'starting', '2026-12-31')).toBe('starting ${1:2027-01-01}')
  expect(inserted('Expiration', 'expires on', '2026-11-22')).toBe('expires on ${1:2027-03-31}')
  expect(inserted('Ending', 'ending', '2026-11-22')).toBe('ending ${1:2027-11-22}')
  expect(inserted('Waiver', 'waive', '2026-11-22')).toContain('until ${2:2027-02-20}')
})
