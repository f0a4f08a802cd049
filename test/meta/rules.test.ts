import fs from 'node:fs'
import path from 'node:path'
import { format, openWorkspace } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { builtInStandards, hygiene, optionForm, rules } from '../../packages/language/src/rules/index.ts'
import { type Fence, fencesOf } from './fences.ts'
import { ruleTables } from './rule-table.ts'

const root = path.resolve(import.meta.dirname, '../..')
const pages = path.join(root, 'docs/rules')
const standards = ['recommended', 'strict', 'zero-trust', 'cis']
const names = [...rules.map(({ name }) => name), ...Object.keys(hygiene)].toSorted()
const pageOf = (name: string) => fs.readFileSync(path.join(pages, `${name}.md`), 'utf8')
const fences = fencesOf(pages)

/** What examples leave out, unless they are about it: it would hide what they show. */
const leftOut = ['missing-description']

/** The codes of what is found in a block of a page, waived findings aside. */
const foundIn = async ({ text, page }: Fence): Promise<string[]> => {
  const workspace = await openWorkspace({ files: { '/main.entitle': text }, today: '2026-11-22' })
  return workspace
    .check()
    .flatMap(({ rule, waived }) =>
      waived !== undefined || (leftOut.includes(rule) && page !== `${rule}.md`) ? [] : [rule],
    )
}

const only = (name: string, role: string): Fence => {
  const found = fences.filter(fence => fence.page === `${name}.md` && fence.role === role)
  expect(found, `${role} blocks in docs/rules/${name}.md`).toHaveLength(1)
  return found[0] as Fence
}

describe('the table of rules', () => {
  it('is sorted by name', () => {
    const listed = rules.map(({ name }) => name)
    expect(listed).toEqual(listed.toSorted())
  })

  it.each(rules.map(({ name }) => name))('has a file and a test for %s', name => {
    expect(fs.readFileSync(path.join(root, `packages/language/src/rules/${name}.ts`), 'utf8')).toContain(
      `name: '${name}'`,
    )
    expect(fs.readFileSync(path.join(root, `packages/language/test/rules/${name}.test.ts`), 'utf8')).toContain(
      `asking('${name}')`,
    )
  })

  it('has every rule that stands in a file', () => {
    const folder = path.join(root, 'packages/language/src/rules')
    const defined = fs
      .readdirSync(folder)
      .filter(file => file.endsWith('.ts'))
      .flatMap(
        file => /defineRule\(\{\n {2}name: '(.*)'/.exec(fs.readFileSync(path.join(folder, file), 'utf8'))?.[1] ?? [],
      )
    expect(defined.toSorted()).toEqual(rules.map(({ name }) => name))
  })
})

describe('the pages of the rules', () => {
  it('are there for each rule, and no others', () => {
    const files = fs.readdirSync(pages).filter(file => file !== 'README.md')
    expect(files.toSorted()).toEqual(names.map(name => `${name}.md`))
  })

  it.each(rules)('say of $name what its code says', rule => {
    const page = pageOf(rule.name)
    expect(page.startsWith(`# ${rule.name}\n\nFinds ${rule.finds}.\n`)).toBe(true)
    expect(page).toContain(rule.why)
    expect(page).toContain(`(${rule.source})`)
    expect(rule.source).toMatch(/^https:\/\/learn\.microsoft\.com\/entra\//)
    const form = optionForm(rule)
    expect(page).toContain(form === undefined ? '## Options\n\nNone.\n' : `\`${form}\``)
  })

  it.each(Object.entries(hygiene))('say of %s what its code says', (name, { finds }) => {
    expect(pageOf(name).startsWith(`# ${name}\n\nFinds ${finds}.\n`)).toBe(true)
  })

  it.each(names)('say how grave %s is in each standard', name => {
    const severities = standards.map(standard => builtInStandards[standard]?.[name])
    expect(pageOf(name)).toContain(`| ${standards.join(' | ')} |\n|---|---|---|---|\n| ${severities.join(' | ')} |\n`)
  })

  it.each(names)('trip exactly %s by what to avoid', async name => {
    expect([...new Set(await foundIn(only(name, 'avoid')))]).toEqual([name])
  })

  it.each(names)('trip nothing by what to prefer to %s', async name => {
    expect(await foundIn(only(name, 'prefer'))).toEqual([])
  })

  it.each(names)('are laid out as the formatter has it: %s', name => {
    for (const role of ['avoid', 'prefer'])
      expect(format(only(name, role).text)).toEqual({ unchanged: 'it is formatted' })
  })
})

describe('the index of the rules', () => {
  const index = fs.readFileSync(path.join(pages, 'README.md'), 'utf8')

  it.each(Object.entries(ruleTables()))('has the table of %s as the code has it', (_, table) => {
    expect(index).toContain(`\n${table}\n`)
  })

  it('explains every code that it links to, and links to no page that is missing', () => {
    for (const [, target] of index.matchAll(/\]\(([^)#:]+\.md)\)/g))
      expect(fs.existsSync(path.join(pages, target ?? ''))).toBe(true)
  })
})
