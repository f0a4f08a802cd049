// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${1:…} is how the Language Server Protocol writes a snippet's placeholder
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { URI } from 'langium'
import { describe, expect, it } from 'vitest'
import type { ClientCapabilities, CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver'
import { refactorings } from '../../src/lsp/refactor/refactorings.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { apply, openWorkbench, today, uriOf } from './workbench.ts'

type Files = { readonly [name: string]: string }

const able: ClientCapabilities = {
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'], snippetEditSupport: true },
  },
}

/** What is offered for `[…]`, or where `<|>` stands; and the files once an offer is taken. */
const offers = async (marked: Files, client: ClientCapabilities = able) => {
  const [file = '', text = ''] = Object.entries(marked).find(([, each]) => /<\||⟦/.test(each)) ?? []
  const start = text.search(/<\|>|⟦/)
  const plain = text.replace(/<\|>|⟦/, '')
  const end = plain.indexOf('⟧')
  const files: Files = { ...marked, [file]: plain.replace('⟧', '') }
  const bench = await openWorkbench(files)
  const document = bench.document(file)
  const range = {
    start: document.textDocument.positionAt(start),
    end: document.textDocument.positionAt(end === -1 ? start : end),
  }
  const actions = refactorings(document, range, bench.services, client)
  const taking = (part: string): CodeAction => {
    const found = actions.find(({ title }) => title.includes(part))
    if (found === undefined)
      throw new Error(`only ${actions.map(({ title }) => title).join('; ') || 'nothing'} is offered`)
    return found
  }
  return {
    files,
    titles: actions.map(({ title }) => title),
    action: taking,
    after: (part: string): Files => {
      const { edit } = taking(part)
      const after: Record<string, string> = { ...files }
      const put = (uri: string, edits: readonly TextEdit[]) => {
        const name = Object.keys(after).find(each => uriOf(each) === uri)
        if (name === undefined) after[uri.slice(uriOf('').length)] = edits.map(({ newText }) => newText).join('')
        else after[name] = apply(bench.document(name), edits)
      }
      for (const [uri, edits] of Object.entries(edit?.changes ?? {})) put(uri, edits)
      for (const change of edit?.documentChanges ?? [])
        if ('edits' in change) put(change.textDocument.uri, (change as TextDocumentEdit).edits as TextEdit[])
      return after
    },
  }
}

/** What the files ask of a tenant, without where they say so. */
const meaning = async (files: Files): Promise<unknown> => {
  const workspace = await openWorkspace({ files, today })
  const grave = workspace.check().filter(({ severity }) => severity === 'error')
  expect(grave.map(({ message }) => message)).toEqual([])
  return JSON.parse(
    JSON.stringify(workspace.desired().tenant, (key, value: unknown) => (key === 'origin' ? undefined : value)),
  )
}

const directory = `tenant contoso "Contoso" {
  domain "contoso.com"
}
user  anna "anna@contoso.com"
group desk "Desk"
organization fabrikam "Fabrikam" {
  domain "fabrikam.com"
  internal sponsors anna
}
`
const catalog = (policy: string) => `// All we share.
catalog partners "Partners" {
  owners desk

  package alpine "Alpine" {
    description "Files."

    ${policy}
  }
}
`
const policy = `policy staff "Staff" {
      description "For us."
      requestable by any member
      // Two of us look at it.
      approval {
        justification required
        stage by manager, fallback desk {
          within 7 days
        }
      }
      expires after 180 days // half a year
    }`

describe('extract the terms of a policy into a template', () => {
  it('moves them in front of the declaration, with their comments', async () => {
    const { after, files } = await offers({
      'd.entitle': directory,
      'a.entitle': catalog(policy.replace('staff', 'sta<|>ff')),
    })
    const changed = after('Extract the terms of staff')
    expect(changed['a.entitle']).toBe(`policy template staff-terms {
  requestable by any member
  // Two of us look at it.
  approval {
    justification required
    stage by manager, fallback desk {
      within 7 days
    }
  }
  expires after 180 days // half a year
}

${catalog(`policy staff "Staff" from staff-terms {
      description "For us."
    }`)}`)
    expect(await meaning(changed)).toEqual(await meaning(files))
  })

  it('keeps the template that the policy follows, and what it says over it', async () => {
    const base = 'policy template base {\n  expires after 90 days\n  extension denied\n}\n'
    const { after, files } = await offers({
      'd.entitle': directory,
      'a.entitle':
        base +
        catalog(
          'policy staff "Staff" from base { requestable by any member approval not required expires <|>after 3 days }',
        ),
    })
    const changed = after('Extract the terms')
    expect(changed['a.entitle']).toContain('policy template staff-terms from base {')
    expect(changed['a.entitle']).toContain('policy staff "Staff" from staff-terms\n')
    expect(await meaning(changed)).toEqual(await meaning(files))
  })

  it('takes what is selected, and what else is of its kinds', async () => {
    const text = `policy staff "Staff" {
      requestable by any member
      approval not required
      ⟦ask "One?"⟧
      expires after 3 days
      ask "Two?"
    }`
    const { titles, after, files } = await offers({ 'd.entitle': directory, 'a.entitle': catalog(text) })
    expect(titles).toContain('Extract these 2 statements into a template')
    const changed = after('Extract these')
    expect(changed['a.entitle']).toContain('policy template staff-terms {\n  ask "One?"\n  ask "Two?"\n}')
    expect(await meaning(changed)).toEqual(await meaning(files))
  })

  it('takes a name that no template has', async () => {
    const { after } = await offers({
      'd.entitle': directory,
      'a.entitle': `policy template staff-terms\n${catalog(policy.replace('staff', 'sta<|>ff'))}`,
    })
    expect(after('Extract')['a.entitle']).toContain('policy template staff-terms-2 {')
  })

  it('is not offered where there is nothing to extract, or the file does not parse', async () => {
    const empty = await offers({ 'a.entitle': catalog('policy st<|>aff "Staff" { description "x" }') })
    expect(empty.titles.some(title => title.startsWith('Extract'))).toBe(false)
    const broken = await offers({ 'a.entitle': catalog('policy st<|>aff "Staff" { expires }') })
    expect(broken.titles).toEqual([])
  })
})

describe('inline a template', () => {
  const base = `policy template base {
  extension denied
}

policy template external from base {
  description "Shared."
  // As agreed.
  approval {
    stage by desk
  }
  expires after 90 days
  waive external-review until 2027-01-01 because "x"
}

`

  it('into one policy, which goes on to follow what the template follows', async () => {
    const text = `policy staff "Staff" from exter<|>nal {
      requestable by any member
      expires after 3 days
    }`
    const { after, files } = await offers({ 'd.entitle': directory, 'a.entitle': base + catalog(text) })
    const changed = after('Inline template external into staff')
    expect(changed['a.entitle']).toBe(
      base +
        catalog(`policy staff "Staff" from base {
      requestable by any member
      expires after 3 days
      description "Shared."
      // As agreed.
      approval {
        stage by desk
      }
    }`),
    )
    expect(await meaning(changed)).toEqual(await meaning(files))
  })

  it.each([
    ['without a block', 'policy staff "Staff" from external'],
    ['with an empty block', 'policy staff "Staff" from external {}'],
    ['in one line', 'policy staff "Staff" from external { requestable by any member }'],
  ])('into a policy %s', async (_how, text) => {
    const { after, files } = await offers({
      'd.entitle': directory,
      'a.entitle': base + catalog(text.replace('from', 'fr<|>om')),
    })
    expect(await meaning(after('into staff'))).toEqual(await meaning(files))
  })

  it('everywhere, in other files too, and removes it', async () => {
    const { after, files } = await offers({
      'd.entitle': directory,
      't.entitle': base.replace('external from', 'ext<|>ernal from'),
      'a.entitle': catalog('policy one "One" from external'),
      'b.entitle': `policy template deeper from external { expires after 1 day }
package other "Other" in partners {
  policy two "Two" from deeper { requestable by any member }
  policy three "Three" from external { approval not required }
}
`,
    })
    const changed = after('everywhere')
    expect(Object.values(changed).join('')).not.toContain('external')
    expect(changed['t.entitle']).toBe('policy template base {\n  extension denied\n}\n\n')
    expect(await meaning(changed)).toEqual(await meaning(files))
  })

  it('is not offered for one that nobody follows, that is unknown, or that follows itself', async () => {
    const none = async (text: string) =>
      (await offers({ 'a.entitle': text })).titles.filter(title => /Inline/.test(title))
    expect(await none('policy template lo<|>nely { expires after 3 days }')).toEqual([])
    expect(await none('policy template a from no<|>where { expires after 3 days }')).toEqual([])
    expect(await none('policy template a from <|>a { expires after 3 days }')).toEqual([])
  })

  it('undoes an extraction', async () => {
    const first = await offers({ 'd.entitle': directory, 'a.entitle': catalog(policy.replace('staff', 'sta<|>ff')) })
    const extracted = first.after('Extract')
    const text = extracted['a.entitle'] ?? ''
    const second = await offers({ ...extracted, 'a.entitle': text.replace('template staff', 'template st<|>aff') })
    expect(await meaning(second.after('everywhere'))).toEqual(await meaning(first.files))
  })
})

describe('move a package to its own file', () => {
  it('takes it out of its catalog’s block and says where it belongs', async () => {
    const { after, action, files } = await offers({
      'd.entitle': directory,
      'a.entitle': catalog(policy).replace('package alpine', '// The project.\n  package alp<|>ine'),
    })
    const changed = after('Move package alpine to alpine.entitle')
    expect(changed['alpine.entitle']).toMatch(
      /^\/\/ The project\.\npackage alpine "Alpine" in partners \{\n {2}description/,
    )
    expect(changed['a.entitle']).toBe('// All we share.\ncatalog partners "Partners" {\n  owners desk\n}\n')
    expect(action('Move').edit?.documentChanges?.[0]).toMatchObject({ kind: 'create', options: { overwrite: false } })
    expect(await meaning(changed)).toEqual(await meaning(files))
  })

  it('takes one out of a file with other declarations, whose catalog it names already', async () => {
    const { after, files } = await offers({
      'a.entitle': 'catalog c "C"\npackage <|>p "P" in c { hidden }\n',
    })
    const changed = after('Move')
    expect(changed).toEqual({ 'a.entitle': 'catalog c "C"\n', 'p.entitle': 'package p "P" in c { hidden }\n' })
    expect(await meaning(changed)).toEqual(await meaning(files))
  })

  it('keeps what it refers to by a short name', async () => {
    const { after, files } = await offers({
      'a.entitle': 'catalog c "C" {\n  package a "A"\n  package <|>b "B" { incompatible with a }\n}\n',
    })
    expect(await meaning(after('Move'))).toEqual(await meaning(files))
  })

  it('is not offered where it is alone, where the file is there, or to an editor that makes no files', async () => {
    const moves = async (files: Files, client?: ClientCapabilities) =>
      (await offers(files, client)).titles.filter(title => title.startsWith('Move'))
    expect(await moves({ 'a.entitle': 'package <|>p "P" in c\n' })).toEqual([])
    expect(await moves({ 'a.entitle': 'catalog c "C" { package <|>p "P" }\n', 'p.entitle': '' })).toEqual([])
    expect(await moves({ 'a.entitle': 'catalog c "C" { package <|>p "P" }\n' }, {})).toEqual([])
  })
})

describe('declare an object that is written in place', () => {
  it('and use it wherever it is written so', async () => {
    const { titles, after, files } = await offers({
      'd.entitle': directory,
      'a.entitle': `catalog c "C" {
  owners group "Field <|>Sales"
  readers group "field sales", user "field.sales@contoso.com"
  package p "P" { incompatible with group "Field Sales" }
}
`,
      'b.entitle': 'policy template t { requestable by group "Field Sales" }\n',
    })
    expect(titles).toContain('Declare group field-sales and use it in all 4 places')
    const changed = after('Declare group')
    expect(changed['a.entitle']).toBe(`group field-sales "Field Sales"

catalog c "C" {
  owners field-sales
  readers field-sales, user "field.sales@contoso.com"
  package p "P" { incompatible with field-sales }
}
`)
    expect(changed['b.entitle']).toBe('policy template t { requestable by field-sales }\n')
    expect(await meaning(changed)).toEqual(await meaning(files))
  })

  it.each([
    ['user "kim.lee@fabrikam.com"', 'user kim-lee "kim.lee@fabrikam.com"'],
    ['group "Manager"', 'group manager-group "Manager"'],
    ['group "Self"', 'group self-group "Self"'],
    ['group "Desk"', 'group desk-group "Desk"'],
    ['group "2027"', 'group group-2027 "2027"'],
  ])('%s becomes %s', async (use, declaration) => {
    const { after } = await offers({
      'd.entitle': 'user desk "desk@contoso.com"\n',
      'a.entitle': `catalog c "C" { owners <|>${use} }\n`,
    })
    expect(after('Declare')['a.entitle']).toContain(declaration)
  })

  it('behind the objects of the file', async () => {
    const { after } = await offers({
      'a.entitle':
        'group one "One" // first\n\ncatalog c "C" { resources site <|>"https://x.sharepoint.com/sites/wiki" }\n',
    })
    expect(after('Declare site wiki')['a.entitle']).toBe(
      'group one "One" // first\nsite wiki "https://x.sharepoint.com/sites/wiki"\n\ncatalog c "C" { resources wiki }\n',
    )
  })

  it('an app where the statement says that it is one', async () => {
    const { after, files } = await offers({
      'd.entitle': directory,
      'a.entitle': catalog('policy p "P" { requestable by app "CR<|>M", app "Other" expires after 3 days }'),
    })
    const changed = after('Declare app')
    expect(changed['a.entitle']).toContain('requestable by app crm, app "Other"')
    expect(await meaning(changed)).toEqual(await meaning(files))
  })

  it('uses its declaration where it has one', async () => {
    const { titles, after } = await offers({
      'd.entitle': directory,
      'a.entitle': 'catalog c "C" { owners group "de<|>sk" }\n',
    })
    expect(titles).toContain('Use the declared group desk')
    expect(after('Use the declared')).toMatchObject({
      'd.entitle': directory,
      'a.entitle': 'catalog c "C" { owners desk }\n',
    })
  })

  it('is not offered for a name', async () => {
    const { titles } = await offers({ 'd.entitle': directory, 'a.entitle': 'catalog c "C" { owners de<|>sk }\n' })
    expect(titles.filter(title => /Declare|Use/.test(title))).toEqual([])
  })
})

describe('rename a display name', () => {
  it('keeps the old one as formerly and leaves the new one to be typed', async () => {
    const { action } = await offers({ 'a.entitle': 'catalog c "Part<|>ners" {\n  unpublished\n}\n' })
    expect(action('Rename display name').edit?.documentChanges).toMatchObject([
      {
        textDocument: { uri: uriOf('a.entitle') },
        edits: [{ snippet: { kind: 'snippet', value: '"${1:Partners}"' } }, { newText: '\n  formerly "Partners"' }],
      },
    ])
  })

  it('is offered where the tenant knows an object by it, to an editor that takes snippets', async () => {
    const offered = async (text: string, client?: ClientCapabilities) =>
      (await offers({ 'a.entitle': text }, client)).titles.some(title => title.startsWith('Rename'))
    for (const text of ['organization o "<|>O"', 'package p "<|>P" in c', 'review r "<|>R" { recurs weekly }'])
      expect(await offered(text)).toBe(true)
    for (const text of [
      'group g "<|>G"',
      'tenant t "<|>T"',
      'catalog <|>c "C"',
      'catalog c "C" { description "<|>x" }',
    ])
      expect(await offered(text)).toBe(false)
    expect(await offered('catalog c "<|>C"', {})).toBe(false)
  })

  it('escapes what a snippet would take for its own', async () => {
    const { action } = await offers({ 'a.entitle': 'catalog c "<|>A $1 \\"}\\""\n' })
    const [change] = action('Rename').edit?.documentChanges ?? []
    expect(change).toMatchObject({ edits: [{ snippet: { value: '"${1:A \\$1 \\\\"\\}\\\\"}"' } }, {}] })
  })
})

describe('everywhere', () => {
  it('no offer breaks a file or what it means', { timeout: 60_000 }, async () => {
    const folder = path.join(import.meta.dirname, '../format/fixtures')
    const names = ['directory', 'partners', 'governance'].map(name => `${name}.entitle`)
    const files = Object.fromEntries(names.map(name => [name, readFileSync(path.join(folder, name), 'utf8')]))
    const bench = await openWorkbench(files)
    const broken: string[] = []
    const seen = new Set<string>()
    for (const name of names) {
      const document = bench.document(name)
      for (let offset = 0; offset < document.textDocument.getText().length; offset += 23) {
        const position = document.textDocument.positionAt(offset)
        for (const { title, edit } of refactorings(
          document,
          { start: position, end: position },
          bench.services,
          able,
        )) {
          if (seen.has(title) || edit?.changes === undefined) continue
          seen.add(title)
          for (const [uri, edits] of Object.entries(edit.changes)) {
            const text = apply(bench.document(URI.parse(uri).path.split('/').at(-1) ?? ''), edits)
            const { parserErrors, lexerErrors } = bench.services.parser.LangiumParser.parse(text)
            if (parserErrors.length + lexerErrors.length > 0)
              broken.push(`${title}: ${parserErrors[0]?.message} in ${text}`)
          }
        }
      }
    }
    expect(broken).toEqual([])
    expect(seen.size).toBeGreaterThan(5)
  })
})
