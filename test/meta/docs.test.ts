import fs from 'node:fs'
import path from 'node:path'
import { openWorkspace } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { type Fence, fencesIn, fencesOf } from './fences.ts'

const root = path.resolve(import.meta.dirname, '../..')
const fencesOfPages = (...pages: string[]) =>
  pages.flatMap(page => fencesIn(page, fs.readFileSync(path.join(root, page), 'utf8')))
const fences = [
  ...fencesOfPages('README.md', 'examples/partner-collaboration/README.md', 'packages/extension/README.md'),
  ...fencesOf(path.join(root, 'packages/extension/walkthrough')).map(fence => ({
    ...fence,
    page: `walkthrough/${fence.page}`,
  })),
  ...fencesOf(path.join(root, 'docs')).map(fence => ({ ...fence, page: `docs/${fence.page}` })),
]
const named = (role: string) =>
  fences.filter(fence => fence.role === role).map(fence => [`${fence.page}:${fence.line}`, fence] as const)

const errorsIn = async (text: string): Promise<string[]> => {
  const workspace = await openWorkspace({ files: { '/main.entitle': text }, today: '2026-11-22' })
  return workspace
    .check()
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule}: ${message}`)
}

/** Where a part of a source may stand. */
const wrappings = [
  (text: string) => text,
  (text: string) => `standard s { ${text} }`,
  (text: string) => `catalog c "C" { package p "P" { ${text} } }`,
  (text: string) => `catalog c "C" { package p "P" { policy q "Q" { ${text} } } }`,
]

describe('the examples of the documentation', () => {
  it('are there, of sorts that a test looks at', () => {
    expect(new Set(fences.map(({ role }) => role))).toEqual(new Set(['', 'avoid', 'prefer', 'fragment']))
    expect(named('').length).toBeGreaterThan(8)
  })

  it.each(named(''))('have no errors: %s', async (_, fence: Fence) => {
    expect(await errorsIn(fence.text)).toEqual([])
  })

  it.each(named('fragment'))('can be read where they may stand: %s', async (_, fence: Fence) => {
    const syntax = await Promise.all(
      wrappings.map(async wrap => (await errorsIn(wrap(fence.text))).filter(error => error.startsWith('syntax:'))),
    )
    expect(syntax).toContainEqual([])
  })
})

/** Links to pages, files and folders; pictures are made by the stories of test/e2e. */
describe('the links of the documentation', () => {
  const pages = ['README.md', 'examples/partner-collaboration/README.md', ...markdownBelow('docs')]

  it.each(pages)('lead to files that are there: %s', page => {
    const text = fs.readFileSync(path.join(root, page), 'utf8')
    const targets = [...text.matchAll(/(?<!!\[[^\]]*)\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
      ([, target]) => target ?? '',
    )
    const missing = targets.filter(target => !fs.existsSync(path.join(root, path.dirname(page), target)))
    expect(missing).toEqual([])
  })
})

function markdownBelow(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(page => page.endsWith('.md'))
    .map(page => `${folder}/${page}`)
}
