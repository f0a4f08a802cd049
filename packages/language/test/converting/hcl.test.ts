// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${…} is how Terraform writes what it evaluates
import { describe, expect, it } from 'vitest'
import { NotConvertible } from '../../src/converting/graph-document.ts'
import { Expression, type HclValue, parseHcl } from '../../src/converting/hcl.ts'

const read = (text: string): HclValue | undefined =>
  parseHcl(`a "b" {\n  x = ${text}\n}`)[0]?.attributes.get('x')?.value
const expression = (words: string) => new Expression(words)

describe('Terraform’s language', () => {
  it.each<readonly [string, HclValue]>([
    ['"text"', 'text'],
    ['"a \\"b\\" \\\\ \\n c \\u00e9"', 'a "b" \\ \n c é'],
    ['"$${not}"', '${not}'],
    ['""', ''],
    ['12', 12],
    ['1.5', 1.5],
    ['true', true],
    ['false', false],
    ['null', null],
    ['[]', []],
    ['["a", "b",]', ['a', 'b']],
    ['[\n  "a", # first\n  "b"\n]', ['a', 'b']],
    ['{ a = 1, "b" : [2] }', { a: 1, b: [2] }],
    ['{\n  a = "x"\n  b = "y"\n}', { a: 'x', b: 'y' }],
    ['<<EOT\nline one\nline two\nEOT', 'line one\nline two'],
    ['<<-EOT\n    line one\n    line two\n  EOT', 'line one\nline two'],
    ['"a ${b.c} d"', expression('a ${b.c} d')],
    ['azuread_group.a.object_id', expression('azuread_group.a.object_id')],
    ['data.azuread_group.a[0].id', expression('data.azuread_group.a[0].id')],
    ['toset(["a", "b"])', expression('toset(["a","b"])')],
    ['var.x ? 1 : 2', expression('var.x?1:2')],
    ['"a" == var.b', expression('"a"==var.b')],
    ['[for g in var.groups : g.id]', [expression('forginvar.groups:g.id')]],
  ])('reads %j', (text, value) => {
    expect(read(text)).toEqual(value)
  })

  it('reads blocks in blocks, with their labels and lines', () => {
    const [first, second] = parseHcl(
      '# head\nterraform {\n  required_version = ">= 1"\n}\n/* two\nlines */ resource "t" "n" {\n  in {\n    x = 1\n  }\n  in { y = 2 }\n}\n',
    )
    expect([first?.type, first?.line, second?.type, second?.labels, second?.line]).toEqual([
      'terraform',
      2,
      'resource',
      ['t', 'n'],
      6,
    ])
    expect(second?.blocks.map(({ type, line, attributes }) => [type, line, [...attributes.keys()]])).toEqual([
      ['in', 7, ['x']],
      ['in', 10, ['y']],
    ])
  })

  it.each<readonly [string, string, number]>([
    ['resource "a" "b" {\n  x = 1\n', 'The block that begins in line 1 has no end.', 2],
    ['resource "a" "b"\n', '`{` is missing before `\n`.', 1],
    ['resource "a" {\n  = 1\n}', '`=` is no name of a setting.', 2],
    ['x {\n  a = "b\n}', '`"` means nothing here.', 2],
    ['§', '`§` means nothing here.', 1],
    ['"a" {}', '`a` is no beginning of a block.', 1],
  ])('refuses %j with the line', (text, message, line) => {
    let thrown: unknown
    try {
      parseHcl(text)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(NotConvertible)
    expect((thrown as NotConvertible).message).toContain(message)
    expect((thrown as NotConvertible).line).toBe(line)
  })
})
