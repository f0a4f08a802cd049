import { type Disposable, type Memento, ViewColumn, type WebviewPanel, window } from 'vscode'

/** The kind of webview, by which VS Code tells which one is active and restores it after a reload. */
const panelType = 'entitle.report'

/** What a report is about. */
export interface ReportSubject {
  /** URI of the folder; undefined for the only one. */
  readonly folder?: string
  /** The text of an earlier report to compare with. */
  readonly earlier?: string
}

/** The governance report as a page beside the sources. Nothing in it runs, and nothing is loaded. */
export class ReportPanel implements Disposable {
  readonly #memory: Memento
  #panel: WebviewPanel | undefined
  #subject: ReportSubject = {}

  /** `memory` keeps what the page is about while the window is reloaded. */
  constructor(memory: Memento) {
    this.#memory = memory
  }

  /** What the page is about now. */
  get subject(): ReportSubject {
    return this.#subject
  }

  show(html: string, subject: ReportSubject): void {
    this.#panel ??= this.#keep(
      window.createWebviewPanel(panelType, 'Governance Report', ViewColumn.Active, { enableFindWidget: true }),
    )
    this.#subject = subject
    void this.#memory.update(panelType, subject)
    this.#panel.webview.html = html
    this.#panel.reveal(undefined, false)
  }

  /** Takes up the page that was open when the window was reloaded, and makes its report anew. */
  restoring(make: (subject: ReportSubject) => Promise<string>): Disposable {
    return window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: async panel => {
        this.#panel?.dispose()
        this.#panel = this.#keep(panel)
        this.#subject = this.#memory.get<ReportSubject>(panelType, {})
        panel.webview.html = await make(this.#subject)
      },
    })
  }

  dispose(): void {
    this.#panel?.dispose()
  }

  #keep(panel: WebviewPanel): WebviewPanel {
    panel.webview.options = { enableScripts: false, localResourceRoots: [] }
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined
    })
    return panel
  }
}
