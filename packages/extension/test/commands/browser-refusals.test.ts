import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { browserRefusals } from '../../src/commands/browser-refusals.ts'
import { Refusal } from '../../src/dialogue/refusal.ts'

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')
const named = (text: string) => [...text.matchAll(/name: '(entitle\.[\w.]+)'/g)].map(found => found[1] ?? '')

describe('commands in a browser', () => {
  it('are those of the desktop, each of which works or says where it does', () => {
    const works = named(read('src/commands/language-commands.ts'))
    const desktop = [...works, ...named(read('src/extension.ts'))]
    expect(works).toEqual([
      'entitle.checkWorkspace',
      'entitle.runScenarios',
      'entitle.new.workspace',
      'entitle.new.catalog',
      'entitle.new.package',
      'entitle.new.policy',
      'entitle.report',
      'entitle.report.save',
      'entitle.report.compare',
      'entitle.openLifecycleDiagram',
      'entitle.openAccessMap',
      'entitle.picture.save',
      'entitle.selectTenant',
      'entitle.reportIssue',
      'entitle.restartServer',
      'entitle.showLog',
    ])
    expect([...works, ...browserRefusals.map(({ name }) => name)].sort()).toEqual(desktop.sort())
  })

  it('have the titles that people know', () => {
    const contributed: readonly { command: string; title: string }[] = JSON.parse(read('package.json')).contributes
      .commands
    for (const { name, title } of browserRefusals) {
      const known = contributed.find(({ command }) => command === name)
      expect(known?.title ?? 'Deploy').toBe(title)
    }
  })

  it('say in one sentence what they need', async () => {
    for (const { run, title } of browserRefusals) {
      const failure = await run().catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(Refusal)
      expect(String(failure)).toContain(`${title} needs VS Code on the desktop`)
      expect(String(failure).match(/\./g)).toHaveLength(1)
    }
  })
})
