import fs from 'node:fs'
import path from 'node:path'
import { commandNames, commandNamesBelow, helpOf } from '@entitle/cli'
import { describe, expect, it } from 'vitest'
import { commandPages } from '../../scripts/command-pages.ts'

const folder = path.resolve(import.meta.dirname, '../../docs/commands')

describe('the pages of the commands', () => {
  it('are there for each command, and no others', () => {
    expect(fs.readdirSync(folder).sort()).toEqual(Object.keys(commandPages()).sort())
  })

  it.each(commandNames())('say of %s exactly what its help says', name => {
    const page = fs.readFileSync(path.join(folder, `${name}.md`), 'utf8')
    expect(page, 'run: node scripts/command-pages.ts').toBe(commandPages()[`${name}.md`])
    expect(page).toContain(helpOf(name).trimEnd())
  })

  it('say of entitle itself exactly what its help says', () => {
    const page = fs.readFileSync(path.join(folder, 'README.md'), 'utf8')
    expect(page, 'run: node scripts/command-pages.ts').toBe(commandPages()['README.md'])
  })

  it.each([...commandNames(), ...commandNames().flatMap(commandNamesBelow)])(
    'give examples of %s and its exit codes',
    name => {
      expect(helpOf(name)).toMatch(/^Examples:\n {2}\$ entitle /m)
      expect(helpOf(name)).toMatch(/^Exit codes:\n {2}0 /m)
    },
  )
})
