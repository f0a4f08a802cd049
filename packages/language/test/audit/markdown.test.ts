import { expect, it } from 'vitest'
import { auditMarkdown } from '../../src/audit/markdown.ts'
import { accessPackage, catalog, live, open, policy } from '../printing/source/live.ts'
import { audited, notReadable, readOf } from './audited.ts'

const nameOf = (uri: string) => uri.split('/').at(-1) ?? uri
const tenant = 'tenant contoso "Contoso" { domain "contoso.com" }\n'

it('tells what fails first, then what is excused, not determined, kept and left out', async () => {
  const sources = `${tenant}catalog p "Partners" { package a "Alpine" {
  policy s "Staff" { waive external-expiration until 2027-01-31 because "Agreed | with [all](x)" }
} }`
  const read = readOf(
    [catalog, accessPackage, policy({ allowedTargetScope: 'allExternalUsers' })],
    [
      { kind: 'access-review', finding: notReadable },
      { kind: 'sponsor', parent: 'connected-organization/Fabrikam', finding: notReadable },
    ],
  )
  const text = auditMarkdown(await audited(read, { sources }), 'Contoso', nameOf)
  const headings = [...text.matchAll(/^##? .*$/gm)].map(([line]) => line)
  expect(headings).toEqual([
    '# Audit of Contoso',
    '## Fails',
    '## Excused by waivers of the sources',
    '## Not determined',
    '## Passes',
    '## Left out',
  ])
  expect(text).toContain('[a.entitle:3](file:///w/a.entitle#L3)')
  expect(text).toContain('Agreed \\| with \\[all\\](x)')
})

it('shows names of the tenant as they are, whatever Markdown or HTML they look like', async () => {
  const name = '<img src=x> [a](http://evil) `b`\n# c'
  const odd = live('catalog', name, { displayName: name })
  const text = auditMarkdown(await audited(readOf([odd])), name, nameOf)
  expect(text).not.toContain('<img')
  expect(text).not.toContain('[a](http')
  expect(text).not.toMatch(/^# c/m)
})

it('says what isn’t known, by reason, with the rules that can’t be told', async () => {
  const puzzling = live('assignment-policy', 'Staff', { ...open, allowedTargetScope: 'somethingNew' }, accessPackage)
  const text = auditMarkdown(await audited(readOf([catalog, accessPackage, puzzling])), 'Contoso', nameOf)
  expect(text).toMatch(/## Not determined\n\n.*Not known for that: .*`any-external-user`/)
  expect(text).toContain('- catalog Partners › package Alpine › policy Staff: allowedTargetScope')
})
