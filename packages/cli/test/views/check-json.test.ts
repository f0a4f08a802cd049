import fs from 'node:fs'
import path from 'node:path'
import type { Finding } from '@entitle/graph'
import { openWorkspace } from '@entitle/language'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { checkJson } from '../../src/views/check.ts'

const schema = path.resolve(import.meta.dirname, '../../../../docs/schemas/entitle-check-1.json')
const validate = new Ajv({ validateFormats: false, allErrors: true }).compile(
  JSON.parse(fs.readFileSync(schema, 'utf8')),
)
const context = { nameOf: (uri: string) => uri }

const written = (findings: readonly Finding[], more: object = {}) => {
  const json = JSON.parse(checkJson({ findings, files: ['file:///a.entitle'], applied: [], ...more }, context))
  expect(validate(json), JSON.stringify(validate.errors)).toBe(true)
  return json
}

describe('the JSON of a check', () => {
  it('is as the published schema says, with all that findings have', async () => {
    const text = `organization fabrikam "Fabrikam" { domain "fabrikam.com" }
policy template base {
  never expires
}
group unused "Unused"
catalog c "C" {
  ownrs x
  package p "P" {
    policy a "A" from base {
      requestable by users from fabrikam
      waive external-approval until 2027-01-31 because "Pilot"
    }
  }
}
`
    const findings = (await openWorkspace({ files: { '/a.entitle': text }, today: '2026-11-22' })).check()
    const json = written(findings)
    expect(json.findings.some(({ fixes }: { fixes?: object }) => fixes)).toBe(true)
    expect(json.findings.some(({ related }: { related?: object }) => related)).toBe(true)
    expect(json.findings.some(({ waived }: { waived?: object }) => waived)).toBe(true)
  })

  it('is so with fixes, with a baseline, and of a tenant', () => {
    const finding: Finding = {
      rule: 'external-review',
      severity: 'error',
      message: 'x',
      place: { kind: 'tenant', address: 'catalog/C' },
      tags: ['deprecated'],
    }
    const json = written([finding], { known: 3, applied: [{ finding, fix: { title: 'Add', safe: true, edits: [] } }] })
    expect(json.summary).toMatchObject({ error: 1, known: 3, fixed: 1 })
    expect(json.fixes).toEqual([{ rule: 'external-review', title: 'Add', safe: true, address: 'catalog/C' }])
    written([])
  })

  it('is nothing else', () => {
    expect(validate({ format: 'entitle-check/2', findings: [], summary: {} })).toBe(false)
  })
})
