import { describe, expect, it } from 'vitest'
import { ruleBook } from '../../src/lsp/rule-book.ts'
import { rules } from '../../src/rules/index.ts'
import { openWorkbench, provided } from './workbench.ts'

const others = `tenant contoso
tenant test
organization fabrikam "Fabrikam"
user  anna       "anna@contoso.com"
group desk       "Desk"
group manager    "Managers"
app   salesforce "Salesforce"
site  wiki       "https://contoso.sharepoint.com/sites/wiki"
policy template base
standard mine extends recommended
catalog one "One" {
  resources desk, group "Visitors"
  workflow badge "Badge" { logic app "a" resource group "b" subscription "c" on request }
  workflow leave "Leave" { logic app "a" resource group "b" subscription "c" on assignment }
  package p "P" { tags x policy q "Q" policy q2 "Q2" }
  package p2 "P2" { policy r "R" }
}
catalog two "Two" {
  workflow other "Other" { logic app "a" resource group "b" subscription "c" on request }
  package z "Z" { policy zz "ZZ" }
}
`
const complete = async (text: string) => {
  const bench = await openWorkbench({ 'others.entitle': others, 'a.entitle': text }, { book: ruleBook(rules) })
  const { document, params } = bench.cursor
  const list = await provided(bench.services.lsp.CompletionProvider).getCompletion(document, params)
  expect(bench.log).toEqual([])
  return (list?.items ?? []).toSorted((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1))
}
const policy = (inside: string) => `package n "N" in one { policy n "N" { ${inside} } }`

describe('in every place', () => {
  it.each<[text: string, offered: readonly string[]]>([
    // directory objects: only sorts that fit, inline ones too
    ['organization o "O" { internal sponsors <|> }', ['anna', 'desk', 'manager', 'group', 'user']],
    ['package n "N" in one { grants "x" of <|> }', ['desk', 'manager', 'salesforce', 'wiki', 'app', 'group', 'site']],
    ['package n "N" in one { grants "x" of group <|> }', ['"Visitors"']],
    [policy('requestable by app <|>'), ['salesforce']],
    [policy('requestable by anna, <|>'), ['desk', 'manager', 'group', 'user']],
    ['assign <|>', ['anna', 'user']],
    ['assign user <|>', []],
    ['scenario "S" { requestor <|> }', ['anna', 'external', 'guest', 'member', 'user']],
    ['scenario "S" { requestor member in <|> }', ['desk', 'manager', 'group']],
    ['scenario "S" { requestor member in desk, <|> }', ['manager', 'group']],
    ['scenario "S" { requestor external from <|> }', ['fabrikam']],
    ['review g "G" { of guests in <|> }', ['desk', 'manager', 'salesforce', 'all', 'app', 'group']],
    ['package n "N" in one { incompatible with <|> }', ['desk', 'manager', 'p', 'p2', 'two.z', 'group']],
    ['group g "G" { in tenant <|> }', ['contoso', 'test']],
    // a word of the language wins over an object of its name
    [
      policy('approval { stage by anna, <|> }'),
      [
        'desk',
        'external sponsors',
        'fallback',
        'group',
        'group owners',
        'internal sponsors',
        'manager',
        'manager level 2',
      ].concat(['self', 'user', 'user sponsors']),
    ],
    // workflows of the catalog that take the event
    [policy('on request created call <|>'), ['badge']],
    [policy('on assignment removed call <|>'), ['badge']],
    [policy('on 14 days before expiry call <|>'), ['leave']],
    [policy('on <|>'), ['14 days before expiry call', '1 day before expiry call', 'assignment', 'request']],
    [policy('on 14 <|>'), ['day', 'days']],
    // packages and their policies
    ['assign anna to one.<|>', ['p', 'p2']],
    ['assign anna to one.p using <|>', ['q', 'q2']],
    ['scenario "S" { requests one.p2 expect policy <|> }', ['r']],
    // nothing names itself or what its list names already
    ['policy template t from <|>', ['base']],
    ['standard s extends recommended, <|>', ['cis', 'mine', 'strict', 'zero-trust']],
    // options of the rule that is set
    ['standard s { rule external-expiration error <|> }', ['where tag', 'at most 365 days', 'rule', 'require', 'deny']],
    ['standard s { rule any-external-user error <|> }', ['where tag', 'rule', 'require', 'deny']],
    [
      'standard s { rule external-privileged-role error <|> }',
      ['where tag', 'matching "(?i)admin|owner|full control"', 'rule', 'require', 'deny'],
    ],
    ['standard s { rule external-expiration error at <|> }', ['most']],
    ['standard s { rule external-expiration error at most <|> }', ['365 days', '180 days', '90 days']],
    ['standard s { rule external-expiration error at most 1 <|> }', ['day', 'week', 'hour']],
    ['standard s { rule external-approval error at least <|> }', ['1 stage', '2 stages']],
    ['standard s { rule external-approval error at least 2 <|> }', ['stages']],
    [
      'standard s { rule external-review error at least <|> }',
      ['quarterly', 'annually', 'biannually', 'monthly', 'weekly'],
    ],
    [
      'standard s { rule external-review error where tag <|> }',
      ['compliance', 'low-sensitivity', 'multi-year', 'project', 'x'],
    ],
    ['standard s { rule external-review <|> }', ['error', 'hint', 'info', 'off', 'warning']],
    // how long, how often, how many
    ['tenant t { external user offboarding block sign-in, delete after <|> }', ['30 days', '60 days', '90 days']],
    [policy('assigned automatically where "x", removed after <|>'), ['7 days', '14 days', '30 days']],
    [policy('approval { stage by desk { within <|> } }'), ['14 days', '7 days', '3 days']],
    [policy('review weekly { ending after <|> }'), ['4 times', '2 times', '12 times']],
    [policy('approval { stage by manager level <|> }'), ['2', '3', '1', '4']],
    [policy('review <|>'), ['annually', 'biannually', 'monthly', 'quarterly', 'weekly']],
    ['tenant t { cloud <|> }', ['china', 'global', 'usgov', 'usgov-dod']],
    // words that go on
    [policy('ask <|>'), []],
    ['catalog c "C" { workflow w "W" { on <|> } }', ['assignment', 'request']],
    ['scenario "S" { expect <|> }', ['access', 'approval', 'denied', 'incompatible', 'no', 'policy', 'review']],
  ])('%s', async (text, offered) => {
    const labels = (await complete(text)).map(({ label }) => label)
    expect(labels.toSorted()).toEqual([...offered].toSorted())
  })

  it('statements of new constructs come whole', async () => {
    const inPolicy = (await complete(policy('<|>'))).map(({ label }) => label)
    expect(inPolicy).toEqual(
      expect.arrayContaining([
        'assigned automatically where',
        'ask … matching',
        'ask … long answer',
        'ask … { in … }',
        'managers may request for their reports',
        'requestor may choose dates',
        'notifications off',
        'on assignment granted call',
        'on 1 day before expiry call',
      ]),
    )
    const inCatalog = (await complete('catalog c "C" { <|> }')).map(({ label }) => label)
    expect(inCatalog).toEqual(expect.arrayContaining(['workflow', 'package', 'formerly', 'id']))
  })
})

describe('order', () => {
  it('names first, then words that go on, then new statements', async () => {
    const labels = (await complete(policy('ask "Q" <|>'))).map(({ label }) => label)
    expect(labels.slice(0, 5).toSorted()).toEqual(['choose', 'editable', 'long', 'matching', 'required'])
    expect(labels.indexOf('hidden')).toBe(-1)
  })

  it('the catalog’s own resources first where a package grants', async () => {
    const [first] = await complete('package n "N" in one { grants "x" of <|> }')
    expect(first).toMatchObject({ label: 'desk', detail: 'Desk' })
  })
})

describe('documentation', () => {
  const documented = async (text: string, wanted: string) => {
    const bench = await openWorkbench({ 'others.entitle': others, 'a.entitle': text }, { book: ruleBook(rules) })
    const { document, params } = bench.cursor
    const provider = provided(bench.services.lsp.CompletionProvider) as CompletionResolver
    const list = await provider.getCompletion(document, params)
    const item = list?.items.find(({ label }) => label === wanted)
    if (item === undefined) throw new Error(`${wanted} is not offered`)
    expect(item.documentation).toBeUndefined()
    return JSON.stringify(provider.resolve(item).documentation)
  }

  it('is looked up when it is read: of words, names and rules', async () => {
    expect(await documented('policy template t { <|> }', 'never expires')).toContain('Microsoft')
    expect(await documented('package n "N" in one { grants "x" of <|> }', 'desk')).toContain('group desk')
    expect(await documented('standard s { rule <|> }', 'external-review')).toContain('external policy without a review')
  })
})

describe('documentation of a word that means something else in another block', () => {
  const around = (block: string) => ({
    hovered: block.replace('@', 'just<|>ification required'),
    typed: block.replace('@', '<|>'),
  })
  it.each([
    ['policy template t { approval { @ stage by desk } }', 'Whether requestors must say why'],
    ['policy template t { approval { stage by desk { @ } } }', 'Whether approvers must say why'],
    ['policy template t { review quarterly { reviewers desk @ } }', 'Whether reviewers must say why'],
    ['review r "R" { reviewers desk @ }', 'Whether reviewers must say why they approve access.'],
    [
      'catalog k "K" { package p "P" { policy q "Q" { approval { stage by desk { @ } } } } }',
      'Whether approvers must say why',
    ],
  ])('is that of the block, as hover has it: %s', async (block, meaning) => {
    const { hovered, typed } = around(block)
    const bench = await openWorkbench({ 'others.entitle': others, 'a.entitle': typed })
    const provider = provided(bench.services.lsp.CompletionProvider) as CompletionResolver
    const list = await provider.getCompletion(bench.cursor.document, bench.cursor.params)
    const item = list?.items.find(({ label }) => label.startsWith('justification'))
    const other = await openWorkbench({ 'others.entitle': others, 'a.entitle': hovered })
    const { document, params } = other.cursor
    const hover = await provided(other.services.lsp.HoverProvider).getHoverContent(document, params)
    expect(item && provider.resolve(item).documentation).toEqual(hover?.contents)
    expect(hover?.contents).toMatchObject({ value: expect.stringContaining(meaning) })
  })

  it.each([
    ['tenant t { <|> }', 'id', 'The id of the tenant.'],
    ['tenant t { <|> }', 'domain', 'A verified domain of the tenant'],
    ['organization o "O" { <|> }', 'domain', 'Everyone with an account of this domain'],
    ['catalog k "K" { <|> }', 'id', 'Pins the object by its id'],
    ['group g "G" { <|> }', 'id', 'two groups of one display name'],
  ])('%s: %s', async (text, word, meaning) => {
    const bench = await openWorkbench({ 'a.entitle': text })
    const provider = provided(bench.services.lsp.CompletionProvider) as CompletionResolver
    const list = await provider.getCompletion(bench.cursor.document, bench.cursor.params)
    const item = list?.items.find(({ label }) => label.split(' ')[0] === word)
    expect(JSON.stringify(item && provider.resolve(item).documentation)).toContain(meaning)
  })
})

type CompletionResolver = import('../../src/lsp/completion.ts').EntitleCompletionProvider
