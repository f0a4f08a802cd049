import { describe, expect, it } from 'vitest'
import { nextInRule } from '../../src/lsp/membership-rule.ts'
import { openWorkbench, provided, textOf } from './workbench.ts'

const others = {
  'b.entitle': `app crm "CRM"
site wiki "https://contoso.sharepoint.com/sites/wiki"
package q "Q" in c {
  grants "Standard \\"User\\"" in crm
  grants "Contribute" in wiki
  grants "Owner" of group "G"
  grants "Reader" in app "Other"
}
`,
}
const complete = async (text: string) => {
  const bench = await openWorkbench({ ...others, 'a.entitle': text })
  const { document, params } = bench.cursor
  const list = await provided(bench.services.lsp.CompletionProvider).getCompletion(document, params)
  expect(bench.log).toEqual([])
  return { document, items: list?.items ?? [] }
}
const labels = async (text: string) => (await complete(text)).items.map(({ label }) => label)
const rule = (inside: string) => `policy template t {\n  assigned automatically where "${inside}"\n}`
const roles = ['Member', 'Owner', 'Standard "User"', 'Contribute', 'Reader']

describe('roles', () => {
  it('are those of groups and those in use', async () => {
    const { items } = await complete('package p "P" in c {\n  grants <|>\n}')
    expect(items.map(({ label, detail }) => [label, detail])).toEqual([
      ['"Member"', 'role of a group'],
      ['"Owner"', 'role of a group'],
      ['"Standard \\"User\\""', 'role of an application'],
      ['"Contribute"', 'role of a site'],
      ['"Reader"', 'role of an application'],
    ])
  })

  it('are offered between quotes, and replace what stands there', async () => {
    const { items, document } = await complete('package p "P" in c {\n  grants "Con<|>tributor" in wiki\n}')
    expect(items.map(({ label }) => label)).toEqual(roles)
    const edit = items[2]?.textEdit
    if (edit === undefined || !('range' in edit)) throw new Error('the role has no edit')
    expect(textOf(document, edit.range)).toBe('Contributor')
    expect(edit.newText).toBe('Standard \\"User\\"')
    expect(await labels('package p "P" in c {\n  grants "<|>" in wiki\n}')).toEqual(roles)
  })

  it('are offered behind a quote that nothing closes', async () => {
    expect(await labels('package p "P" in c {\n  grants "<|>\n}')).toEqual(roles)
    expect(await labels('package p "P" in c {\n  grants "Mem<|>\n  hidden\n}')).toEqual(roles)
  })

  it('are offered in no other text', async () => {
    expect(await labels('package p "P<|>" in c')).toEqual([])
    expect(await labels('package p "P" in c { description "<|>" }')).toEqual([])
    expect(await labels('// grants "<|>"')).toEqual([])
    expect(await labels('package p "P" in c { frobnicate "<|>" }')).toEqual([])
  })
})

it('objects written in place are offered again, of their sort', async () => {
  const written = 'catalog x "X" { owners group "Guards", user "g@contoso.com" }\n'
  const offered = await labels(`${written}package p "P" in x { grants "Member" of group "<|>" }`)
  expect(offered).toContain('Guards')
  expect(offered).not.toContain('g@contoso.com')
})

it('languages of translations', async () => {
  const offered = await labels('policy template t { ask "Q" { in "de<|>" } }')
  expect(offered).toEqual(expect.arrayContaining(['de-DE', 'fr-FR', 'en-US']))
})

describe('membership rules', () => {
  it('begin with an attribute', async () => {
    expect(await labels(rule('<|>'))).toEqual(expect.arrayContaining(['user.department', 'user.userType', 'not']))
    expect(await labels(rule('(user.dep<|>'))).toContain('user.department')
    expect(await labels(rule('(user.department -eq \\"Sales\\") and <|>'))).toContain('user.country')
  })

  it('go on with an operator, and with and or or', async () => {
    expect(await labels(rule('user.department <|>'))).toContain('-eq')
    expect(await labels(rule('user.department -<|>'))).toContain('-startsWith')
    expect(await labels(rule('user.department -eq \\"Sales\\" <|>'))).toEqual(['and', 'or'])
    expect(await labels(rule('user.accountEnabled -eq true <|>'))).toEqual(['and', 'or'])
  })

  it('have values of their own', async () => {
    expect(await labels(rule('user.department -eq \\"user<|>\\"'))).toEqual([])
    expect(await labels(rule('user.department -eq <|>'))).toEqual([])
    expect(await labels(rule('user.userType -eq <|>'))).toEqual(['\\"Member\\"', '\\"Guest\\"'])
    expect(await labels(rule('user.accountEnabled -eq <|>'))).toEqual(['true', 'false'])
  })

  it('replace only the word being typed', async () => {
    const { items, document } = await complete(rule('not user.dep<|>'))
    const edit = items[0]?.textEdit
    if (edit === undefined || !('range' in edit)) throw new Error('the attribute has no edit')
    expect(textOf(document, edit.range)).toBe('user.dep')
  })

  it.each([
    ['', 'user.city'],
    ['(', 'user.city'],
    ['not ', 'user.city'],
    ["user.city -in ['A'] or ", 'user.city'],
    ['user.city', 'user.city'],
    ['user.city ', '-eq'],
    ['(user.city -eq "A") ', 'and'],
  ])('%j is followed by %s', (before, word) => {
    expect(nextInRule(before).words.map(offered => offered.word)).toContain(word)
  })

  it.each([['"'], ["'a"], ['user.city -eq "A'], ['user.city -eq "A"x'], ['7 ']])(
    '%j is followed by nothing',
    before => {
      expect(nextInRule(before).words).toEqual([])
    },
  )
})
