import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { DrawAnswer, DrawParams } from '../../src/language/requests.ts'
import { PicturePanel } from '../../src/picture/picture-panel.ts'

interface Panel {
  title: string
  readonly webview: { html: string; options: object; onDidReceiveMessage(listener: unknown): void }
  isOpen: boolean
  dispose(): void
}
interface Serializer {
  deserializeWebviewPanel(panel: Panel, state: unknown): Promise<void>
}

const { revivers, made } = vi.hoisted(() => ({ revivers: new Map<string, unknown>(), made: [] as unknown[] }))
const makePanel = (title: string): Panel => {
  const closed: (() => void)[] = []
  const panel = {
    title,
    isOpen: true,
    webview: { html: '', options: {}, onDidReceiveMessage: () => {} },
    reveal: () => {},
    onDidDispose: (listener: () => void) => closed.push(listener),
    dispose: () => {
      panel.isOpen = false
      for (const each of closed) each()
    },
  }
  return panel
}
vi.mock('vscode', () => ({
  ViewColumn: { Active: -1 },
  window: {
    registerWebviewPanelSerializer: (type: string, serializer: unknown) => revivers.set(type, serializer),
    createWebviewPanel: (_: string, title: string) => {
      const panel = makePanel(title)
      made.push(panel)
      return panel
    },
  },
}))

const map: DrawParams = { drawn: { what: 'map', catalog: 'shop' } }
const drawn = (title: string): DrawAnswer => ({ title, svg: `<svg>${title}</svg>`, mermaid: '' })
const revive = (panel: Panel, state: unknown) =>
  (revivers.get('entitle.picture') as Serializer).deserializeWebviewPanel(panel, state)

beforeEach(() => {
  revivers.clear()
  made.splice(0)
})

describe('a picture that was open when the window was reloaded', () => {
  it('is drawn anew from what it is of, and is the one that is shown', async () => {
    const pictures = new PicturePanel()
    const asked: DrawParams[] = []
    pictures.restoring(async subject => {
      asked.push(subject)
      return drawn('Access map of Shop')
    })
    const panel = makePanel('Access map')
    await revive(panel, map)
    expect(asked).toEqual([map])
    expect(panel).toMatchObject({ isOpen: true, title: 'Access map of Shop' })
    expect(panel.webview.html).toContain('<svg>Access map of Shop</svg>')
    expect(panel.webview.options).toEqual({ enableScripts: true, localResourceRoots: [] })
    expect(pictures.shown?.subject).toEqual(map)
    pictures.show({ title: 'Lifecycle', svg: '<svg/>', mermaid: '' }, { drawn: { what: 'lifecycle', package: 'p' } })
    expect(made).toEqual([])
    panel.dispose()
    expect(pictures.shown).toBeUndefined()
  })

  it.each([
    ['nobody knows what it was of', undefined, drawn('Access map')],
    ['what it was of is gone', map, { says: 'No catalog is called shop.', near: [] }],
  ] as const)('is closed where %s', async (_, state, answer) => {
    const pictures = new PicturePanel()
    pictures.restoring(async () => answer)
    const panel = makePanel('Access map')
    await revive(panel, state)
    expect(panel.isOpen).toBe(false)
    expect(pictures.shown).toBeUndefined()
  })

  it('gives way to one that was opened meanwhile', async () => {
    const pictures = new PicturePanel()
    pictures.restoring(async () => drawn('Access map'))
    pictures.show({ title: 'Lifecycle', svg: '<svg/>', mermaid: '' }, { drawn: { what: 'lifecycle', package: 'p' } })
    const panel = makePanel('Access map')
    await revive(panel, map)
    expect(panel.isOpen).toBe(false)
    expect(pictures.shown?.picture.title).toBe('Lifecycle')
  })
})
