import fs from 'node:fs'
import path from 'node:path'
import { packageExtension } from './package-extension.ts'

/** The scheme of the files, which are on no disk. */
export const scheme = 'memory-files'

const manifest = {
  name: 'memory-files',
  displayName: 'Files in memory for tests',
  description: 'Has a folder that is on no disk, as those of repositories that are opened without cloning.',
  main: './extension.js',
  activationEvents: [`onFileSystem:${scheme}`],
}

/** Keeps files in memory, in one folder. @param given their texts, by name */
const provider = (given: { readonly [name: string]: string }) => `
const { EventEmitter, FileChangeType, FileSystemError, FileType, workspace } = require('vscode')
exports.activate = context => {
  const changed = new EventEmitter()
  const files = new Map(Object.entries(${JSON.stringify(given)}).map(([name, text]) => ['/contoso/' + name, { bytes: new TextEncoder().encode(text), mtime: 1 }]))
  const isFolder = path => path === '/' || path === '/contoso'
  const at = uri => {
    const file = files.get(uri.path)
    if (file === undefined) throw FileSystemError.FileNotFound(uri)
    return file
  }
  context.subscriptions.push(
    workspace.registerFileSystemProvider('${scheme}', {
      onDidChangeFile: changed.event,
      watch: () => ({ dispose: () => {} }),
      stat: uri => isFolder(uri.path)
        ? { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 }
        : { type: FileType.File, ctime: 0, mtime: at(uri).mtime, size: at(uri).bytes.length },
      readDirectory: uri => uri.path === '/' ? [['contoso', FileType.Directory]] : [...files.keys()].map(file => [file.slice('/contoso/'.length), FileType.File]),
      readFile: uri => at(uri).bytes,
      writeFile: (uri, bytes) => {
        files.set(uri.path, { bytes, mtime: (files.get(uri.path)?.mtime ?? 0) + 1 })
        changed.fire([{ type: FileChangeType.Changed, uri }])
      },
      createDirectory: uri => { throw FileSystemError.NoPermissions(uri) },
      delete: uri => { throw FileSystemError.NoPermissions(uri) },
      rename: uri => { throw FileSystemError.NoPermissions(uri) },
    }),
  )
}
`

/** Packages an extension that has the files of these places in a folder of its own scheme. Returns its file. */
export const packageMemoryFiles =
  (places: readonly string[]) =>
  (into: string): Promise<string> => {
    const found = places.flatMap(place => fs.readdirSync(place).map(name => path.join(place, name)))
    const texts = found
      .filter(file => file.endsWith('.entitle'))
      .map(file => [path.basename(file), fs.readFileSync(file, 'utf8')])
    return packageExtension(into, manifest, provider(Object.fromEntries(texts)))
  }
