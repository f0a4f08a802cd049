import { AstUtils } from 'langium'
import { describe, expect, it } from 'vitest'
import { readSources } from '../../src/testing/index.ts'

const { services } = await readSources('')
const words = Object.keys(services.parser.Lexer.definition).filter(name => /^[a-z]/.test(name) && name !== 'ID')

/** Each place where a name may stand, with a word of the language in it. The language's own meaning wins where it is listed. */
const places: {
  readonly [place: string]: {
    readonly of: (word: string) => string
    readonly except?: readonly string[]
    readonly uses?: number
  }
} = {
  'a user': { of: w => `user ${w} "a@b.c" catalog c "C" { owners ${w} }` },
  'a group': { of: w => `group ${w} "G" catalog c "C" { readers ${w}, ${w} resources ${w} }` },
  'an app': { of: w => `app ${w} "A" policy template t { requestable by app ${w}, app ${w} }` },
  'a site': {
    of: w => `site ${w} "https://a.b" catalog c "C" { resources ${w} package p "P" { grants "R" in ${w} } }`,
  },
  'a tenant': {
    of: w =>
      `tenant ${w} { domain "a.b" } group g "G" { in tenant ${w} "H" id "8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11" }`,
  },
  'an organization': {
    of: w => `organization ${w} "O" { domain "a.b" } policy template t { requestable by users from ${w}, ${w} }`,
  },
  'a catalog': { of: w => `catalog ${w} "C" package p "P" in ${w} { hidden }` },
  'a package': { of: w => `catalog c "C" { package ${w} "P" package q "Q" { incompatible with ${w}, c.${w} } }` },
  'a package elsewhere': {
    of: w => `catalog ${w} "C" { package ${w} "P" } scenario "S" { requests ${w}.${w} expect denied }`,
  },
  'a policy': {
    of: w =>
      `catalog c "C" { package p "P" { policy ${w} "X" { requestable by no one } } } assign user "a@b.c" to c.p using ${w}`,
  },
  'a policy template': { of: w => `policy template ${w} { never expires } policy template t from ${w}` },
  'a review': { of: w => `review ${w} "R" { of guests in all groups }`, uses: 0 },
  'a standard': { of: w => `standard ${w} standard s extends ${w}, ${w}` },
  'a workflow': {
    of: w =>
      `catalog c "C" { workflow ${w} "W" { on request } package p "P" { policy q "Q" { on request created call ${w} } } }`,
  },
  'a tag': { of: w => `catalog c "C" { package p "P" { tags ${w}, ${w} hidden } }`, uses: 0 },
  'a sponsor': { of: w => `group ${w} "G" organization o "O" { internal sponsors ${w} external sponsors ${w}, ${w} }` },
  'a requestor': { of: w => `group ${w} "G" policy template t { requestable by ${w} never expires }`, except: ['app'] },
  'an approver': {
    of: w => `group ${w} "G" policy template t { approval { stage by ${w} stage by ${w} { within 5 days } } }`,
    except: ['manager', 'self'],
  },
  'a fallback approver': {
    of: w => `group ${w} "G" policy template t { approval { stage by manager, fallback ${w} { within 5 days } } }`,
    except: ['manager', 'self'],
  },
  'someone asked later': {
    of: w =>
      `group ${w} "G" policy template t { approval { stage by ${w} { escalate to ${w}, fallback ${w} after 8 days } } }`,
    except: ['manager', 'self'],
  },
  'a reviewer': {
    of: w => `group ${w} "G" policy template t { review monthly { reviewers ${w}, fallback ${w} open for 3 days } }`,
    except: ['manager', 'self'],
  },
}

describe('words of the language as names', () => {
  it('knows every word', () => {
    expect(words.length).toBeGreaterThan(150)
  })

  it.each(Object.entries(places))('%s', (_, { of, except = [], uses = 1 }) => {
    const refused = words.flatMap(word => {
      if (except.includes(word)) return []
      const { value, lexerErrors, parserErrors } = services.parser.LangiumParser.parse(of(word))
      const errors = [...lexerErrors, ...parserErrors].map(({ message }) => message)
      const bound = AstUtils.streamAst(value)
        .flatMap(node => AstUtils.streamReferences(node))
        .filter(({ reference }) => reference.$refText.split('.').includes(word))
        .count()
      return errors.length === 0 && bound >= uses ? [] : [`${word}: ${errors.join(' ') || 'not taken as a name'}`]
    })
    expect(refused).toEqual([])
  })
})
