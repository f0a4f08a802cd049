import { EmptyFileSystem, URI } from 'langium'
import { VirtualFileSystemProvider } from 'langium/test'
import { describe, expect, it } from 'vitest'
import { createEntitleServices } from '../../src/module.ts'

const opened = async (files: { readonly [path: string]: string }) => {
  const fileSystem = new VirtualFileSystemProvider()
  for (const [path, text] of Object.entries(files)) fileSystem.insert(URI.file(path), text)
  const { shared } = createEntitleServices({ fileSystemProvider: () => fileSystem })
  await shared.workspace.WorkspaceManager.initializeWorkspace([{ name: 'w', uri: 'file:///w' }])
  return shared.workspace
}

describe('the workspace of a language server', () => {
  it('holds the sources, less what is ignored, and what comes with Entitle', async () => {
    const { LangiumDocuments, WorkspaceManager } = await opened({
      '/w/a.entitle': '',
      '/w/out/b.entitle': '',
      '/w/.gitignore': 'ignored/\n',
      '/w/ignored/c.entitle': '',
      '/w/.vscode/d.entitle': '',
      '/w/readme.md': '',
    })
    const uris = LangiumDocuments.all.map(({ uri }) => uri.toString()).toArray()
    expect(uris.toSorted()).toEqual([
      'entitle-lib:/standards.entitle',
      'file:///w/a.entitle',
      'file:///w/out/b.entitle',
    ])
    const includes = (path: string, isDirectory = false) =>
      WorkspaceManager.shouldIncludeEntry({ uri: URI.file(path), isFile: !isDirectory, isDirectory })
    expect(includes('/w/new.entitle')).toBe(true)
    expect(includes('/w/ignored/new.entitle')).toBe(false)
    expect(includes('/w/ignored', true)).toBe(false)
    expect(includes('/w/readme.md')).toBe(false)
    expect(includes('/w/sub', true)).toBe(true)
  })

  it('may have no folder at all', async () => {
    const { shared } = createEntitleServices(EmptyFileSystem)
    await shared.workspace.WorkspaceManager.initializeWorkspace([])
    expect(shared.workspace.LangiumDocuments.all.count()).toBe(1)
  })
})
