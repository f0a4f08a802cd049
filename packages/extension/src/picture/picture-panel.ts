import { type Disposable, Range, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode'
import { Refusal } from '../dialogue/refusal.ts'
import type { DrawAnswer, DrawParams } from '../language/requests.ts'
import { picturePage } from './picture-page.ts'

/** The kind of webview, by which VS Code tells which one is active and restores it after a reload. */
const panelType = 'entitle.picture'
/** So long, in milliseconds, the page may take to draw a PNG. */
const patience = 20_000

export type DrawnPicture = Exclude<DrawAnswer, { readonly says: string }>

interface Said {
  readonly go?: { readonly uri: string; readonly line: number }
  readonly png?: string
  readonly data?: string
}

/** The picture that is shown, beside the sources. */
export class PicturePanel implements Disposable {
  #panel: WebviewPanel | undefined
  #shown: { readonly picture: DrawnPicture; readonly subject: DrawParams } | undefined
  #count = 0
  readonly #waiting = new Map<string, (data: string | undefined) => void>()

  /** What is shown; undefined where nothing is. */
  get shown(): { readonly picture: DrawnPicture; readonly subject: DrawParams } | undefined {
    return this.#shown
  }

  show(picture: DrawnPicture, subject: DrawParams): void {
    this.#panel ??= this.#keep(
      window.createWebviewPanel(panelType, picture.title, ViewColumn.Active, { enableScripts: true }),
    )
    this.#put(picture, subject)
    this.#panel.webview.html = picturePage(picture, nonce(), subject)
    this.#panel.reveal(undefined, false)
  }

  /** Takes up the picture that was open when the window was reloaded, and draws it anew; what can't be drawn any more is closed. */
  restoring(draw: (subject: DrawParams) => Promise<DrawAnswer>): Disposable {
    return window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: async (panel, subject: DrawParams | undefined) => {
        const answer = subject === undefined ? undefined : await draw(subject)
        if (subject === undefined || answer === undefined || !('svg' in answer) || this.#panel !== undefined)
          return panel.dispose()
        this.#panel = this.#keep(panel)
        this.#put(answer, subject)
        panel.webview.html = picturePage(answer, nonce(), subject)
      },
    })
  }

  /** Shows it as it is drawn now; whoever looks at something else goes on with that. */
  redraw(picture: DrawnPicture): void {
    if (this.#panel === undefined || this.#shown === undefined || this.#shown.picture.svg === picture.svg) return
    this.#put(picture, this.#shown.subject)
    this.#panel.webview.html = picturePage(picture, nonce(), this.#shown.subject)
  }

  /** What is shown as PNG; the page draws it. @throws {Refusal} where it can't. */
  async png(): Promise<Uint8Array> {
    const id = String(++this.#count)
    const { promise, resolve } = Promise.withResolvers<string | undefined>()
    this.#waiting.set(id, resolve)
    const late = setTimeout(() => resolve(undefined), patience)
    await this.#panel?.webview.postMessage({ png: id })
    const data = await promise
    clearTimeout(late)
    this.#waiting.delete(id)
    if (data === undefined) throw new Refusal('The picture could not be drawn as PNG. Save it as SVG.')
    return Uint8Array.from(atob(data), sign => sign.charCodeAt(0))
  }

  dispose(): void {
    this.#panel?.dispose()
  }

  #put(picture: DrawnPicture, subject: DrawParams): void {
    this.#shown = { picture, subject }
    if (this.#panel !== undefined) this.#panel.title = picture.title
  }

  #keep(panel: WebviewPanel): WebviewPanel {
    panel.webview.options = { enableScripts: true, localResourceRoots: [] }
    panel.webview.onDidReceiveMessage((said: Said) => this.#hear(said))
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return
      this.#panel = undefined
      this.#shown = undefined
      for (const resolve of this.#waiting.values()) resolve(undefined)
    })
    return panel
  }

  #hear({ go, png, data }: Said): void {
    if (png !== undefined) this.#waiting.get(png)?.(data)
    if (go !== undefined) void goTo(go)
  }
}

const goTo = async ({ uri, line }: { readonly uri: string; readonly line: number }): Promise<void> => {
  const document = await workspace.openTextDocument(Uri.parse(uri))
  await window.showTextDocument(document, {
    selection: new Range(line, 0, line, 0),
    viewColumn: ViewColumn.Beside,
  })
}

const nonce = (): string => crypto.randomUUID().replaceAll('-', '')
