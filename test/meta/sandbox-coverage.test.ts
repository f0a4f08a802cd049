import fs from 'node:fs'
import path from 'node:path'
import { coverage } from '@entitle/sandbox'
import { describe, expect, it } from 'vitest'
import { sandboxCoverage } from '../../scripts/sandbox-coverage.ts'

const page = path.resolve(import.meta.dirname, '../../docs/sandbox-coverage.md')
const list = path.resolve(import.meta.dirname, '../../../shared/graph/em-permissions.json')

describe('the page of what the sandbox does', () => {
  it('is what the sandbox says of itself', () => {
    expect(fs.readFileSync(page, 'utf8'), 'run: node scripts/sandbox-coverage.ts').toBe(sandboxCoverage())
  })

  it('says of every route what it does', () => {
    expect(coverage().routes.filter(({ does }) => does === '')).toEqual([])
  })
})

describe.skipIf(!fs.existsSync(list))(
  "what Microsoft's list of permissions names (skipped where ../shared/graph is missing)",
  () => {
    /** Paths in lower case are of the beta version, or newer than the published schema. */
    const paths: Record<string, Record<string, unknown>> = fs.existsSync(list)
      ? JSON.parse(fs.readFileSync(list, 'utf8')).paths
      : {}
    const plain = (at: string) =>
      at
        .replace(/\(([^)]*)\)/, (_, inside: string) => `(${inside.replaceAll(/=(\{value\}|'[^']*')/g, '')})`)
        .replace(/\/\$ref$/, '')

    it('is done, or refused by its name', () => {
      const { routes, notDone } = coverage()
      const known = new Set([...routes, ...notDone].map(route => `${route.method} ${plain(route.path)}`))
      const named = Object.entries(paths)
        .filter(([at]) => !at.startsWith('/identitygovernance/'))
        .flatMap(([at, verbs]) => Object.keys(verbs).map(verb => `${verb} ${plain(at)}`))
        .filter(name => !name.startsWith('_'))
      expect(named.length).toBeGreaterThan(90)
      expect(named.filter(name => !known.has(name))).toEqual([])
    })
  },
)
