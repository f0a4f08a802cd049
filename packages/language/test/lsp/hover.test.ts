import { describe, expect, it } from 'vitest'
import { openWorkbench, provided } from './workbench.ts'

const files = (text: string) => ({
  'a.entitle': text,
  'b.entitle': `organization fabrikam "Fabrikam" {
  domain "fabrikam.com"
  internal sponsors anna
}

user  anna   "anna@contoso.com"
group desk   "Desk *1*"
group alpine "Alpine"

policy template base {
  approval {
    justification required
    stage by internal sponsors, fallback desk { within 7 days }
    stage by manager level 2
  }
  extension allowed with approval
}
`,
})
const hover = async (text: string, book?: { names: string[]; describe: (rule: string) => string | undefined }) => {
  const bench = await openWorkbench(files(text), book === undefined ? {} : { book })
  const found = await provided(bench.services.lsp.HoverProvider).getHoverContent(
    bench.cursor.document,
    bench.cursor.params,
  )
  expect(bench.log).toEqual([])
  const contents = found?.contents
  return typeof contents === 'object' && 'value' in contents ? contents.value : undefined
}
const policy = (body: string) =>
  `catalog c "C" {\n  resources alpine\n  package p "P" {\n    grants "Member" of alpine\n    policy q<|> "Q" from base { ${body} }\n  }\n}`

describe('on a name', () => {
  it('a policy tells its terms after its template', async () => {
    expect(
      await hover(
        policy(
          'requestable by users from fabrikam expires on 2027-06-30 review quarterly { reviewers desk open for 14 days if no response remove access }',
        ),
      ),
    ).toBe(
      `\`\`\`entitle
policy q "Q" from base
\`\`\`

Of package P.

- **requestable by** users from fabrikam
- **approval** 2 stages: internal sponsors, fallback desk (within 7 days), then manager level 2 (within 14 days); justification required *(from base)*
- **expires** on 2027-06-30
- **extension** allowed with approval *(from base)*
- **review** quarterly by desk, open for 14 days, if no response remove access`,
    )
  })

  it('what nobody says is told too', async () => {
    expect(await hover(policy('description "x"'))).toContain('- **expires** never (nothing is said)')
  })

  it('a template tells who uses it', async () => {
    expect(await hover(policy('never expires').replace('<|>', '').replace('from base', 'from ba<|>se'))).toContain(
      'Taken over by 1 policy.',
    )
  })

  it('a template counts policies of catalogs in any file, and nothing else of its name', async () => {
    const uses = `catalog c "C" { package p "P" { policy x "X" from ba<|>se { } policy y "Y" from base { } } }
package q "Q" in c { policy z "Z" from base { } }
package homeless "H" in nowhere { policy h "H" from base { } }
policy template other from base { }
policy template database { }
catalog base "Base" { package r "R" { policy x "X" from database { } } }`
    expect(await hover(uses)).toContain('Taken over by 3 policies.')
  })

  it('a directory object is not what another name ends with, nor a package of its name', async () => {
    const uses = `group help-desk "Help"
catalog c "C" { owners help-desk, desk
  package desk "D" { } package p "P" { incompatible with c.desk } }
catalog d "D" { package q "Q" { incompatible with de<|>sk } }`
    expect(await hover(uses)).toMatch(/Used 3 times:\n- a\.entitle: lines 2, 4\n- b\.entitle: line 13$/)
  })

  it('a directory object tells its uses', async () => {
    expect(await hover('catalog c "C" { owners de<|>sk }')).toMatch(
      /Used 2 times:\n- a\.entitle: line 1\n- b\.entitle: line 13$/,
    )
    expect(await hover('user lonely<|> "lonely@contoso.com"')).toContain('Nothing uses it.')
  })

  it('a package, a catalog, an organization', async () => {
    const text = policy('requestable by any member').replace('<|>', '')
    expect(await hover(text.replace('package p', 'package p<|>'))).toContain(
      '- grants Member of Alpine\n- policy Q: requestable by any member',
    )
    expect(await hover(text.replace('catalog c', 'catalog c<|>'))).toContain(
      '1 package, 1 resource; published, not visible to external users.',
    )
    expect(await hover('policy template t { requestable by users from fab<|>rikam }')).toContain(
      '- internal sponsors anna\n- no external sponsors',
    )
  })

  it('a policy tells what else it says', async () => {
    const text = `catalog c "C" {
  resources alpine
  workflow badge "Order a *badge*" {
    logic app "order-badge" resource group "rg" subscription "5a1c7c5e-7d1c-4b5c-8f6e-2c9d4f0b7a33"
    on request
  }
  package p "P" {
    grants "Member" of alpine
    policy q<|> "Q" {
      requestable by any member
      managers may request for their reports
      requestor may choose dates
      notifications off
      ask "Which order?" required matching "^PO-[0-9]+$" { in "de" "Welche?" }
      ask "Where?" editable choose many "Here", "There"
      on request approved call badge
    }
    policy sales "Sales" { assigned automatically where "user.department -eq \\"Sales\\"", removed after 7 days }
  }
}`
    const found = await hover(text)
    expect(found).toContain('- **requestable by** any member\n- **managers** may request for their reports\n')
    expect(found).toContain('- **requestor** may choose dates\n')
    expect(found).toMatch(
      /- \*\*asks\*\* "Which order\?" \(required, matching \^PO-.*, also in de\); "Where\?" \(editable, any of "Here", "There"\)\n/,
    )
    expect(found).toContain('- **calls** on request approved badge\n- **notifications** off')
    const at = (name: string) => hover(text.replace('<|>', '').replace(`${name} "`, `${name}<|> "`))
    expect(await at('sales')).toContain(
      '- **assigned automatically** where user.department -eq "Sales", removed after 7 days\n- **approval**',
    )
    expect(await at('package p')).toContain('- policy Sales: assigned automatically where user.department')
    expect(await at('workflow badge')).toMatch(/- on request\n- logic app order-badge in rg\n- called by policy Q$/)
    expect(await at('catalog c')).toContain('1 package, 1 resource')
  })

  it('a workflow that nobody calls', async () => {
    expect(await hover('catalog c "C" { workflow w<|> "W" { on assignment } }')).toMatch(
      /- on assignment\n- no policy calls it$/,
    )
  })

  it('a review outside packages', async () => {
    const text = (lines: string) => `review guests<|> "Guests" { ${lines} }`
    expect(
      await hover(
        text('of guests in all groups inactive for 90 days recurs quarterly starting 2027-01-04 reviewers desk'),
      ),
    ).toMatch(
      /- of guests in all groups\n- inactive for 90 days\n- quarterly by desk, starting 2027-01-04, open for 14 days, decisions applied automatically$/,
    )
    expect(await hover(text('of everyone in alpine reviewers self apply decisions manually'))).toMatch(
      /- of everyone in "Alpine"\n- once by self, open for 14 days, decisions applied manually$/,
    )
  })

  it('documentation stands with it', async () => {
    expect(await hover('/** For the *team*. */\ncatalog c<|> "C"')).toContain('For the *team*.')
  })
})

describe('on a word', () => {
  it('its meaning, Graph’s property and Microsoft’s page', async () => {
    const found = await hover('policy template t { expi<|>res after 3 days }')
    expect(found).toContain('When an assignment ends')
    expect(found).toContain('Where nothing is said: never expires.')
    expect(found).toContain('`accessPackageAssignmentPolicy.expiration`')
    expect(found).toContain('https://learn.microsoft.com/graph/api/resources/expirationpattern')
    expect(found).toContain('https://github.com/entitle/entitle/blob/main/docs/reference/expiration.md#expires')
  })

  it.each([
    ['approval { just<|>ification required stage by desk }', 'Whether requestors must say why'],
    ['approval { stage by desk { just<|>ification required } }', 'Whether approvers must say why'],
    ['review quarterly { just<|>ification required reviewers desk }', 'Whether reviewers must say why'],
    ['requestable by an<|>y member', 'Every member of the tenant, no guests.'],
    ['as<|>k "Why?"', 'A question that requestors answer.'],
    ['ask "Why?" choose ma<|>ny "A", "B"', 'A question that requestors answer.'],
    ['ask "Why?" { i<|>n "de" "Warum?" }', 'The question in another language.'],
    ['expires after 18<|>0 days', 'A number of hours, days or weeks'],
    ['expires after 180 da<|>ys', 'A number of hours, days or weeks'],
    ['expires on 2027-<|>06-30', 'A day: its end where it ends something'],
    ['assigned auto<|>matically where "user.department -eq \\"Sales\\""', 'Everyone whom the rule matches'],
    ['managers may req<|>uest for their reports', 'Managers may request'],
    ['requestor may choose da<|>tes', 'Requestors may choose when'],
    ['notif<|>ications off', 'Nobody gets mail'],
  ])('in a policy: %s', async (statement, meaning) => {
    expect(await hover(`policy template t { ${statement} }`)).toContain(meaning)
  })

  it.each([
    ['review r "R" { of guests in all gro<|>ups reviewers desk }', 'Whose access to what is reviewed.'],
    ['review r "R" { just<|>ification required }', 'Whether reviewers must say why they approve access.'],
    ['tenant t { do<|>main "contoso.com" }', 'A verified domain of the tenant'],
    ['organization o "O" { do<|>main "contoso.com" }', 'Everyone with an account of this domain'],
    ['tenant t { i<|>d "8a1e7c1e-0d5d-4a53-9a0e-6f9a3a1d2b10" }', 'The id of the tenant.'],
    ['catalog k "K" { i<|>d "8a1e7c1e-0d5d-4a53-9a0e-6f9a3a1d2b10" }', 'Pins the object by its id'],
    ['group g "G" { i<|>d "8a1e7c1e-0d5d-4a53-9a0e-6f9a3a1d2b10" }', 'two groups of one display name'],
    ['scenario "S" { expect approval by manager o<|>r anna }', 'Who must approve, stage by stage'],
  ])('elsewhere: %s', async (text, meaning) => {
    expect(await hover(text)).toContain(meaning)
  })

  it('a word that is a name is told as a name', async () => {
    expect(await hover('catalog c "C" { package review<|> "Review" }')).toContain('package review "Review"')
  })

  it('on signs, texts and comments nothing', async () => {
    expect(await hover('catalog c "C" <|>{ }')).toBeUndefined()
    expect(await hover('catalog c "<|>C"')).toBeUndefined()
    expect(await hover('// cat<|>alog')).toBeUndefined()
    expect(await hover('<|>')).toBeUndefined()
  })
})

describe('on a rule', () => {
  it('what it finds', async () => {
    const book = {
      names: ['external-review'],
      describe: (rule: string) => (rule === 'external-review' ? 'Finds things.' : undefined),
    }
    expect(await hover('standard s { rule external-re<|>view error }', book)).toContain('Finds things.')
    expect(await hover('standard s { rule no-such-ru<|>le error }', book)).toBe('No rule is called `no-such-rule`.')
  })
})
