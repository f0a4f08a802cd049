import { describe, expect, it } from 'vitest'
import { once } from '../../src/lsp/said.ts'
import { snippets } from '../../src/lsp/snippets.ts'
import { openWorkbench, provided } from './workbench.ts'

const labels = async (text: string) => {
  const bench = await openWorkbench({ 'a.entitle': text })
  const { document, params } = bench.cursor
  const list = await provided(bench.services.lsp.CompletionProvider).getCompletion(document, params)
  expect(bench.log).toEqual([])
  return list?.items.map(({ label }) => label) ?? []
}

const forms: { readonly [type: string]: readonly [before: string, statement: string, after: string] } = {
  Pin: ['catalog c "C" {', 'id "x"', '}'],
  Description: ['catalog c "C" {', 'description "x"', '}'],
  CloudStatement: ['tenant t {', 'cloud usgov', '}'],
  Protected: ['tenant t {', 'protected', '}'],
  Offboarding: ['tenant t {', 'external user offboarding none', '}'],
  OrganizationState: ['organization o "O" {', 'state proposed', '}'],
  Unpublished: ['catalog c "C" {', 'unpublished', '}'],
  Visible: ['catalog c "C" {', 'visible to external users', '}'],
  LogicApp: ['catalog c "C" { workflow w "W" {', 'logic app "a" resource group "g" subscription "s"', 'on request } }'],
  WorkflowTrigger: ['catalog c "C" { workflow w "W" {', 'on request', '} }'],
  Hidden: ['package p "P" {', 'hidden', '}'],
  Requestable: ['policy template t {', 'requestable by no one', '}'],
  AssignedAutomatically: ['policy template t {', 'assigned automatically where "x"', '}'],
  OnBehalf: ['policy template t {', 'managers may request for their reports', '}'],
  ChooseDates: ['policy template t {', 'requestor may choose dates', '}'],
  Notifications: ['policy template t {', 'notifications off', '}'],
  Approval: ['policy template t {', 'approval { stage by manager }', '}'],
  NoApproval: ['policy template t {', 'approval not required', '}'],
  Expiration: ['policy template t {', 'expires after 3 days', '}'],
  Extension: ['policy template t {', 'extension denied', '}'],
  PolicyReview: ['policy template t {', 'review weekly', '}'],
  Justification: ['policy template t { approval {', 'justification required', '} }'],
  Within: ['policy template t { approval { stage by manager {', 'within 3 days', '} } }'],
  ApproverVisibility: ['policy template t { approval { stage by manager {', 'approvers hidden', '} } }'],
  Escalation: ['policy template t { approval { stage by manager {', 'escalate to manager after 3 days', '} } }'],
  Starting: ['policy template t { review weekly {', 'starting 2027-01-01', '} }'],
  Ending: ['policy template t { review weekly {', 'ending after 3 times', '} }'],
  OpenFor: ['policy template t { review weekly {', 'open for 3 days', '} }'],
  Reviewers: ['policy template t { review weekly {', 'reviewers self', '} }'],
  NoResponse: ['policy template t { review weekly {', 'if no response keep access', '} }'],
  Recommendations: ['policy template t { review weekly {', 'recommendations off', '} }'],
  ReviewScope: ['review r "R" {', 'of guests in all groups', '}'],
  Inactive: ['review r "R" {', 'inactive for 90 days', '}'],
  Recurs: ['review r "R" {', 'recurs weekly', '}'],
  ApplyDecisions: ['review r "R" {', 'apply decisions manually', '}'],
  Requestor: ['scenario "S" {', 'requestor guest', '}'],
  RequestsPackage: ['scenario "S" {', 'requests a.b', '}'],
}

describe.each(once)('%s', type => {
  const [before, statement, after] = forms[type] ?? ['', '', '']
  const word = statement.split(' ')[0] ?? ''
  const own = (offered: readonly string[]) =>
    offered.filter(label => label === word || snippets[type]?.some(snippet => snippet.label === label))

  it('is what the check of repeated statements means', async () => {
    const bench = await openWorkbench({ 'a.entitle': `${before}\n${statement}\n${statement}\n${after}` })
    const found = bench.services.editor.Analyst.findingsIn(bench.document('a.entitle').uri.toString())
    expect(found.map(({ rule }) => rule)).toContain('repeated-statement')
  })

  it('is offered in an empty block, and where it is being typed', async () => {
    expect(own(await labels(`${before}\n<|>\n${after}`))).not.toEqual([])
    expect(own(await labels(`${before}\n${word}<|>${statement.slice(word.length)}\n${after}`))).not.toEqual([])
  })

  it('is not offered again, above or below', async () => {
    expect(own(await labels(`${before}\n${statement}\n<|>\n${after}`))).toEqual([])
    expect(own(await labels(`${before}\n<|>\n${statement}\n${after}`))).toEqual([])
  })
})

describe('what a block holds', () => {
  it('keeps its other forms away, and nothing else', async () => {
    const found = await labels('policy template t {\n  approval not required\n  <|>\n}')
    expect(found).not.toContain('approval { … }')
    expect(found).toContain('extension allowed with approval')
    expect(await labels('policy template t {\n  requestable by no one\n  <|>\n}')).not.toContain(
      'assigned automatically where',
    )
    expect(await labels('tenant t {\n  external user offboarding none\n  <|>\n}')).toContain('domain')
  })

  it('says nothing of the blocks around and inside it', async () => {
    const text = 'policy template t { approval {\n justification required\n stage by manager {\n <|>\n }\n } }'
    expect(await labels(text)).toContain('justification required')
    const outer = 'policy template t { approval { stage by manager { justification required }\n <|>\n } }'
    expect(await labels(outer)).toContain('justification required')
  })

  it('does not silence the next word of the statement being typed', async () => {
    expect(await labels('policy template t {\n expires after 3 days\n never <|>\n}')).toEqual(['expires'])
    expect(await labels('policy template t {\n approval not <|>\n}')).toEqual(['required'])
  })

  it('may be said again where it repeats', async () => {
    expect(await labels('package p "P" {\n grants "Member" of a\n <|>\n}')).toContain('grants')
    expect(await labels('organization o "O" {\n domain "a.b"\n <|>\n}')).toContain('domain')
  })
})
