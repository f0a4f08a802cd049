import { EmptyFileSystemProvider, type FileSystemNode, type FileSystemProvider, type URI } from 'langium'

/** Files in memory, by URI, as the language server reads them. */
export const memoryFiles = (): { readonly texts: Map<string, string>; readonly provider: FileSystemProvider } => {
  const texts = new Map<string, string>()
  const nothing: FileSystemProvider = new EmptyFileSystemProvider()
  const textOf = (uri: URI): string => {
    const text = texts.get(uri.toString())
    if (text === undefined) throw new Error('ENOENT')
    return text
  }
  const nodeOf = (uri: URI): FileSystemNode => ({
    isFile: textOf(uri) !== undefined,
    isDirectory: false,
    uri,
  })
  return {
    texts,
    provider: {
      stat: async uri => nodeOf(uri),
      statSync: nodeOf,
      exists: async uri => texts.has(uri.toString()),
      existsSync: uri => texts.has(uri.toString()),
      readFile: async uri => textOf(uri),
      readFileSync: textOf,
      readBinary: uri => nothing.readBinary(uri),
      readBinarySync: uri => nothing.readBinarySync(uri),
      readDirectory: async () => [],
      readDirectorySync: () => [],
    },
  }
}
