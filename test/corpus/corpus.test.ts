import fs from 'node:fs'
import path from 'node:path'
import type { Finding } from '@entitle/graph'
import { openWorkspace, type Workspace } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { type Case, type Expected, readCases } from './read-case.ts'

const today = '2026-11-22'
const cases = readCases(import.meta.dirname)

const lineOf = ({ place }: Finding) => (place.kind === 'source' ? place.range.start.line + 1 : 0)
const fileOf = ({ place }: Finding) =>
  place.kind === 'source' ? decodeURIComponent(place.range.uri.replace('file://', '')) : ''
const shown = (f: { file: string; line: number; severity: string; rule: string; text: string }) =>
  `${f.file}:${f.line} ${f.severity} ${f.rule}: ${f.text}`

/** Expectations that no finding meets, and findings that no expectation names. */
const difference = (expected: readonly Expected[], findings: readonly Finding[]) => {
  const left = findings.map(finding => ({
    file: fileOf(finding),
    line: lineOf(finding),
    severity: finding.severity,
    rule: finding.rule,
    text: finding.message,
  }))
  const missing = expected.filter(({ file, line, severity, rule, text }) => {
    const at = left.findIndex(
      found =>
        found.file === file &&
        found.line === line &&
        found.severity === severity &&
        found.rule === rule &&
        found.text.includes(text),
    )
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return { missing: missing.map(shown), unexpected: left.map(shown) }
}

/** The lowered tenant without where it was said. */
const tenantJson = (workspace: Workspace): string => {
  const { tenant, identity, findings } = workspace.desired()
  const objects = tenant.objects.map(({ origin, ...object }) => object)
  return `${JSON.stringify({ identity, findings: findings.map(({ rule }) => rule), objects }, null, 2)}\n`
}

const checkTenant = (of: Case, workspace: Workspace) => {
  const file = `${of.stem}.tenant.json`
  if (!fs.existsSync(file)) return
  if (process.env.UPDATE_CORPUS !== undefined) fs.writeFileSync(file, tenantJson(workspace))
  expect(JSON.parse(tenantJson(workspace))).toEqual(JSON.parse(fs.readFileSync(file, 'utf8')))
}

describe('the corpus', () => {
  it('holds enough to mean something', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40)
  })

  it.each(cases.map(of => [of.name, of] as const))('%s', async (_, of) => {
    const workspace = await openWorkspace({ files: of.files, today, rules: of.name.startsWith('rules/') })
    expect(difference(of.expected, workspace.check())).toEqual({ missing: [], unexpected: [] })
    checkTenant(of, workspace)
  })
})

const samples = path.resolve(import.meta.dirname, '../../../shared/samples')

describe.skipIf(!fs.existsSync(samples))('the samples of the design (skipped where ../shared is missing)', () => {
  it('parse, link and check without an error or a warning', async () => {
    const names = fs.readdirSync(samples).filter(name => name.endsWith('.entitle'))
    const files = Object.fromEntries(names.map(name => [`/${name}`, fs.readFileSync(path.join(samples, name), 'utf8')]))
    const workspace = await openWorkspace({ files, today, rules: false })
    expect(names.length).toBeGreaterThan(2)
    expect(workspace.check().filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([])
  })
})
