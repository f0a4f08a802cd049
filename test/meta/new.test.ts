import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fencesIn } from './fences.ts'

const root = path.resolve(import.meta.dirname, '../..')
const copied = [
  'packages/language',
  'packages/graph',
  'docs',
  'test/meta',
  'tsconfig.json',
  'biome.json',
  'package.json',
  'scripts/lint',
  '.gitignore',
]
const skipped = new Set(['node_modules', 'dist'])

let copy = ''
const run = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(root, 'scripts/new.ts'), ...args, '--root', copy], { encoding: 'utf8' })
const read = (file: string) => fs.readFileSync(path.join(copy, file), 'utf8')

beforeAll(() => {
  copy = fs.mkdtempSync(path.join(os.tmpdir(), 'entitle-new-'))
  for (const folder of copied)
    fs.cpSync(path.join(root, folder), path.join(copy, folder), {
      recursive: true,
      filter: source => !skipped.has(path.basename(source)),
    })
})
afterAll(() => fs.rmSync(copy, { recursive: true, force: true }))

describe('npm run new -- rule', () => {
  it.each([
    [[], 'Say what to make: npm run new -- rule approver-fallback'],
    [['command', 'x'], 'Say what to make: npm run new -- rule approver-fallback'],
    [['rule'], 'Say what the rule is called: npm run new -- rule approver-fallback'],
    [
      ['rule', 'ApproverFallback'],
      'A rule is named by two or more lower-case words with hyphens between them, as in approver-fallback; ApproverFallback is not.',
    ],
    [['rule', 'fallback'], 'as in approver-fallback; fallback is not.'],
    [['rule', '../escape'], 'as in approver-fallback; ../escape is not.'],
    [
      ['rule', 'external-review'],
      'packages/language/src/rules/external-review.ts is there already. Change it, or name the new rule otherwise.',
    ],
    [['rule', 'run-rules'], 'packages/language/src/rules/run-rules.ts is there already.'],
    [['rule', 'unused-waiver'], 'docs/rules/unused-waiver.md is there already.'],
    [['rule', 'date-in-past'], 'date-in-past is checked already'],
  ])('refuses %j in one sentence and writes nothing', (args, sentence) => {
    const before = read('packages/language/src/rules/table.ts')
    const { status, stderr, stdout } = run(...args)
    expect(stderr).toContain(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(read('packages/language/src/rules/table.ts')).toBe(before)
  })

  it('writes rules of which tables, pages and examples agree', async () => {
    for (const name of ['guest-of-honour', 'zone-of-trust', 'about-time']) {
      const { status, stderr, stdout } = run('rule', name)
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout).toContain(`packages/language/src/rules/${name}.ts\n`)
      expect(stdout).toContain(`packages/language/test/rules/${name}.test.ts\n`)
      expect(stdout).toContain(`docs/rules/${name}.md\n`)
    }
    const { names, tables } = inCopy(`
      import { rules } from '${copy}/packages/language/src/rules/index.ts'
      import { ruleTables } from '${copy}/test/meta/rule-table.ts'
      console.log(JSON.stringify({ names: rules.map(({ name }) => name), tables: ruleTables() }))`)
    expect(names).toEqual(names.toSorted())
    expect(names).toEqual(expect.arrayContaining(['guest-of-honour', 'zone-of-trust', 'about-time']))
    for (const table of Object.values(tables)) expect(read('docs/rules/README.md')).toContain(`\n${table}\n`)
    expect(run('rule', 'zone-of-trust').stderr).toContain('is there already')
  })

  it('writes a page whose examples show the rule', () => {
    const fences = fencesIn('page', read('docs/rules/guest-of-honour.md'))
    const trips = (role: string) =>
      inCopy(`
        import { openWorkspace } from '${copy}/packages/language/src/index.ts'
        const files = { '/main.entitle': ${JSON.stringify(fences.find(fence => fence.role === role)?.text)} }
        const workspace = await openWorkspace({ files, today: '2026-11-22' })
        console.log(JSON.stringify({ names: workspace.check().map(({ rule }) => rule), tables: {} }))`).names
    expect(trips('avoid')).toEqual(['guest-of-honour'])
    expect(trips('prefer')).toEqual([])
  })

  it('writes files that the linter leaves alone', () => {
    const biome = path.join(root, 'node_modules/.bin/biome')
    const { status, stderr } = spawnSync(
      biome,
      ['check', 'packages/language/src/rules', 'packages/language/test/rules'],
      {
        cwd: copy,
        encoding: 'utf8',
      },
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})

interface Answer {
  readonly names: readonly string[]
  readonly tables: { readonly [name: string]: string }
}

/** What a module says that runs beside the copy. */
const inCopy = (module: string): Answer => {
  const modules = path.join(copy, 'node_modules')
  if (!fs.existsSync(modules)) fs.symlinkSync(path.join(root, 'node_modules'), modules)
  const args = ['--input-type=module', '--eval', module]
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' })
  expect(stderr).toBe('')
  return JSON.parse(stdout) as Answer
}
