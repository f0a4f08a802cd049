import fs from 'node:fs'
import path from 'node:path'
import { kindNames } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { findingTexts } from '../../../src/printing/reference/findings.ts'
import { relatedTo } from '../../../src/printing/reference/pages.ts'
import { hygiene, rules } from '../../../src/rules/index.ts'

const packages = path.resolve(import.meta.dirname, '../../../..')
/** Where findings are made. */
const folders = [
  ...['checks', 'syntax', 'references', 'resolve', 'workspace', 'lower', 'rules'].map(name => `language/src/${name}`),
  ...['read', 'plan', 'match', 'checks', 'undo'].map(name => `graph/src/${name}`),
]
const files = folders.flatMap(folder =>
  fs
    .readdirSync(path.join(packages, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => path.join(folder, file)),
)
const sources = [
  ...files,
  'language/src/printing/drift-findings.ts',
  'language/src/audit/accounts.ts',
  'language/src/audit/gone.ts',
  'language/src/audit/held-access.ts',
].map(file => fs.readFileSync(path.join(packages, file), 'utf8'))
/** Every literal that has the form of a code, and is no kind of object, rule or built-in name. */
const others = new Set<string>([
  ...kindNames,
  ...rules.map(({ name }) => name),
  ...Object.keys(hygiene),
  ...rules.flatMap(({ limits = {} }) => Object.keys(limits)),
  'built-in',
  'cis',
  'entitle-change',
  'entitle-lib',
  'low-sensitivity',
  'multi-year',
  'not-admitted',
  'not-run',
  'other-package',
  'perhaps-not-admitted',
  'under-way',
  'usgov-dod',
  'vscode-local-history',
  'zero-trust',
])
const codes = findingTexts.map(({ code }) => code)
const literals = new Set(
  sources.flatMap(text => [...text.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(([, literal]) => literal ?? '')),
)

describe('the codes of findings that are no rules', () => {
  it('are all explained', () => {
    const missing = [...literals].filter(name => !others.has(name) && !codes.includes(name))
    expect(missing).toEqual([])
    expect(codes).toContain('syntax')
  })

  it('are all there', () => {
    expect(codes.filter(code => code !== 'syntax' && !literals.has(code))).toEqual([])
    expect(codes).toEqual([...new Set(codes)])
    expect(codes.filter(code => others.has(code))).toEqual([])
  })

  it.each(findingTexts)(
    '$code is told in sentences, and leads to words that there are',
    ({ meaning, remedy, related = [] }) => {
      for (const text of [meaning, remedy]) expect(text).toMatch(/^[A-Z`][^\n]*\.$/)
      expect(related.filter(name => relatedTo(name, { page: { name: '' } }) === undefined)).toEqual([])
    },
  )
})
