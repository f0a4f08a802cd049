import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { format } from '../../src/module/format.ts'

const fixtures = new URL('fixtures/', import.meta.url)
const formatted = (text: string): string => {
  const result = format(text)
  return 'text' in result ? result.text : text
}
/** Formats, and formats again to the same. */
const twice = (text: string): string => {
  const once = formatted(text)
  expect(formatted(once)).toBe(once)
  return once
}

describe('the corpus', () => {
  for (const name of readdirSync(fixtures))
    it(`${name} is formatted`, () => {
      const text = readFileSync(new URL(name, fixtures), 'utf8')
      expect(formatted(text)).toBe(text)
      expect(format(text)).toEqual({ unchanged: 'it is formatted' })
    })
})

describe('files', () => {
  it('an empty one stays empty', () => {
    expect(formatted('')).toBe('')
    expect(formatted('  \n\n\t')).toBe('')
  })

  it('ends with one line break', () => {
    expect(twice('user anna "a@b.c"')).toBe('user anna "a@b.c"\n')
    expect(twice('\n\n user anna "a@b.c"\n\n\n')).toBe('user anna "a@b.c"\n')
  })

  it('may hold comments only', () => {
    expect(twice('// a  \n\n\n\n/* b */')).toBe('// a\n\n/* b */\n')
  })

  it('keeps Windows line breaks', () => {
    expect(twice('catalog a "A" {\r\n hidden_\r\n}')).toBe('catalog a "A" {\r\n hidden_\r\n}')
    expect(twice('catalog a "A" {\r\n unpublished\r\n}')).toBe('catalog a "A" {\r\n  unpublished\r\n}\r\n')
  })
})

describe('lines', () => {
  it('one statement each, two spaces a level', () => {
    expect(
      twice('catalog a "A" { unpublished\nvisible   to external users package p "P"{hidden}}'),
    ).toBe(`catalog a "A" {
  unpublished
  visible to external users
  package p "P" { hidden }
}
`)
  })

  it('takes another width of a level', () => {
    const result = format('catalog a "A" {\nunpublished\n}\n', { indentWidth: 4 })
    expect(result).toMatchObject({ text: 'catalog a "A" {\n    unpublished\n}\n' })
  })

  it('several blank lines become one, and none stand inside the braces’ ends', () => {
    expect(twice('catalog a "A" {\n\n\n unpublished\n\n\n\n visible to external users\n\n}\n')).toBe(
      'catalog a "A" {\n  unpublished\n\n  visible to external users\n}\n',
    )
  })

  it('declarations are parted by a blank line, one-liners of a sort stay together', () => {
    expect(twice('catalog a "A" { }\ncatalog b "B"\ncatalog c "C"\nuser u "u"')).toBe(
      'catalog a "A" {}\n\ncatalog b "B"\ncatalog c "C"\n\nuser u "u"\n',
    )
  })

  it('a comment stays with the declaration that it stands before', () => {
    expect(twice('catalog a "A" {}\n// about b\ncatalog b "B" {}')).toBe(
      'catalog a "A" {}\n\n// about b\ncatalog b "B" {}\n',
    )
    expect(twice('catalog a "A" {}\n// about a\n\ncatalog b "B" {}')).toBe(
      'catalog a "A" {}\n// about a\n\ncatalog b "B" {}\n',
    )
  })

  it('a block on one line stays there while it fits', () => {
    const short = 'policy template a {\n  approval { stage by manager, fallback g { within 7 days } }\n}\n'
    expect(twice(short)).toBe(short)
    const people = Array.from({ length: 8 }, (_, i) => `colleague-${i}`).join(', ')
    expect(twice(`policy template a {\n  approval { stage by ${people} { within 7 days } }\n}\n`)).toBe(
      `policy template a {\n  approval {\n    stage by ${people} {\n      within 7 days\n    }\n  }\n}\n`,
    )
  })

  it('a list too long for a line stands one item to a line', () => {
    const items = Array.from({ length: 14 }, (_, i) => `resource-${i}`)
    expect(twice(`catalog a "A" {\n resources ${items.join(',')}\n}\n`)).toBe(
      `catalog a "A" {\n  resources ${items.join(',\n      ')}\n}\n`,
    )
  })

  it('a list that fits is brought onto one line', () => {
    expect(twice('catalog a "A" {\n resources x,\n  y,\n z\n}\n')).toBe('catalog a "A" {\n  resources x, y, z\n}\n')
  })

  it('names with dots hold together', () => {
    expect(twice('assign anna to a . b using c')).toBe('assign anna to a.b using c\n')
  })
})

describe('columns', () => {
  it('of directory objects on consecutive lines', () => {
    expect(twice('user a "A"\ngroup long-name "B"\n\nuser c "C"\napp d "D" {\n id "1"\n}\nsite e "E"')).toBe(
      'user  a          "A"\ngroup long-name  "B"\n\nuser c  "C"\napp  d  "D" {\n  id "1"\n}\nsite e  "E"\n',
    )
  })

  it('of settings in a standard', () => {
    expect(twice('standard s {\n rule a error\n rule long-name off\n\n rule b hint\n}')).toBe(
      'standard s {\n  rule a         error\n  rule long-name off\n\n  rule b hint\n}\n',
    )
  })

  it('not on one line', () => {
    expect(twice('standard s { rule a error rule long off }')).toBe('standard s { rule a error rule long off }\n')
  })
})

describe('comments', () => {
  it('stay where they are', () => {
    const text = `catalog a "A" { // behind the brace
  // alone
  unpublished // behind a statement
  /* before */ visible to external users /* behind */ // and again
  // at the end
}
`
    expect(twice(text)).toBe(text)
  })

  it('between two statements on one line, the comment stays with the first', () => {
    expect(twice('catalog a "A" {\n unpublished /* x */ visible to external users\n}')).toBe(
      'catalog a "A" {\n  unpublished /* x */\n  visible to external users\n}\n',
    )
  })

  it('documentation stands on lines of its own, its stars in one column', () => {
    expect(twice('/** One. */ catalog a "A" {\n      /**\n   * Two.\n */\n      package p "P"\n}')).toBe(
      '/** One. */\ncatalog a "A" {\n  /**\n   * Two.\n   */\n  package p "P"\n}\n',
    )
  })

  it('inside a list force lines', () => {
    expect(twice('catalog a "A" {\n resources x, // first\n  y, z\n}')).toBe(
      'catalog a "A" {\n  resources x, // first\n      y,\n      z\n}\n',
    )
  })

  it('before a brace don’t swallow it', () => {
    expect(twice('catalog a "A" // note\n{ unpublished }')).toBe('catalog a "A" // note\n{ unpublished }\n')
  })

  it('in a block that is empty otherwise', () => {
    expect(twice('catalog a "A" { /* nothing */ }')).toBe('catalog a "A" { /* nothing */ }\n')
    expect(twice('catalog a "A" {\n// nothing\n}')).toBe('catalog a "A" {\n  // nothing\n}\n')
  })
})

describe('texts over lines', () => {
  it('move with their statement and keep their value', () => {
    expect(twice('catalog a "A" {\ndescription """\n    One\n      two  \n\n   \n    three\n """\n}')).toBe(
      'catalog a "A" {\n  description """\n    One\n      two  \n\n\n    three\n  """\n}\n',
    )
  })

  it('are left alone where they share a line with the quotes', () => {
    const text = 'catalog a "A" {\n  description """One\n    two"""\n}\n'
    expect(twice(text)).toBe(text)
  })
})

describe('of and in', () => {
  it('of groups, in apps and sites', () => {
    const before = 'group g "G"\nsite  s "S"\n\npackage p "P" in c {\n  grants "Member" in g\n  grants "R" of s\n'
    expect(twice(`${before}  grants "U" of app "A"\n  grants "X" of far\n}\n`)).toContain(
      '  grants "Member" of g\n  grants "R" in s\n  grants "U" in app "A"\n  grants "X" of far\n',
    )
  })

  it('of what other files declare, where they are known', () => {
    const result = format('package p "P" in c { grants "X" of far }\n', { kindOf: () => 'site' })
    expect(result).toMatchObject({ text: 'package p "P" in c { grants "X" in far }\n' })
  })

  it('an object that is called `of`', () => {
    expect(twice('group of "Of"\npackage p "P" in c { grants "Member" in of }')).toContain('grants "Member" of of')
  })
})

describe('a file that does not parse', () => {
  it('is laid out where its declarations do', () => {
    const text = 'catalog a "A" {\n unpublished\n}\n\ncatalog b {\n  unpublished\n\ncatalog c "C" {\n visible\n}\n'
    const result = formatted(text)
    expect(result).toContain('catalog a "A" {\n  unpublished\n}')
    expect(result.slice(result.indexOf('catalog b'))).toBe(text.slice(text.indexOf('catalog b')))
  })

  it('stays as it is where nothing does', () => {
    expect(format('catalog {{{{')).toEqual({ unchanged: 'it does not parse' })
    expect(format('user a "unclosed')).toEqual({ unchanged: 'it does not parse' })
    expect(format('§§§')).toEqual({ unchanged: 'it does not parse' })
  })
})

describe('edits', () => {
  it('touch only what changes', () => {
    const result = format('catalog a "A" {\n   unpublished\n  visible to  external users\n}\n')
    expect(result).toMatchObject({
      edits: [
        { offset: 15, end: 19, text: '\n  ' },
        { offset: 43, end: 45, text: ' ' },
      ],
    })
  })
})
