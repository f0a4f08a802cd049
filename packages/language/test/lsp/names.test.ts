import { describe, expect, it } from 'vitest'
import { openWorkbench, provided, textOf, uriOf } from './workbench.ts'

const partners = `catalog partners "Partners" {
  resources alpine
  package audit "Audit" {
    grants "Member" of alpine
    incompatible with access
  }
  package access "Access" {
    policy staff "Staff" from base { requestable by alpine }
  }
}
`
const others = `group alpine "Alpine"

policy template base

package extra "Extra" in partners { incompatible with partners.access, audit }

assign user "kim@fabrikam.com" to partners.access using staff
`
const open = (a: string, b = others) => openWorkbench({ 'a.entitle': a, 'b.entitle': b })
const marked = (text: string, word: string, nth = 0) => {
  let at = -1
  for (let i = 0; i <= nth; i++) at = text.indexOf(word, at + 1)
  return `${text.slice(0, at + 1)}<|>${text.slice(at + 1)}`
}

describe('definition', () => {
  const target = async (a: string, b?: string) => {
    const bench = await open(a, b)
    const found = await provided(bench.services.lsp.DefinitionProvider).getDefinition(
      bench.cursor.document,
      bench.cursor.params,
    )
    return found?.map(({ targetUri, targetSelectionRange }) => [
      targetUri.slice(-9),
      textOf(bench.document(targetUri.slice(-9)), targetSelectionRange),
    ])
  }

  it('of a name in another file', async () => {
    expect(await target(marked(partners, 'alpine'))).toEqual([['b.entitle', 'alpine']])
    expect(await target(marked(partners, 'base'))).toEqual([['b.entitle', 'base']])
  })

  it('of each segment of a qualified name', async () => {
    expect(await target(partners, marked(others, 'partners.access'))).toEqual([['a.entitle', 'partners']])
    expect(await target(partners, marked(others, 'access'))).toEqual([['a.entitle', 'access']])
  })

  it('of a policy of the package that the sentence names', async () => {
    expect(await target(partners, marked(others, 'staff'))).toEqual([['a.entitle', 'staff']])
  })

  it('of a declaration is itself', async () => {
    expect(await target(marked(partners, 'audit'))).toEqual([['a.entitle', 'audit']])
  })

  it('just behind the name', async () => {
    expect(await target(partners.replace('resources alpine', 'resources alpine<|>'))).toEqual([['b.entitle', 'alpine']])
  })

  it('of what is no name is nothing', async () => {
    expect(await target(marked(partners, 'resources'))).toBeUndefined()
    expect(await target(marked(partners.replace('alpine', 'nobody'), 'nobody'))).toBeUndefined()
  })
})

describe('references and highlights', () => {
  it('are every use, the declaration only when asked for', async () => {
    const bench = await open(marked(partners, 'alpine'))
    const { document, params } = bench.cursor
    const find = (includeDeclaration: boolean) =>
      provided(bench.services.lsp.ReferencesProvider).findReferences(document, {
        ...params,
        context: { includeDeclaration },
      })
    expect((await find(true))?.map(({ uri, range }) => [uri, range.start.line])).toEqual([
      [uriOf('b.entitle'), 0],
      [uriOf('a.entitle'), 1],
      [uriOf('a.entitle'), 3],
      [uriOf('a.entitle'), 7],
    ])
    expect(await find(false)).toHaveLength(3)
    expect(
      await provided(bench.services.lsp.DocumentHighlightProvider).getDocumentHighlight(document, params),
    ).toHaveLength(3)
  })

  it('of a catalog are its name in qualified names too', async () => {
    const bench = await open(marked(partners, 'partners'))
    const { document, params } = bench.cursor
    const found = await provided(bench.services.lsp.ReferencesProvider).findReferences(document, {
      ...params,
      context: { includeDeclaration: false },
    })
    expect(found?.map(({ uri, range }) => textOf(bench.document(uri.slice(-9)), range))).toEqual([
      'partners',
      'partners',
      'partners',
    ])
  })
})

describe('rename', () => {
  const rename = async (newName: string, a: string, b?: string) => {
    const bench = await open(a, b)
    const { document, params } = bench.cursor
    const edit = await provided(bench.services.lsp.RenameProvider).rename(document, { ...params, newName })
    const texts = Object.entries(edit?.changes ?? {}).map(([uri, edits]) => {
      const file = bench.document(uri.slice(-9))
      return [
        uri.slice(-9),
        edits
          .map(({ range, newText }) => ({
            start: file.textDocument.offsetAt(range.start),
            end: file.textDocument.offsetAt(range.end),
            newText,
          }))
          .sort((x, y) => y.start - x.start)
          .reduce(
            (text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end),
            file.textDocument.getText(),
          ),
      ]
    })
    return Object.fromEntries(texts)
  }

  it('of a package changes the last segment only', async () => {
    const texts = await rename('entry', partners, marked(others, 'access'))
    expect(texts['b.entitle']).toBe(others.replaceAll('partners.access', 'partners.entry'))
    expect(texts['a.entitle']).toBe(
      partners.replace('with access', 'with entry').replace('package access', 'package entry'),
    )
  })

  it('of a catalog changes the first segment only', async () => {
    const texts = await rename('outside', marked(partners, 'partners'))
    expect(texts['b.entitle']).toBe(others.replaceAll('partners', 'outside'))
    expect(texts['a.entitle']).toBe(partners.replace('catalog partners', 'catalog outside'))
  })

  it('of a group changes every file', async () => {
    const texts = await rename('alpine-team', partners, marked(others, 'alpine'))
    expect(texts['a.entitle']).toBe(partners.replaceAll('alpine', 'alpine-team'))
  })

  it.each(['', '1st', 'a b', 'a-', '-a', 'a.b', 'a"b'])('refuses %j, which is no name', async name => {
    await expect(rename(name, marked(partners, 'partners'))).rejects.toThrow('is not a name')
  })

  it('refuses a name that is taken', async () => {
    await expect(rename('access', marked(partners, 'audit'))).rejects.toThrow(
      'access is already the name of another declaration',
    )
    await expect(rename('extra', marked(partners, 'audit'))).rejects.toThrow('b.entitle')
  })

  it('takes a name that another kind has, and the same name', async () => {
    expect(await rename('alpine', marked(partners, 'partners'))).toHaveProperty(['a.entitle'])
    expect(await rename('audit', marked(partners, 'audit'))).toHaveProperty(['a.entitle'])
  })

  it('of workflows and policies changes every call and use', async () => {
    const constructs = `catalog c "C" {
  workflow badge "Badge" { logic app "a" resource group "g" subscription "s" on request }
  package p "P" {
    policy staff "Staff" { on request created call badge }
  }
}
package q "Q" in c { policy x "X" { on assignment granted call badge } }
assign user "a@b.c" to c.p using staff
scenario "S" { requests c.p expect policy staff }
`
    const workflow = await rename('card', marked(constructs, 'badge'), '')
    expect(workflow['a.entitle']).toBe(constructs.replaceAll('badge', 'card'))
    const policy = await rename('people', marked(constructs, 'staff', 1), '')
    expect(policy['a.entitle']).toBe(constructs.replaceAll('staff', 'people'))
  })

  it('refuses a name that a use would take for something else', async () => {
    const text = 'group g "G"\ncatalog c "C" {\n  package p "P" { incompatible with g }\n  package q "Q"\n}\n'
    await expect(rename('q', marked(text, 'g "G"'), '')).rejects.toThrow(
      'q would mean the package of that name in a.entitle, line 3. Take another name.',
    )
    expect(await rename('other', marked(text, 'g "G"'), '')).toHaveProperty(['a.entitle'])
  })

  it('refuses a name by which a use elsewhere would mean the renamed package', async () => {
    const excluding = (text: string) =>
      `group staff "Staff"\ncatalog c "C" {\n  package p "P" { incompatible with ${text} }\n`
    const own = `${excluding('staff')}  package q "Q"\n}\n`
    await expect(rename('staff', marked(own, 'q "Q"'), '')).rejects.toThrow(
      'In a.entitle, line 3, staff means the group staff, and would then mean the package that you rename. Take another name.',
    )
    const foreign = 'catalog d "D" { }\npackage audit "A" in d\n'
    const nearer = `${excluding('audit')}  package q "Q"\n}\n`
    await expect(rename('audit', marked(nearer, 'q "Q"'), foreign)).rejects.toThrow(
      'In a.entitle, line 3, audit means the package d.audit, and would then mean the package that you rename.',
    )
    const qualified = `${excluding('d.audit')}  package q "Q"\n}\n`
    expect(await rename('audit', marked(qualified, 'q "Q"'), foreign)).toHaveProperty(['a.entitle'])
  })

  it('refuses a name of two packages where a short name would mean the other one', async () => {
    const first = 'catalog a "A" { }\ncatalog b "B" { }\npackage x "X" in a\npackage y "Y" in b\n'
    const use = 'assign user "kim@fabrikam.com" to y using p\n'
    await expect(rename('y', marked(first, 'x "X"'), use)).rejects.toThrow(
      'In b.entitle, line 1, y means the package b.y, and would then mean the package that you rename.',
    )
    expect(await rename('y', marked(first, 'x "X"'), use.replace('to y', 'to b.y'))).toHaveProperty(['a.entitle'])
  })

  it('refuses a catalog’s name under which its packages would be there twice', async () => {
    const text = 'catalog a "A" { package x "X" }\npackage x "X" in b\n'
    await expect(rename('b', marked(text, 'a "A"'), '')).rejects.toThrow(
      'There is a package b.x already, in a.entitle. Take another name.',
    )
  })

  it('of a catalog follows packages outside its block, their policies and its workflows', async () => {
    const text = `catalog a "A" {
  workflow badge "Badge" { logic app "a" resource group "g" subscription "s" on request }
  package x "X" { incompatible with y, a.y }
}
package y "Y" in a { policy p "P" { on request created call badge } }
assign user "kim@fabrikam.com" to a.y using p
assign user "kim@fabrikam.com" to y using p
`
    const texts = await rename('b', marked(text, 'a "A"'), '')
    expect(texts['a.entitle']).toBe(
      text.replace('catalog a', 'catalog b').replace('in a {', 'in b {').replaceAll('a.y', 'b.y'),
    )
  })

  it('takes a name that so far nothing has, also where something asks for it', async () => {
    const text = 'group old "G"\ncatalog c "C" { resources fresh }\n'
    expect(await rename('fresh', marked(text, 'old'), '')).toHaveProperty(['a.entitle'])
  })

  it('refuses a word that would mean itself', async () => {
    await expect(rename('manager', partners, marked(others, 'alpine'))).rejects.toThrow('word of the language')
  })

  it('refuses what comes with Entitle', async () => {
    await expect(rename('mine', 'standard s extends recom<|>mended')).rejects.toThrow('comes with Entitle')
  })

  it('prepares with the word’s range', async () => {
    const bench = await open(partners, marked(others, 'partners.access'))
    const { document, params } = bench.cursor
    const range = await provided(bench.services.lsp.RenameProvider).prepareRename(document, params)
    expect(range && textOf(document, range)).toBe('partners')
    const nothing = await open(marked(partners, 'resources'))
    expect(
      await provided(nothing.services.lsp.RenameProvider).prepareRename(nothing.cursor.document, nothing.cursor.params),
    ).toBeUndefined()
  })
})
