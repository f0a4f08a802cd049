import { type AstNode, AstUtils, CstUtils, EmptyFileSystem, GrammarAST, GrammarUtils } from 'langium'
import { describe, expect, it } from 'vitest'
import { format } from '../../../src/module/format.ts'
import { createEntitleServices } from '../../../src/module.ts'
import { anchorOf, pages, placed, relatedTo } from '../../../src/printing/reference/pages.ts'
import { explained, wordMarkdown, words } from '../../../src/printing/words.ts'
import { hygiene, rules } from '../../../src/rules/index.ts'
import { readSources } from '../../../src/testing/sources.ts'
import { openWorkspace } from '../../../src/workspace/workspace.ts'
import { frameOf, laidOut, staged } from './stage.ts'

const { entitle } = createEntitleServices(EmptyFileSystem)
const { Grammar } = entitle
const types = new Set(Grammar.interfaces.map(({ name }) => name))
const today = '2026-11-22'
const named = placed.map(found => [`${found.page.name}: ${found.entry.title}`, found] as const)

describe('the reference is whole', () => {
  /** Nodes that carry others and say nothing by themselves. */
  const silent = new Set(['Model'])

  it('explains every type of the grammar, and no other', () => {
    const missing = [...types].filter(type => !silent.has(type) && words[type] === undefined)
    expect(missing).toEqual([])
    expect(Object.keys(words).filter(type => !types.has(type))).toEqual([])
    const blocks = placed.flatMap(({ entry }) => entry.within ?? [])
    expect(blocks.filter(type => !types.has(type))).toEqual([])
  })

  it('shows every keyword of the grammar in a form of its statement', () => {
    const forms = (type?: string) =>
      placed
        .filter(({ entry }) => type === undefined || entry.types.includes(type))
        .flatMap(({ entry }) => entry.forms)
        .join('\n')
    const shows = (text: string, keyword: string) => new RegExp(`(?<![\\w-])${keyword}(?![\\w-])`).test(text)
    const missing = Grammar.rules.filter(GrammarAST.isParserRule).flatMap(rule => {
      const type = GrammarUtils.getExplicitRuleType(rule) ?? rule.name
      // Words without a node of their own, `quarterly`, belong to the statements that use them.
      const text = forms(types.has(type) ? type : undefined)
      return AstUtils.streamAst(rule)
        .filter(GrammarAST.isKeyword)
        .map(({ value }) => value)
        .filter(value => /^[a-z]/.test(value) && !shows(text, value))
        .map(value => `${rule.name}: ${value}`)
        .toArray()
    })
    expect(missing).toEqual([])
  })

  it('has entries and pages that can be told apart', () => {
    for (const page of pages) {
      const anchors = page.entries.map(anchorOf)
      expect(anchors).toEqual([...new Set(anchors)])
      // GitHub numbers an anchor that comes twice, and the page's own heading comes first.
      expect(anchors).not.toContain(anchorOf(page))
      for (const anchor of anchors) expect(anchor).toMatch(/^[a-z]+(-[a-z]+)*$/)
    }
    expect(pages.map(({ name }) => name)).toEqual([...new Set(pages.map(({ name }) => name))])
  })

  it.each(named)('%s is told in sentences', (_, { entry }) => {
    for (const text of [entry.meaning, ...(entry.more ?? []), ...(entry.limits ?? [])])
      expect(text).toMatch(/^[A-Z0-9`][^\n]*\.$/)
    expect(entry.default ?? 'x').not.toMatch(/\.$/)
    if (entry.page !== undefined) expect(entry.page).toMatch(/^https:\/\/learn\.microsoft\.com\//)
    // A property of Graph is explained by a page of Microsoft's.
    if (entry.graph !== undefined) expect(entry.page).toBeDefined()
  })

  it.each(named)('%s leads to words and rules that there are', (_, found) => {
    const missing = (found.entry.related ?? []).filter(name => relatedTo(name, found) === undefined)
    expect(missing).toEqual([])
    const known = new Set([...rules.map(({ name }) => name), ...Object.keys(hygiene)])
    expect((found.entry.rules ?? []).filter(name => !known.has(name))).toEqual([])
  })
})

/** Words of the language on which one would hover in vain. */
const silentWords = (root: AstNode): string[] => {
  const node = root.$cstNode
  if (node === undefined) throw new Error('Nothing was read.')
  return CstUtils.streamCst(node)
    .filter(leaf => GrammarAST.isKeyword(leaf.grammarSource) && /^[a-z]/.test(leaf.text))
    .filter(leaf => wordMarkdown(leaf.astNode.$type) === undefined)
    .map(leaf => leaf.text)
    .toArray()
}

describe('examples of the reference', () => {
  it.each(named)(
    '%s: without errors, with every type that it explains, and a hover on every word',
    async (_, { page, entry }) => {
      const text = staged(entry.example, frameOf(page, entry))
      const { findings, documents } = await readSources(text, { today })
      const errors = findings.filter(({ severity }) => severity === 'error')
      expect(errors.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
      const used = new Set(
        documents.flatMap(document =>
          AstUtils.streamAst(document.parseResult.value)
            .map(node => node.$type)
            .toArray(),
        ),
      )
      expect(entry.types.filter(type => !used.has(type) && type !== 'Exclusion')).toEqual([])
      for (const { parseResult } of documents) expect(silentWords(parseResult.value)).toEqual([])
    },
  )

  it.each(named)('%s: as the formatter lays them out', (_, { page, entry }) => {
    const { source, back } = laidOut(entry.example, frameOf(page, entry))
    const formatted = format(source)
    expect('text' in formatted ? back(formatted.text) : formatted).toEqual({ unchanged: 'it is formatted' })
  })

  const whole = pages.flatMap(page => (page.example === undefined ? [] : [[page.name, page.example] as const]))

  it.each(whole)('the one of page %s stands by itself, without errors', async (_, example) => {
    const workspace = await openWorkspace({ files: { '/main.entitle': example }, today })
    const errors = workspace.check().filter(({ severity }) => severity === 'error')
    expect(errors.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
    const formatted = format(`${example}\n`)
    expect('text' in formatted ? formatted.text : formatted).toEqual({ unchanged: 'it is formatted' })
  })
})

describe('a statement that means different things', () => {
  it.each([
    ['Justification', ['Stage', 'Approval', 'Policy'], 'Whether approvers must say why they decide as they do.'],
    ['Justification', ['Approval', 'Policy'], 'Whether requestors must say why they need access.'],
    ['Justification', ['PolicyReview', 'Policy'], 'Whether reviewers must say why they decide as they do.'],
    ['Justification', ['StandaloneReview'], 'Whether reviewers must say why they approve access.'],
    ['Domain', ['Tenant'], 'A verified domain of the tenant, by which Entitle signs in to it.'],
    ['Pin', ['Policy', 'Package'], 'Pins the object by its id, where a name is not enough to find it.'],
  ])('%s in %j', (type, around, meaning) => {
    expect(explained(type, around)?.entry.meaning).toBe(meaning)
  })
})
