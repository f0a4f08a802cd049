import fs from 'node:fs'
import path from 'node:path'
import { format, openWorkspace } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { today } from '../harness.ts'

const page = fs.readFileSync(path.resolve(import.meta.dirname, '../../../../../docs/own-rules.md'), 'utf8')

/** The fenced blocks of a stretch of Markdown, in order. */
const blocks = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text)

const [introduction = '', ...sections] = page.split(/^### /m)
const [world = ''] = blocks(introduction, 'entitle')

const standard = (statements: string): string =>
  `standard ours extends recommended {\n${statements.replaceAll(/^(?=.)/gm, '  ')}}\n`

describe('the worked examples of own rules', () => {
  it('are twenty, and numbered', () => {
    expect(sections.map(section => Number.parseInt(section, 10))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  })

  it.each(sections.map(section => [section.split('\n')[0], section] as const))('%s', async (_, section) => {
    const [statements = ''] = blocks(section, 'entitle fragment')
    const [found = ''] = blocks(section, 'text')
    const files = { '/ours.entitle': standard(statements), '/world.entitle': world }
    const findings = (await openWorkspace({ files, today })).check()
    const own = findings.filter(({ message }) => message.includes('Standard ours'))
    expect(own.map(({ message }) => message.replace(/ Standard ours (?:denies|requires) .*$/, ''))).toEqual(
      found.split('\n').filter(line => line !== ''),
    )
    const inOurs = findings.filter(({ place }) => place.kind === 'source' && place.range.uri.endsWith('/ours.entitle'))
    expect(inOurs.map(({ message }) => message)).toEqual([])
  })

  it('are laid out as the formatter has them', () => {
    for (const text of [world, ...sections.flatMap(section => blocks(section, 'entitle fragment').map(standard))])
      expect(format(text)).toEqual({ unchanged: 'it is formatted' })
  })
})
