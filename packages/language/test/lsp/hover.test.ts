import { describe, expect, it } from 'vitest'
import { words } from '../../src/printing/words.ts'
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

  it('documentation stands with it', async () => {
    expect(await hover('/** For the *team*. */\ncatalog c<|> "C"')).toContain('For the *team*.')
  })
})

describe('on a word', () => {
  it('its meaning, Graph’s property and Microsoft’s page', async () => {
    const found = await hover('policy template t { expi<|>res after 3 days }')
    expect(found).toContain('When an assignment ends')
    expect(found).toContain('`expiration`')
    expect(found).toContain('https://learn.microsoft.com/graph/api/resources/expirationpattern')
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

  it('every word’s text is a sentence, its page one of Microsoft’s', () => {
    for (const [type, { meaning, page }] of Object.entries(words)) {
      expect(meaning, type).toMatch(/^[A-Z`].*\.$/)
      if (page !== undefined) expect(page, type).toMatch(/^https:\/\/learn\.microsoft\.com\//)
    }
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
