import path from 'node:path'
import type { FileSystem } from '@entitle/graph'

const failure = (code: string, file: string) => Object.assign(new Error(`${code}: ${file}`), { code })

/** Files that live as long as a story. `locked` ones can't be read. */
export class MemoryFiles implements FileSystem {
  /** A folder that is there also when nothing is in it. */
  private readonly home: string
  readonly texts = new Map<string, string>()
  readonly locked = new Set<string>()

  constructor(home: string) {
    this.home = home
  }

  async readText(file: string): Promise<string> {
    if (this.locked.has(file)) throw failure('EACCES', file)
    const text = this.texts.get(file)
    if (text === undefined) throw failure((await this.kindOf(file)) === 'folder' ? 'EISDIR' : 'ENOENT', file)
    return text
  }

  async writeText(file: string, text: string): Promise<void> {
    if (this.locked.has(file)) throw failure('EACCES', file)
    this.texts.set(file, text)
  }

  replaceText(file: string, text: string): Promise<void> {
    return this.writeText(file, text)
  }

  async remove(file: string): Promise<void> {
    if (this.locked.has(file)) throw failure('EACCES', file)
    this.texts.delete(file)
  }

  async list(folder: string) {
    const prefix = folder.endsWith('/') ? folder : `${folder}/`
    const inside = [...this.texts.keys()].filter(file => file.startsWith(prefix))
    const names = new Map(
      inside.map(file => {
        const [name = '', ...deeper] = file.slice(prefix.length).split('/')
        return [name, deeper.length > 0 ? ('folder' as const) : ('file' as const)]
      }),
    )
    return [...names].map(([name, kind]) => ({ name, kind })).sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  async kindOf(place: string) {
    if (this.texts.has(place)) return 'file' as const
    if (place === this.home) return 'folder' as const
    const prefix = `${path.resolve(place).replace(/\/$/, '')}/`
    return [...this.texts.keys()].some(file => file.startsWith(prefix)) ? ('folder' as const) : ('absent' as const)
  }
}
