import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { rulePagesModule } from '../../scripts/reference/rule-pages.ts'
import { referencePages, rulePagesFile } from '../../scripts/reference-pages.ts'

const docs = path.resolve(import.meta.dirname, '../../docs')
const pages = Object.entries(referencePages())
const run = 'run: node scripts/reference-pages.ts'

/** The anchors of a page's headings, as GitHub makes them; one that comes twice gets a number. */
const anchorsOf = (markdown: string): string[] => {
  const seen = new Map<string, number>()
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
    const count = seen.get(slug) ?? 0
    seen.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${count}`
  })
}

describe('the pages of the reference', () => {
  it('are there, and no others', () => {
    expect(fs.readdirSync(path.join(docs, 'reference')).sort()).toEqual(pages.map(([file]) => file).sort())
  })

  it.each(pages)('say in %s what the texts of the language say', (file, text) => {
    expect(fs.readFileSync(path.join(docs, 'reference', file), 'utf8'), run).toBe(text)
  })

  it.each(pages)('lead from %s to headings that there are', (_, text) => {
    const missing = [...text.matchAll(/\]\(([a-z-]*)(?:\.md)?#([a-z-]+)\)/g)].filter(([, file = '', anchor = '']) => {
      const target = file === '' ? text : referencePages()[`${file}.md`]
      return !anchorsOf(target ?? '').includes(anchor)
    })
    expect(missing.map(([link]) => link)).toEqual([])
  })

  it('have no heading twice on one page', () => {
    for (const [file, text] of pages) expect(anchorsOf(text), file).toEqual([...new Set(anchorsOf(text))])
  })
})

it('the command line has the pages of the rules as they stand', () => {
  expect(fs.readFileSync(rulePagesFile, 'utf8'), run).toBe(rulePagesModule(path.join(docs, 'rules')))
})
