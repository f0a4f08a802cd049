import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { highlight, snapshot } from './highlight.ts'

const folder = new URL('../../packages/language/test/format/fixtures/', import.meta.url)
const scopesOf = async (source: string): Promise<readonly (readonly [string, string])[]> =>
  (await highlight(source)).flatMap(({ tokens }) =>
    tokens
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, scopes }) => [text.trim(), scopes.at(-1) ?? ''] as const),
  )
const scopeOf = async (source: string, word: string): Promise<string | undefined> =>
  (await scopesOf(source)).find(([text]) => text === word)?.[1]

describe('the grammar colours the corpus', () => {
  for (const name of readdirSync(folder))
    it(name, async () => {
      const source = readFileSync(new URL(name, folder), 'utf8')
      await expect(snapshot(await highlight(source))).toMatchFileSnapshot(`fixtures/${name}.scopes`)
    })

  it('and leaves no word without a scope', async () => {
    for (const name of readdirSync(folder)) {
      const found = await scopesOf(readFileSync(new URL(name, folder), 'utf8'))
      expect(
        found.filter(([text, scope]) => /\w/.test(text) && scope === ''),
        name,
      ).toEqual([])
    }
  })
})

describe('soft words', () => {
  it.each([
    ['policy staff "Staff" {', 'staff', 'entity.name.type.policy.entitle'],
    ['package review "Review" {', 'review', 'entity.name.type.package.entitle'],
    ['group guests "Guests"', 'guests', 'entity.name.type.directory.entitle'],
    ['  resources hidden, alpine', 'hidden', 'variable.other.entitle'],
    ['  owners user-owners', 'user-owners', 'variable.other.entitle'],
    ['  requestable by reviewers-of-sites', 'reviewers-of-sites', 'variable.other.entitle'],
    ['  incompatible with partners.hidden', 'hidden', 'variable.other.entitle'],
  ])('%s: %s is %s', async (source, word, scope) => {
    expect(await scopeOf(source, word)).toBe(scope)
  })
})

describe('texts', () => {
  it('escapes that mean something differ from those that don’t', async () => {
    expect(await scopeOf('description "a\\n"', '\\n')).toBe('constant.character.escape.entitle')
    expect(await scopeOf('description "a\\q"', '\\q')).toBe('invalid.illegal.unrecognized-string-escape.entitle')
    expect(await scopeOf('description "\\u{1F600}"', '\\u{1F600}')).toBe('constant.character.escape.entitle')
  })

  it('one that isn’t closed ends with its line', async () => {
    expect(await scopeOf('description "open\nhidden', 'hidden')).toBe('keyword.other.statement.entitle')
  })

  it('a text over lines goes on', async () => {
    expect(await scopeOf('description """\nhidden\n"""', 'hidden')).toBe('string.quoted.triple.entitle')
  })
})

describe('values', () => {
  it.each([
    ['expires on 2027-06-30', '2027-06-30', 'constant.numeric.date.entitle'],
    ['expires on 2027-06-30 18:00', '2027-06-30 18:00', 'constant.numeric.date.entitle'],
    ['expires after 8 hours', 'hours', 'keyword.other.unit.entitle'],
    ['rule external-review error at least quarterly', 'quarterly', 'constant.language.frequency.entitle'],
  ])('%s: %s is %s', async (source, word, scope) => {
    expect(await scopeOf(source, word)).toBe(scope)
  })
})

describe('in Markdown', () => {
  it('a fence marked entitle is coloured, and ends', async () => {
    const lines = await highlight('# Title\n```entitle\nhidden\n```\nhidden', 'text.html.markdown')
    expect(lines[2]?.tokens[0]?.scopes).toEqual([
      'markup.fenced_code.block.markdown',
      'meta.embedded.block.entitle',
      'keyword.other.statement.entitle',
    ])
    expect(lines[4]?.tokens[0]?.scopes).toEqual([])
  })
})
