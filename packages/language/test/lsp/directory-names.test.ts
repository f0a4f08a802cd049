import type { SuggestedName } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { CancellationToken } from 'vscode-languageserver'
import type { NamesAnswer, NamesParams } from '../../src/lsp/directory-names.ts'
import { apply, openWorkbench, provided } from './workbench.ts'

const others = {
  'b.entitle': `app crm "CRM"
group desk "Desk"
tenant test
package q "Q" in c {
  grants "Owner" of group "G"
  grants "Reader" in app "Other"
}
`,
}
const named = (name: string, more: Partial<SuggestedName> = {}): SuggestedName => ({
  name,
  label: name,
  detail: '',
  about: '',
  id: `id of ${name}`,
  shared: false,
  ...more,
})
const source = 'the sandbox tenant'

const complete = async (text: string, answer: NamesAnswer = { names: [], complete: true, source }) => {
  const asked: NamesParams[] = []
  const names = async (params: NamesParams) => {
    asked.push(params)
    return answer
  }
  const bench = await openWorkbench({ ...others, 'a.entitle': text }, { names })
  const { document, params } = bench.cursor
  const list = await provided(bench.services.lsp.CompletionProvider).getCompletion(
    document,
    params,
    CancellationToken.None,
  )
  expect(bench.log).toEqual([])
  const items = list?.items ?? []
  const chosen = (label: string) => {
    const { textEdit, additionalTextEdits = [] } = items.find(item => item.label === label) ?? {}
    if (textEdit === undefined || !('range' in textEdit)) throw new Error(`${label} has no edit`)
    return apply(document, [textEdit, ...additionalTextEdits])
  }
  return { asked, items, chosen, incomplete: list?.isIncomplete }
}
const inPackage = (statement: string) => `package p "P" in c {\n  ${statement}\n}`
const inPolicy = (statement: string) => inPackage(`policy y "Y" { ${statement} }`)

describe('the directory is asked', () => {
  it.each<[text: string, asked: NamesParams]>([
    ['group g "<|>"', { query: { kind: 'group', prefix: '' } }],
    ['user u "an<|>na@x.com"', { query: { kind: 'user', prefix: 'an' } }],
    ['app a "A \\"B\\"<|>"', { query: { kind: 'servicePrincipal', prefix: 'A "B"' } }],
    ['site s "https://c/<|>', { query: { kind: 'site', prefix: 'https://c/' } }],
    ['group g "G" {\n  in tenant test "x<|>"\n}', { query: { kind: 'group', prefix: 'x' }, tenant: 'test' }],
    ['catalog c "C" { resources group "s<|>" }', { query: { kind: 'group', prefix: 's' } }],
    ['catalog c "C" { resources desk, app "s<|>" }', { query: { kind: 'servicePrincipal', prefix: 's' } }],
    ['catalog c "C" { owners user "s<|>" }', { query: { kind: 'user', prefix: 's' } }],
    ['organization o "O" { external sponsors user "s<|>" }', { query: { kind: 'user', prefix: 's' } }],
    [inPackage('grants "Contribute" in site "s<|>"'), { query: { kind: 'site', prefix: 's' } }],
    [inPackage('incompatible with group "s<|>"'), { query: { kind: 'group', prefix: 's' } }],
    [inPolicy('requestable by app "s<|>"'), { query: { kind: 'servicePrincipal', prefix: 's' } }],
    [inPolicy('requestable by app crm, app "s<|>"'), { query: { kind: 'servicePrincipal', prefix: 's' } }],
    [inPolicy('requestable by group "s<|>"'), { query: { kind: 'group', prefix: 's' } }],
    [inPolicy('approval { stage by manager, fallback user "s<|>" }'), { query: { kind: 'user', prefix: 's' } }],
    [inPolicy('review quarterly { reviewers group "s<|>" }'), { query: { kind: 'group', prefix: 's' } }],
    ['review r "R" { of guests in group "s<|>" }', { query: { kind: 'group', prefix: 's' } }],
    ['assign user "s<|>"', { query: { kind: 'user', prefix: 's' } }],
    [inPackage('grants "s<|>" of crm'), { query: { kind: 'role', of: 'CRM', prefix: 's' } }],
    [inPackage('grants "<|>" in app "O \\"T\\""'), { query: { kind: 'role', of: 'O "T"', prefix: '' } }],
    ['standard s { deny grants "a<|>" of crm }', { query: { kind: 'role', of: 'CRM', prefix: 'a' } }],
    // before any quote, where only a text may stand
    ['assign user <|>', { query: { kind: 'user', prefix: '' } }],
    [inPackage('incompatible with group Sal<|>'), { query: { kind: 'group', prefix: 'Sal' } }],
  ])('at %s', async (text, expected) => {
    expect((await complete(text)).asked).toEqual([expected])
  })

  it.each([
    'package p "<|>" in c',
    'catalog c "<|>"',
    inPackage('description "<|>"'),
    inPackage('grants "<|>" of desk'),
    inPackage('grants "<|>" of nobody'),
    inPackage('grants "<|>"'),
    inPackage('grants "<|>'),
    'organization o "O" { domain "<|>" }',
    'group g "G" { id "<|>" }',
    inPolicy('assigned automatically where "<|>"'),
    '// group g "<|>"',
    'group <|>',
    'workflow w "W" { logic app "<|>"',
  ])('of nothing at %s', async text => {
    expect((await complete(text)).asked).toEqual([])
  })
})

describe('its names', () => {
  it('stand for what one types, with what tells them apart', async () => {
    const names = [
      named('anna@contoso.com', { label: 'Anna Berg', detail: 'anna@contoso.com', about: 'a.berg@contoso.com' }),
    ]
    const { items, chosen } = await complete('assign user "an<|>xx"', { names, complete: true, source })
    expect(items).toMatchObject([
      {
        label: 'Anna Berg',
        detail: 'anna@contoso.com',
        documentation: 'A.berg@contoso.com, in the sandbox tenant.',
        filterText: 'Anna Berg anna@contoso.com',
      },
    ])
    expect(chosen('Anna Berg')).toBe('assign user "anna@contoso.com"')
  })

  it('are written as the language writes texts', async () => {
    const names = [named('A "B" \\ C\u202e')]
    const answer = { names, complete: true, source }
    const inside = await complete('group g "<|>"', answer)
    expect(inside.chosen('A "B" \\ C\u202e')).toBe('group g "A \\"B\\" \\\\ C\\u{202E}"')
    const outside = await complete('assign user <|>', answer)
    expect(outside.chosen('A "B" \\ C\u202e')).toBe('assign user "A \\"B\\" \\\\ C\\u{202E}"')
    const open = await complete('group g "A <|>', answer)
    expect(open.chosen('A "B" \\ C\u202e')).toBe('group g "A \\"B\\" \\\\ C\\u{202E}')
  })

  it('come before those of the sources, each once', async () => {
    const names = [named('g', { label: 'Group of G' }), named('H')]
    const { items } = await complete(inPackage('incompatible with group "<|>"'), { names, complete: true, source })
    expect(items.map(({ label }) => label)).toEqual(['Group of G', 'H'])
    const { items: others } = await complete(inPackage('incompatible with group "<|>"'), {
      names: [named('H')],
      complete: true,
      source,
    })
    expect(others.map(({ label }) => label)).toEqual(['H', 'G'])
    const quoted = await complete(inPackage('incompatible with group <|>'), { names, complete: true, source })
    expect(quoted.items.map(({ label }) => label)).toEqual(['Group of G', 'H'])
  })

  it('are asked for again with more letters where there are more of them', async () => {
    const names = [named('H')]
    expect((await complete('group g "<|>"', { names, complete: false, source })).incomplete).toBe(true)
    expect((await complete('group g "<|>"', { names, complete: true, source })).incomplete).toBe(false)
  })

  it('are missing where there is no directory, and what the sources know is offered', async () => {
    const { items } = await complete(inPackage('incompatible with group "<|>"'), null)
    expect(items.map(({ label }) => label)).toEqual(['G'])
  })

  it('of several objects come with the id that says which is meant, where one may stand', async () => {
    const names = [named('Sales', { id: '11', shared: true, about: 'security group' })]
    const answer = { names, complete: true, source }
    const declared = await complete('group g "S<|>"', answer)
    expect(declared.chosen('Sales')).toBe('group g "Sales" { id "11" }')
    expect(declared.items[0]?.documentation).toBe(
      'Security group, in the sandbox tenant. Others have this name. Its id is written too, to say which is meant.',
    )
    const inTenant = await complete('group g "G" { in tenant test "S<|>" }', answer)
    expect(inTenant.chosen('Sales')).toBe('group g "G" { in tenant test "Sales" id "11" }')
    const elsewhere = await complete('group g "S<|>" { id "0" }', answer)
    expect(elsewhere.chosen('Sales')).toBe('group g "Sales" { id "0" }')
    const inPlace = await complete(inPackage('incompatible with group "<|>"'), answer)
    expect(inPlace.chosen('Sales')).toContain('incompatible with group "Sales"\n')
    expect(inPlace.items[0]?.documentation).toBe(
      'Security group, in the sandbox tenant. Others have this name. A declaration says which is meant, with id "11".',
    )
  })
})
