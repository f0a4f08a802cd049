import fs from 'node:fs'
import path from 'node:path'
import type { Finding } from '@entitle/graph'
import { openWorkspace, type Workspace } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { wrongFixes } from './after-fix.ts'
import { declared } from './declared.ts'
import { difference } from './difference.ts'
import { internals, spoken } from './messages.ts'
import { type Case, readCases } from './read-case.ts'

const today = '2026-11-22'
const cases = readCases(import.meta.dirname)

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

/** Programs with a mistake of syntax or of names say what is wrong; what else could be better is another folder's matter. */
const isBroken = ({ name }: Case) => /^(?:syntax|names)\//.test(name)
const isGrave = ({ severity }: { readonly severity: string }) => severity === 'error' || severity === 'warning'
/** Examples of another rule leave descriptions out: they would hide what they show. */
const isBeside = (of: Case, { rule }: Finding) =>
  rule === 'missing-description' && !of.expected.some(each => each.rule === rule)
const compared = (of: Case, findings: readonly Finding[]) =>
  findings.filter(each => !isBeside(of, each) && (!isBroken(of) || !of.expected.every(isGrave) || isGrave(each)))

const read = (files: Case['files'], rules: boolean) => openWorkspace({ files, today, rules })

describe('the corpus', () => {
  it('holds at least 150 broken programs, most with what must survive', () => {
    const broken = cases.filter(of => isBroken(of) && of.expected.some(isGrave))
    expect(broken.length).toBeGreaterThanOrEqual(300)
    expect(broken.filter(({ survivors }) => survivors.length > 0).length).toBeGreaterThan(broken.length * 0.85)
  })

  it.each(cases.map(of => [of.name, of] as const))('%s', async (_, of) => {
    const workspace = await read(of.files, of.name.startsWith('rules/'))
    const findings = compared(of, workspace.check())
    expect(difference(of, findings)).toEqual({ missing: [], unexpected: [] })
    for (const { message } of findings) expect(spoken(message)).not.toMatch(internals)
    const there = declared(workspace)
    expect(of.survivors.filter(name => !there.has(name))).toEqual([])
    checkTenant(of, workspace)
    if (isBroken(of))
      expect(
        await wrongFixes(of.files, findings, async files => compared(of, (await read(files, false)).check())),
      ).toEqual([])
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
