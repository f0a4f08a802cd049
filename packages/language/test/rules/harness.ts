import type { Finding, Fix } from '@entitle/graph'
import { format, openWorkspace } from '@entitle/language'
import { expect } from 'vitest'
import { applyEdits, type Texts } from './apply-edits.ts'
import { marksOf, textIn } from './marks.ts'

/** The day that the tests take for today. */
export const today = '2026-11-22'

/** A workspace's texts by path; a single text is `/main.entitle` beside the usual directory. */
export type Source = string | Texts

/** What the sources of a test may name. */
export const directory = `tenant contoso "Contoso" {
  domain "contoso.com"
  external user offboarding block sign-in, delete after 30 days
}

organization fabrikam "Fabrikam" {
  domain "fabrikam.com"
  internal sponsors anna
}

organization litware "Litware" {
  domain "litware.com"
  internal sponsors anna
}

user  anna         "anna@contoso.com"
user  kim          "kim@fabrikam.com"
group governance   "Identity Governance desk"
group partner-pms  "Partner programme managers"
group alpine       "Project Alpine"
`

/** The statements of an external policy that no rule of the recommended standard finds anything about. */
export const sound = {
  requestable: 'requestable by users from fabrikam',
  approval: 'approval { justification required stage by internal sponsors, fallback governance }',
  expiration: 'expires after 180 days',
  extension: 'extension allowed with approval',
  review: 'review quarterly { reviewers partner-pms if no response remove access }',
}

/** A sound external policy's statements, some replaced or (undefined) left out, some added. */
export const statements = (changes: { readonly [name: string]: string | undefined } = {}): string[] =>
  Object.values({ ...sound, ...changes }).filter(statement => statement !== undefined)

export interface Surroundings {
  readonly tags?: string
  /** Statements of the catalog; owners and package managers unless told. */
  readonly catalog?: readonly string[]
  /** Declarations before the catalog. */
  readonly before?: string
}

/** A workspace with one package of these policies, each written without its indentation. */
export const inPackage = (policies: string | readonly string[], { tags, catalog, before }: Surroundings = {}): string =>
  [
    ...(before === undefined ? [] : [`${before.trim()}\n`]),
    'catalog partners "Partners" {',
    ...(catalog ?? ['visible to external users', 'owners governance', 'package managers partner-pms']).map(
      line => `  ${line}`,
    ),
    '  package suppliers "Suppliers" {',
    ...(tags === undefined ? [] : [`    tags ${tags}`]),
    ...[policies].flat().flatMap(policy => policy.split('\n').map(line => `    ${line}`)),
    '  }',
    '}',
    '',
  ].join('\n')

/** `policy NAME "Name" { … }` of these statements. */
export const policyOf = (lines: readonly string[], head = 'policy partners "Partners"'): string =>
  [`${head} {`, ...lines.flatMap(line => line.split('\n')).map(line => `  ${line}`), '}'].join('\n')

const textsOf = (source: Source): Texts =>
  typeof source === 'string' ? { '/directory.entitle': directory, '/main.entitle': source } : source

const check = async (texts: Texts): Promise<readonly Finding[]> =>
  (await openWorkspace({ files: texts, today })).check()

/** The findings of one rule in a source, whose marks are taken out. */
export const findingsOf = async (rule: string, source: Source): Promise<readonly Finding[]> =>
  (await check(marksOf(textsOf(source)).texts)).filter(finding => finding.rule === rule)

/** The tests' three questions to one rule. */
export const asking = (rule: string) => ({
  /** The rule finds something exactly at each `«…»`; answers with the findings, in order. */
  speaking: async (source: Source): Promise<readonly [Finding, ...Finding[]]> => {
    const { texts, marks } = marksOf(textsOf(source))
    const found = (await check(texts)).filter(finding => finding.rule === rule)
    expect(found.map(finding => textIn(finding, texts))).toEqual(marks)
    const [first, ...rest] = found
    if (first === undefined) throw new Error('The source of this test marks no span with «…».')
    return [first, ...rest]
  },

  /** The rule finds nothing, and the source is one that can be read. */
  silent: async (source: Source): Promise<void> => {
    const found = await check(textsOf(source))
    expect(found.filter(finding => finding.rule === rule || /^(syntax|unknown-name)/.test(finding.rule))).toEqual([])
  },

  /** The text of `/main.entitle` (or another) after a fix that leaves nothing to find, breaks nothing and is laid out well. */
  fixed: async (source: Source, title: string, path = '/main.entitle'): Promise<string> => {
    const { texts } = marksOf(textsOf(source))
    const before = await check(texts)
    const fix = fixOf(
      before.filter(finding => finding.rule === rule),
      title,
    )
    const after = applyEdits(texts, fix.edits)
    const found = await check(after)
    expect(found.filter(finding => finding.rule === rule && finding.waived === undefined)).toEqual([])
    expect(errorsIn(found).filter(code => !errorsIn(before).includes(code))).toEqual([])
    for (const [file, text] of Object.entries(texts)) {
      expect(layoutOf(text), `the source of the test, ${file}, is laid out well`).toBe(text)
      expect(layoutOf(after[file] ?? '')).toBe(after[file])
    }
    return after[path] ?? ''
  },
})

const fixOf = (found: readonly Finding[], title: string): Fix => {
  const fixes = found.flatMap(finding => finding.fixes ?? [])
  const fix = fixes.find(candidate => candidate.title === title)
  expect(fixes.map(candidate => candidate.title)).toContain(title)
  if (fix === undefined) throw new Error(`No finding has a fix "${title}".`)
  return fix
}

const errorsIn = (found: readonly Finding[]): string[] =>
  found.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)

const layoutOf = (text: string): string => {
  const formatted = format(text)
  return 'text' in formatted ? formatted.text : text
}
