import { beforeEach, describe, expect, it, vi } from 'vitest'
import { followSources, openLifecycle, openMap, savePicture } from '../../src/commands/picture.ts'
import { Cancelled, Refusal } from '../../src/dialogue/refusal.ts'
import type { DrawAnswer, DrawParams } from '../../src/language/requests.ts'

const { written, choose, saved } = vi.hoisted(() => ({
  written: new Map<string, string>(),
  choose: vi.fn(),
  saved: [] as ((document: { languageId: string }) => Promise<void>)[],
}))
vi.mock('vscode', () => {
  class Uri {
    readonly path: string
    constructor(path: string) {
      this.path = path
    }
    static joinPath(base: Uri, name: string) {
      return new Uri(`${base.path}/${name}`)
    }
  }
  return {
    Uri,
    window: {
      showQuickPick: choose,
      showSaveDialog: async () => undefined,
      showInformationMessage: async () => undefined,
    },
    workspace: {
      asRelativePath: (uri: Uri) => uri.path,
      workspaceFolders: [{ uri: new Uri('/w') }],
      getWorkspaceFolder: () => undefined,
      fs: {
        writeFile: async (uri: Uri, bytes: Uint8Array) => void written.set(uri.path, new TextDecoder().decode(bytes)),
      },
      onDidSaveTextDocument: (listener: (typeof saved)[number]) => {
        saved.push(listener)
        return { dispose: () => {} }
      },
    },
  }
})
const { Uri } = await import('vscode')
const uri = (path: string) => new (Uri as unknown as new (path: string) => object)(path)

beforeEach(() => {
  written.clear()
  choose.mockReset()
  saved.splice(0)
})

const drawn = (title: string) => ({ title, svg: `<svg>${title}</svg>`, mermaid: `flowchart ${title}` })

const means = (draw: (params: DrawParams['drawn']) => DrawAnswer, names: readonly string[] = []) => {
  let shown: { picture: ReturnType<typeof drawn>; subject: DrawParams } | undefined
  const redrawn: string[] = []
  const language = {
    draw: async (params: DrawParams) => draw(params.drawn),
    drawable: async () => ({ names }),
  }
  const pictures = {
    get shown() {
      return shown
    },
    show: (picture: ReturnType<typeof drawn>, subject: DrawParams) => {
      shown = { picture, subject }
    },
    redraw: ({ title }: { title: string }) => redrawn.push(title),
    png: async () => new TextEncoder().encode('png'),
  }
  return { redrawn, all: { language, pictures } as unknown as Parameters<typeof savePicture>[0] }
}
const called = (params: DrawParams['drawn']) =>
  drawn(params.what === 'map' ? `map ${params.catalog ?? 'of all'}` : `life of ${params.package}`)

describe('Open Lifecycle Diagram', () => {
  it('takes the package that is given, else the one that is chosen', async () => {
    const { all } = means(called, ['kit', 'tools'])
    expect(await openLifecycle(all, 'kit')).toBe('life of kit')
    choose.mockResolvedValue('tools')
    expect(await openLifecycle(all, undefined)).toBe('life of tools')
  })

  it('ends without a word where nothing is chosen, and says where there is nothing to choose', async () => {
    choose.mockResolvedValue(undefined)
    await expect(openLifecycle(means(called, ['kit']).all, undefined)).rejects.toBeInstanceOf(Cancelled)
    await expect(openLifecycle(means(called).all, undefined)).rejects.toThrow(/no package with a policy/)
  })

  it('offers what could be meant', async () => {
    choose.mockResolvedValue('kit')
    const { all } = means(params =>
      params.what === 'lifecycle' && params.package === 'kid'
        ? { says: 'No package is called kid.', near: ['kit'] }
        : called(params),
    )
    expect(await openLifecycle(all, 'kid')).toBe('life of kit')
    expect(choose.mock.calls[0]?.[1]).toMatchObject({ placeHolder: 'No package is called kid.' })
  })
})

describe('Open Access Map', () => {
  it('maps all, or one catalog, or one that is chosen where all are too many', async () => {
    expect(await openMap(means(called).all, undefined)).toBe('map of all')
    expect(await openMap(means(called).all, 'shop')).toBe('map shop')
    choose.mockResolvedValue('shop')
    const { all } = means(params =>
      params.what === 'map' && params.catalog === undefined ? { says: 'Too large.', near: ['shop'] } : called(params),
    )
    expect(await openMap(all, undefined)).toBe('map shop')
  })

  it('says why there is none', async () => {
    const { all } = means(() => ({ says: 'The sources declare no package, so there is nothing to draw.', near: [] }))
    await expect(openMap(all, undefined)).rejects.toThrow(/nothing to draw/)
  })
})

describe('Save Picture', () => {
  it.each([
    ['/a.svg', '<svg>map of all</svg>'],
    ['/a.PNG', 'png'],
    ['/a.mmd', 'flowchart map of all'],
    ['/a.md', 'flowchart map of all'],
  ])('as the name ends: %s', async (path, content) => {
    const { all } = means(called)
    await openMap(all, undefined)
    await savePicture(all, uri(path))
    expect(written.get(path)).toBe(content)
  })

  it('needs a picture, and a place', async () => {
    const { all } = means(called)
    await expect(savePicture(all, undefined)).rejects.toBeInstanceOf(Refusal)
    await openMap(all, undefined)
    await expect(savePicture(all, undefined)).rejects.toBeInstanceOf(Cancelled)
  })
})

describe('what is shown', () => {
  it('is drawn anew when a source is saved', async () => {
    let version = 1
    const { all, redrawn } = means(() => drawn(`version ${version}`))
    followSources(all)
    await saved[0]?.({ languageId: 'entitle' })
    await openMap(all, undefined)
    version = 2
    await saved[0]?.({ languageId: 'markdown' })
    expect(redrawn).toEqual([])
    await saved[0]?.({ languageId: 'entitle' })
    expect(redrawn).toEqual(['version 2'])
  })

  it('stays where it can’t be drawn any more', async () => {
    let gone = false
    const { all, redrawn } = means(params => (gone ? { says: 'Gone.', near: [] } : called(params)))
    followSources(all)
    await openMap(all, undefined)
    gone = true
    await saved[0]?.({ languageId: 'entitle' })
    expect(redrawn).toEqual([])
  })
})
