import { describe, expect, it } from 'vitest'
import { applyFix, readSources } from '../../src/testing/index.ts'

const syntaxOf = async (text: string) => (await readSources(text)).findings.filter(({ rule }) => rule === 'syntax')
const template = (statement: string) => `policy template t {\n  ${statement}\n}\n`

/** Text with one mistake, a part of its message, and the text after its fix where it has one. */
const mistakes: readonly (readonly [string, string, string?])[] = [
  [template('requestble by any member'), 'did you mean `requestable`', template('requestable by any member')],
  [template('requestable by any membr'), 'did you mean `member`', template('requestable by any member')],
  [template('requestable any member'), 'word `by` is missing', template('requestable by any member')],
  [template('requestable by users fabrikam'), 'word `from` is missing', template('requestable by users from fabrikam')],
  [template('requestable by a b'), 'a comma is missing', template('requestable by a, b')],
  [template('expires after days'), 'After `after` comes a number, not `days`'],
  [template('expires in 3 days'), 'did you mean `after`', template('expires after 3 days')],
  [template('expires on 30.6.2027'), '`2027-06-30`', template('expires on 2027-06-30')],
  [template('expires on "2027-06-30"'), 'without quotes', template('expires on 2027-06-30')],
  [template('expires on 30.2.2027'), 'a date such as `2027-06-30`'],
  [template('expires 3'), 'the word `after` is missing'],
  [template('review quartely'), 'did you mean `quarterly`', template('review quarterly')],
  [template('approval { stage by }'), 'the name of a user, group, app or site'],
  ['tenant c "C" {\n  domain contoso.com\n}\n', 'a text in quotes', 'tenant c "C" {\n  domain "contoso.com"\n}\n'],
  ['tenant c "C" {\n  domain = "contoso.com"\n}\n', 'no `=`', 'tenant c "C" {\n  domain  "contoso.com"\n}\n'],
  ['tenant c "C" {\n  domain:"contoso.com"\n}\n', 'no `:`', 'tenant c "C" {\n  domain "contoso.com"\n}\n'],
  ['tenant c "C" {\n  domain "contoso.com";\n}\n', 'no `;`', 'tenant c "C" {\n  domain "contoso.com"\n}\n'],
  ['catalog c "C {\n}\n', 'no closing quote', 'catalog c "C" {\n}\n'],
  ['catalog c {\n}\n', 'display name', 'catalog c "C" {\n}\n'],
  ['catalog c', 'display name', 'catalog c "C"'],
  ['group "All people"\n', 'group all-people "All people"', 'group all-people "All people"\n'],
  ['catalog c "C" {\n  hidden\n}\n', '`hidden` belongs in the block of a package, not in the block of catalog c'],
  ['catalog c "C" {\n}\n}\n', 'closes nothing', 'catalog c "C" {\n}\n\n'],
  ['catalog c "C" {\n  unpublished\n', "isn't closed before the file ends", 'catalog c "C" {\n  unpublished\n}\n'],
  ['package p "P" in', 'The file ends too early: after `in` comes the name of a catalog'],
  ['catalog c "C" {\n  description """ open\n', 'Write `"""` behind'],
  ['/* open', 'Write `*/` behind it'],
  ['catalog c "C" { ☃ }', '`☃` means nothing here'],
]

describe('a mistake', () => {
  it.each(mistakes)('%j is told once', async (text = '', part = '', fixed) => {
    const findings = await syntaxOf(text)
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining(part)])
    const [finding] = findings
    if (finding === undefined || fixed === undefined) return
    expect(applyFix(text, finding)).toBe(fixed)
    expect(await syntaxOf(fixed)).toEqual([])
  })

  it('never speaks of the grammar', async () => {
    for (const [text = ''] of mistakes)
      for (const { message } of await syntaxOf(text))
        expect(message).not.toMatch(/token|\bID\b|TEXT|NUMBER|parser|Expecting|undefined|[Ii]nvalid|[Pp]lease/)
  })
})

describe('the tree around a mistake', () => {
  it('keeps what stands beside it', async () => {
    const { program } = await readSources(`catalog c "C" {
  ownrs group "A"
  package p "P" {
    grants
    policy q "Q" {
      requestable by any membr
      expires afer 30 days
      blah blah { blah }
      extension allowed
    }
  }
  pakage r "R" { hidden }
}
`)
    const [catalog] = program.catalogs
    expect(catalog?.owners.map(({ object }) => object.displayName)).toEqual(['A'])
    expect(catalog?.packages.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['p', false],
      ['r', true],
    ])
    const terms = catalog?.packages[0]?.policies[0]?.terms
    expect(terms?.requestable?.value).toEqual({ who: 'any member' })
    expect(terms?.expiration?.value).toEqual({ expires: 'after', minutes: 43200 })
    expect(terms?.extension?.value).toEqual({ allowed: true, approval: false })
  })

  it('takes an unfinished statement for unfinished, not for one with the next line', async () => {
    const { program, findings } = await readSources(
      'catalog c "C" {\n  package p "P" {\n    grants "Member" of\n    policy q "Q"\n  }\n}\n',
    )
    expect(program.catalogs[0]?.packages[0]?.policies.map(({ name }) => name)).toEqual(['q'])
    expect(
      findings
        .filter(({ rule }) => rule === 'syntax')
        .map(({ place }) => place.kind === 'source' && place.range.start.line),
    ).toEqual([2])
  })

  it('bears any cut of a file', async () => {
    const whole = `${template('requestable by users from o')}organization o "O" {\n  domain "o.com"\n}\ncatalog c "C" {\n  owners group "G"\n  package p "P" { grants "Member" of group "G" policy q "Q" from t { approval { stage by manager, fallback group "G" { within 7 days escalate to user "a@b.c" after 5 days } } } }\n}\n`
    for (let length = 0; length <= whole.length; length += 7) {
      const { findings } = await readSources(whole.slice(0, length))
      for (const { message, place } of findings) {
        expect(message).not.toContain('undefined')
        expect(place.kind).toBe('source')
      }
    }
  })
})
