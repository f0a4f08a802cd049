import fs from 'node:fs'
import { createRequire } from 'node:module'
import type { Finding } from '@entitle/graph'
import { Ajv } from 'ajv'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import type { Report, ReportFormat } from '../../src/views/reports/report.ts'
import { reportIn } from '../../src/views/reports/report-in.ts'

const root = '/repo'
const text = 'catalog a "A" {\n  policy suppliers "Approved suppliers"\n}\n'
const range = (file: string, line: number, from: number, to: number) => ({
  uri: `file:///repo/${file}`,
  start: { line, character: from },
  end: { line, character: to },
})
const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: 'external-review',
  severity: 'error',
  message: 'Nobody ever reviews it.',
  place: { kind: 'source', range: range('access/partners.entitle', 1, 9, 18) },
  ...more,
})
const nasty = 'a::warning file=x::b\r\n##vso[task.complete]\u001b[31m %25 ]; [x](http://y) | <b>&"\u202e\ufffe'
const everything: readonly Finding[] = [
  finding({
    help: 'Add a review.',
    related: [
      {
        place: { kind: 'source', range: range('access/templates [1].entitle', 0, 0, 3) },
        message: 'It [stands] here.',
      },
      { place: { kind: 'tenant', address: 'catalog/A/access-package/B' }, message: 'And there.' },
    ],
    fixes: [
      {
        title: 'Add a review',
        safe: true,
        edits: [{ range: range('access/partners.entitle', 1, 9, 9), text: 'review quarterly {}\n' }],
      },
    ],
  }),
  finding({ severity: 'warning', rule: 'mixed-audience', message: nasty, help: nasty }),
  finding({ severity: 'info', rule: 'no-admins', message: 'An own rule speaks.' }),
  finding({ severity: 'hint', rule: 'extension-denied', message: 'A hint.' }),
  finding({ rule: 'live-assignments', place: { kind: 'tenant', address: 'catalog/A/access-package/B' } }),
  finding({
    severity: 'info',
    rule: 'extension-approval',
    waived: { until: '2027-03-31', because: 'Pilot; | GOV-118 <x>' },
  }),
]
const files = ['file:///repo/access/partners.entitle', 'file:///repo/access/clean file.entitle']
const shown = (format: ReportFormat, findings: readonly Finding[] = everything, more: Partial<Report> = {}): string =>
  reportIn(
    format,
    { command: 'check', findings, files, verbose: true, ...more },
    { root, textOf: () => text, wayTo: () => 'catalog a' },
  )
const control = /(?!\n)\p{Cc}|\p{Bidi_Control}/u

describe('SARIF', () => {
  const schemaFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json')
  // Of draft 4, whose difference from later ones it makes no use of.
  const {
    $schema: _,
    id,
    ...schema
  } = JSON.parse(fs.readFileSync(schemaFile.replace(/package\.json$/, 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'))
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(
    schema,
  )
  const valid = (report: string) => {
    const parsed = JSON.parse(report)
    expect(validate(parsed), JSON.stringify(validate.errors)).toBe(true)
    return parsed.runs[0]
  }

  it('is valid with everything that findings can have, and with none', () => {
    expect(valid(shown('sarif')).results).toHaveLength(6)
    expect(valid(shown('sarif', [])).results).toEqual([])
  })

  it('names files from the repository on, and results by what stays when lines move', () => {
    const run = valid(shown('sarif'))
    expect(run.originalUriBaseIds['%SRCROOT%'].uri).toBe('file:///repo/')
    const [first] = run.results
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'access/partners.entitle', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 10, endLine: 2, endColumn: 19 },
    })
    const moved = everything.map(each => (each.place.kind === 'tenant' ? each : finding({ ...each })))
    expect(valid(shown('sarif', moved)).results[0].partialFingerprints).toEqual(first.partialFingerprints)
    const prints = run.results.map((each: { partialFingerprints: object }) => JSON.stringify(each.partialFingerprints))
    expect(new Set(prints).size).toBe(prints.length)
  })

  it('has each rule once, with its page, and what it is when no standard says otherwise', () => {
    const { rules } = valid(shown('sarif', [...everything, ...everything])).tool.driver
    expect(rules).toHaveLength(6)
    const review = rules.find(({ id }: { id: string }) => id === 'external-review')
    expect(review).toMatchObject({
      defaultConfiguration: { level: 'error' },
      properties: { 'security-severity': '8.0' },
    })
    expect(review.helpUri).toContain('/docs/rules/external-review.md')
    expect(rules.find(({ id }: { id: string }) => id === 'no-admins').helpUri).toContain('/reference/own-rules.md')
  })

  it('links related places, offers fixes, and suppresses what a waiver excuses', () => {
    const { results } = valid(shown('sarif'))
    expect(results[0].message.text).toBe(
      'Nobody ever reviews it.\nAdd a review.\n[It \\[stands\\] here.](1)\n[And there.](2)',
    )
    expect(results[0].relatedLocations[0].physicalLocation.artifactLocation.uri).toBe(
      'access/templates%20%5B1%5D.entitle',
    )
    expect(results[0].fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe('review quarterly {}\n')
    expect(results[5].suppressions).toMatchObject([
      { kind: 'inSource', justification: expect.stringContaining('2027-03-31') },
    ])
    expect(results[4].locations[0].logicalLocations[0].fullyQualifiedName).toBe('catalog/A/access-package/B')
  })

  it('says whether the check failed', () => {
    expect(valid(shown('sarif')).invocations[0].exitCode).toBe(1)
    expect(valid(shown('sarif', [])).invocations[0].exitCode).toBe(0)
    const one = [finding({ severity: 'warning' })]
    expect(valid(shown('sarif', one, { maxWarnings: 0 })).invocations[0].exitCode).toBe(1)
  })
})

describe('annotations of GitHub Actions', () => {
  const lines = (findings = everything) => shown('github', findings).trimEnd().split('\n')

  it('are one line each, at their place, without what waivers excuse', () => {
    expect(lines()).toHaveLength(6)
    expect(lines()[0]).toMatch(
      /^::error file=access\/partners\.entitle,line=2,col=10,endLine=2,endColumn=19,title=external-review::Nobody ever reviews it\.%0AAdd a review\.%0Ahttps:\/\/github/,
    )
    expect(lines()[4]).toMatch(/^::error title=live-assignments::/)
  })

  it('carry out nothing that a name says', () => {
    expect(lines().filter(line => /^::(?!(error|warning|notice) )/.test(line))).toEqual([])
    expect(shown('github')).not.toMatch(control)
    expect(lines()[1]).toContain('%0')
    const [odd] = lines([finding({ place: { kind: 'source', range: range('a,b:c%25.entitle', 0, 0, 1) } })])
    expect(odd).toContain('file=a%2Cb%3Ac')
  })

  it('end in what was found', () => {
    expect(lines().at(-1)).toMatch(/^2 errors, 1 warning, 1 note, 1 hint in 2 files/)
    expect(lines([])).toEqual(['Nothing to complain about in 2 files'])
  })
})

describe('issues of Azure Pipelines', () => {
  const lines = () => shown('azure').trimEnd().split('\n')

  it('are errors and warnings at their place; notes are lines of the log', () => {
    expect(lines()[0]).toMatch(
      /^##vso\[task\.logissue type=error;sourcepath=access\/partners\.entitle;linenumber=2;columnnumber=10;code=external-review;\]/,
    )
    expect(lines()[2]).toMatch(/^access\/partners\.entitle\(2,10\): no-admins: /)
  })

  it('carry out nothing that a name says', () => {
    for (const line of lines()) expect(line.replace(/^##vso\[task\.logissue [^\]]*\]/, '')).not.toMatch(/^\s*##/)
    expect(shown('azure')).not.toMatch(control)
  })
})

describe('JUnit’s XML', () => {
  const parsed = (findings = everything, more: Partial<Report> = {}) => {
    const xml = shown('junit', findings, more)
    expect(XMLValidator.validate(xml)).toBe(true)
    return new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      isArray: name => /^test(suites?|case)$/.test(name),
    }).parse(xml).testsuites[0]
  }

  it('has a suite for each file, also for one without findings', () => {
    const whole = parsed()
    expect(whole).toMatchObject({ tests: '7', failures: '2', skipped: '1' })
    expect(whole.testsuite.map(({ name }: { name: string }) => name)).toEqual([
      'access/partners.entitle',
      'access/clean file.entitle',
      'tenant',
    ])
    expect(whole.testsuite[1].testcase[0].name).toBe('nothing found')
  })

  it('fails what fails the check', () => {
    const one = [finding({ severity: 'warning' })]
    expect(parsed(one).failures).toBe('0')
    expect(parsed(one, { maxWarnings: 0 }).failures).toBe('1')
    expect(parsed(one, { maxWarnings: 1 }).failures).toBe('0')
  })
})

describe('Markdown for a pull request', () => {
  it('has a row for each finding, the gravest first, and folds away what waivers excuse', () => {
    const report = shown('markdown')
    expect(report).toMatch(/^### ❌ entitle check: 2 errors/)
    const rows = report.split('\n').filter(line => /^\| (error|warning|note|hint)/.test(line))
    expect(rows.map(row => row.split(' | ')[0])).toEqual(['| error', '| error', '| warning', '| note', '| hint'])
    expect(report).toContain('<details><summary>1 finding excused by waivers</summary>')
    expect(report).toContain('Fix: Add a review (`entitle check --fix`)')
  })

  it('shows names as text', () => {
    const report = shown('markdown')
    expect(report).not.toContain('<b>')
    expect(report).not.toContain('[x](http')
    expect(report).not.toMatch(control)
    for (const row of report.split('\n').filter(line => line.startsWith('| warning')))
      expect(row.match(/(?<!\\)\|/g)).toHaveLength(5)
  })

  it('is not longer than a comment may be, and says how much it leaves out', () => {
    const many = Array.from({ length: 2000 }, (_, i) => finding({ message: `Finding ${i} of many that are there.` }))
    const report = shown('markdown', many)
    expect(report.length).toBeLessThan(65_000)
    expect(report).toMatch(/… and \d+ more\./)
  })
})
