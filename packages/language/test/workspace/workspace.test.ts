import { type FileReader, isRef } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { findFiles } from '../../src/workspace/find-files.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'

const today = '2026-11-22'
const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' })

/** A file system in memory; a file whose text is undefined can't be read. */
const memory = (files: { readonly [path: string]: string | undefined }): FileReader => {
  const below = (folder: string) => Object.keys(files).filter(path => path.startsWith(`${folder}/`))
  return {
    readText: async path => {
      const text = files[path]
      if (text === undefined) throw denied
      return text
    },
    list: async folder => {
      if (folder.endsWith('locked')) throw denied
      const names = new Map<string, 'file' | 'folder'>()
      for (const path of below(folder)) {
        const [name = '', ...rest] = path.slice(folder.length + 1).split('/')
        names.set(name, rest.length === 0 ? 'file' : 'folder')
      }
      return [...names].map(([name, kind]) => ({ name, kind }))
    },
    kindOf: async path => (path in files ? 'file' : below(path).length > 0 ? 'folder' : 'absent'),
  }
}

describe('findFiles', () => {
  const files = {
    '/w/b.entitle': '',
    '/w/a/deep/c.entitle': '',
    '/w/readme.md': '',
    '/w/.hidden/d.entitle': '',
    '/w/node_modules/e/e.entitle': '',
    '/w/out/f.entitle': '',
    '/w/a/drafts/g.entitle': '',
    '/w/a/keep.entitle': '',
    '/w/.gitignore': 'out/\n*.tmp\n',
    '/w/a/.gitignore': '/drafts\n!keep.entitle\n',
  }

  it('takes every source below, sorted, and not what is ignored', async () => {
    expect(await findFiles(memory(files), ['/w'])).toMatchObject({
      files: ['/w/a/deep/c.entitle', '/w/a/keep.entitle', '/w/b.entitle'],
      unreadable: [],
    })
  })

  it('lets an inner .gitignore keep what an outer one leaves out, and remembers', async () => {
    const found = await findFiles(
      memory({
        '/w/.gitignore': '*.entitle\n',
        '/w/a/.gitignore': '!b.entitle\n',
        '/w/a/b.entitle': '',
        '/w/a/c.entitle': '',
      }),
      ['/w'],
    )
    expect(found.files).toEqual(['/w/a/b.entitle'])
    expect(found.isIgnored('/w/new.entitle')).toBe(true)
    expect(found.isIgnored('/elsewhere/new.entitle')).toBe(false)
  })

  it('bears a slash at the end, and takes a file once', async () => {
    expect(
      (await findFiles(memory(files), ['/w/', '/w/b.entitle'])).files.filter(file => file.includes('b.entitle')),
    ).toEqual(['/w/b.entitle'])
  })

  it('takes a named file whatever it is called', async () => {
    expect((await findFiles(memory(files), ['/w/readme.md'])).files).toEqual(['/w/readme.md'])
  })

  it('tells what is missing and what it may not read', async () => {
    const found = await findFiles(memory({ '/w/a.entitle': '', '/w/locked/b.entitle': '' }), ['/w', '/gone'])
    expect(found).toMatchObject({
      files: ['/w/a.entitle'],
      unreadable: [
        { path: '/w/locked', because: 'you may not read it' },
        { path: '/gone', because: 'there is no such file or folder' },
      ],
    })
  })
})

describe('a workspace', () => {
  it('is parsed, linked and checked across files', async () => {
    const fileSystem = memory({
      '/w/tenant.entitle': 'tenant t "T" { domain "a.com" }\ngroup desk "Desk"\n',
      '/w/catalog.entitle': 'catalog c "C" {\n  owners desk, nobody\n}\n',
    })
    const workspace = await openWorkspace({ fileSystem, roots: ['/w'], today, rules: false })
    expect(workspace.files).toEqual(['file:///w/catalog.entitle', 'file:///w/tenant.entitle'])
    expect(workspace.text('file:///w/tenant.entitle')).toContain('tenant t')
    expect(workspace.text('file:///other')).toBeUndefined()
    expect(workspace.check().map(({ rule }) => rule)).toEqual(['unknown-name'])
    const { tenant, identity } = workspace.desired()
    expect(identity.name).toBe('t')
    expect(tenant.objects.flatMap(({ properties }) => Object.values(properties).filter(isRef))).toEqual([
      { $ref: 'group', name: 'Desk' },
    ])
  })

  it('tells what it can not read, first', async () => {
    const fileSystem = memory({ '/w/a.entitle': 'catalog c "C" {', '/w/b.entitle': undefined })
    const workspace = await openWorkspace({ fileSystem, roots: ['/w', '/x'], today, rules: false })
    expect(workspace.check().map(({ rule, message }) => [rule, message])).toEqual([
      ['syntax', "The block of catalog c isn't closed before the file ends. Add `}`."],
      ['unreadable-file', "/w/b.entitle can't be read: you may not read it."],
      ['unreadable-file', "/x can't be read: there is no such file or folder."],
    ])
  })

  it('runs the rules unless told not to', async () => {
    const files = {
      '/a.entitle':
        'tenant t { domain "a.com" }\ncatalog c "C" { package p "P" { policy q "Q" { requestable by any external user } } }\n',
    }
    const rulesOf = async (rules: boolean) =>
      new Set((await openWorkspace({ files, today, rules })).check().map(({ rule }) => rule))
    expect([...(await rulesOf(true))]).toContain('external-expiration')
    expect([...(await rulesOf(false))]).not.toContain('external-expiration')
  })

  it('sorts findings by file, place and gravity', async () => {
    const files = { '/b.entitle': 'group z "Z"\ncatalog c "C" { owners x, y }\n', '/a.entitle': 'group a "A"\n' }
    const found = (await openWorkspace({ files, today, rules: false })).check()
    expect(
      found.map(
        ({ place }) =>
          place.kind === 'source' && `${place.range.uri} ${place.range.start.line} ${place.range.start.character}`,
      ),
    ).toEqual(['file:///a.entitle 0 0', 'file:///b.entitle 0 0', 'file:///b.entitle 1 23', 'file:///b.entitle 1 26'])
  })

  it('may be empty', async () => {
    const workspace = await openWorkspace({ files: {}, today })
    expect(workspace.check()).toEqual([])
    expect(workspace.desired().findings.map(({ rule }) => rule)).toEqual(['no-tenant'])
  })

  it('is the same text after text: a byte order mark, other line ends', async () => {
    const text =
      '\uFEFFgroup g "G"\r\ncatalog c "C" {\r\n  description """\r\n    One\r\n    two\r\n  """\r\n  owners g\r\n}\r\n'
    const workspace = await openWorkspace({ files: { '/a.entitle': text }, today, rules: false })
    expect(workspace.check()).toEqual([])
    expect(workspace.program.catalogs[0]?.description).toBe('One\ntwo')
  })
})
