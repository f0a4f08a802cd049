import type { ReferenceInfo } from 'langium'
import { describe, expect, it } from 'vitest'
import { nodesOf } from '../../src/syntax/nodes.ts'
import { applyFix, markedText, readSources } from '../../src/testing/index.ts'

const unknown = async (text: string) => (await readSources(text)).findings.filter(({ rule }) => rule === 'unknown-name')

describe('names', () => {
  it('are found in other files, in whatever order these come', async () => {
    const { findings } = await readSources({
      '/b.entitle': 'catalog c "C" { owners desk package p "P" }\n',
      '/a.entitle': 'group desk "Desk"\npackage q "Q" in c { incompatible with c.p }\n',
    })
    expect(findings).toEqual([])
  })

  it('of packages are short inside their catalog only', async () => {
    const text = 'catalog a "A" { package p "P" }\ncatalog b "B" { package q "Q" { incompatible with p } }\n'
    expect((await unknown(text)).map(finding => markedText(finding, text))).toEqual(['p'])
  })

  it('of packages outside a block are short everywhere', async () => {
    expect(
      await unknown(
        'catalog a "A"\npackage p "P" in a\ncatalog b "B" { package q "Q" { incompatible with p, a.p } }\n',
      ),
    ).toEqual([])
  })

  it('of the own catalog come before global ones', async () => {
    const { program } = await readSources(
      'catalog a "A" { package p "Mine" package q "Q" { incompatible with p } }\ncatalog b "B"\npackage p "Other" in b\n',
    )
    const [exclusion] = program.catalogs[0]?.packages[1]?.incompatible ?? []
    expect(exclusion?.kind === 'package' && exclusion.package.displayName).toBe('Mine')
  })

  it('of policies are those of the package that the sentence names', async () => {
    const text = 'catalog a "A" { package p "P" { policy x "X" } package q "Q" { policy y "Y" } }\n'
    expect(await unknown(`${text}assign user "a@b.c" to a.p using x\n`)).toEqual([])
    const [finding] = await unknown(`${text}assign user "a@b.c" to a.p using y\n`)
    expect(finding?.message).toBe('No policy of package a.p is called y. Declare it, in this file or another.')
    expect(await unknown(`${text}scenario "S" { requests a.q expect policy y }\n`)).toEqual([])
  })

  it('of workflows are those of the catalog', async () => {
    const text = (w: string) =>
      `catalog a "A" { workflow w "W" { on request } package p "P" { policy q "Q" { on request created call ${w} } } }\ncatalog b "B" { workflow v "V" { on request } }\n`
    expect(await unknown(text('w'))).toEqual([])
    expect((await unknown(text('v')))[0]?.message).toContain('No workflow of catalog a is called v')
  })

  it('of built-in standards are known', async () => {
    expect(await unknown('standard s extends recommended, strict, zero-trust, cis\n')).toEqual([])
  })

  it('are offered by the shortest that will do, each once', async () => {
    const { documents, services } = await readSources(
      'catalog a "A" { package p "P" { incompatible with x } package q "Q" }\ncatalog b "B" { package r "R" }\npackage s "S" in a\npackage t "T" in b\n',
    )
    const [document] = documents
    const container = document === undefined ? undefined : nodesOf(document, 'Exclusion')[0]
    if (container?.target === undefined) throw new Error('no reference')
    const context: ReferenceInfo = { container, property: 'target', reference: container.target }
    const names = services.references.ScopeProvider.getScope(context)
      .getAllElements()
      .map(({ name }) => name)
      .toArray()
    expect(names.toSorted()).toEqual(['b.r', 'p', 'q', 's', 't'])
  })
})

describe('an unknown name', () => {
  const text =
    'organization fabrikam "Fabrikam" { domain "fabrikam.com" }\npolicy template t { requestable by users from fabrikan }'

  it('is told with the nearest one and a fix that takes it', async () => {
    const [finding] = await unknown(text)
    expect(finding?.message).toBe('No organization is called fabrikan; did you mean fabrikam?')
    expect(finding && markedText(finding, text)).toBe('fabrikan')
    const fixed = finding === undefined ? '' : applyFix(text, finding)
    expect(fixed).toContain('from fabrikam }')
    expect(await unknown(fixed)).toEqual([])
  })

  it.each([
    ['policy template t { requestable by users from nobody }', ['organization']],
    ['catalog c "C" { owners nobody }', ['group', 'user']],
    ['catalog c "C" { resources thing }', ['group', 'app', 'site']],
    ['catalog c "C" { package p "P" { grants "R" in thing } }', ['app', 'site']],
    ['catalog c "C" { package p "P" { grants "Member" of thing } }', ['group']],
    ['catalog c "C" { package p "P" { incompatible with thing } }', ['group']],
    ['policy template t { requestable by app thing }', ['app']],
    ['package p "P" in place', ['catalog']],
    ['policy template t from base', ['policy template']],
    ['group g "G" { in tenant there "H" }', ['tenant']],
    ['standard s extends base', ['standard']],
  ])('%s can be declared', async (source, sorts) => {
    const [finding] = await unknown(source)
    const fixes = finding?.fixes ?? []
    expect(fixes.map(({ title }) => title)).toEqual(sorts.map(sort => expect.stringMatching(`^Declare ${sort} `)))
    for (const [index] of fixes.entries()) {
      const after = await readSources(finding === undefined ? '' : applyFix(source, finding, index))
      expect(
        after.findings.filter(({ rule, severity }) => severity === 'error' && rule !== 'resource-not-in-catalog'),
      ).toEqual([])
    }
  })
})
