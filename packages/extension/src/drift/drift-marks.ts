import type { Finding } from '@entitle/graph'
import {
  CodeAction,
  CodeActionKind,
  commands,
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  languages,
  Range,
  Uri,
  workspace,
} from 'vscode'
import { byFile } from './drift-facts.ts'

/** Whose diagnostics they are. */
const source = 'entitle drift'

/** Where a tenant isn't as declared, on the lines that say otherwise. A line's mark goes once somebody edits it. */
export class DriftMarks implements Disposable {
  readonly #marks = languages.createDiagnosticCollection('entitle-drift')
  readonly #all: readonly Disposable[] = [
    this.#marks,
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const marks = this.#marks.get(document.uri) ?? []
      const edited = (range: Range) => contentChanges.some(change => change.range.intersection(range) !== undefined)
      const left = marks.filter(({ range }) => !edited(range))
      if (left.length < marks.length) this.#set(document.uri, left)
    }),
    languages.registerCodeActionsProvider(
      { language: 'entitle' },
      {
        provideCodeActions: (_document, _range, { diagnostics }) =>
          diagnostics.filter(each => each.source === source).flatMap(waysOut),
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
  ]

  /** Shows these, and none of those before. @param title what people call the tenant */
  show(findings: readonly Finding[], title: string): void {
    this.#marks.clear()
    for (const [uri, some] of byFile(findings))
      this.#set(
        Uri.parse(uri),
        some.flatMap(each => markOf(each, title)),
      )
    void commands.executeCommand('setContext', 'entitle.hasDrift', findings.length > 0)
  }

  clear(): void {
    this.show([], '')
  }

  dispose(): void {
    for (const each of this.#all) each.dispose()
  }

  #set(uri: Uri, marks: readonly Diagnostic[]): void {
    this.#marks.set(uri, [...marks])
  }
}

const markOf = ({ place, message, rule }: Finding, title: string): readonly Diagnostic[] => {
  if (place.kind !== 'source') return []
  const { start, end } = place.range
  // A declaration of many lines is marked on its first.
  const last = end.line > start.line ? { line: start.line, character: 1000 } : end
  const mark = new Diagnostic(
    new Range(start.line, start.character, last.line, last.character),
    `${title}: ${message}`,
    DiagnosticSeverity.Warning,
  )
  mark.source = source
  mark.code = rule
  return [mark]
}

/** What can be done about a difference: make the sources as the tenant is, or see what deploying would do. */
const waysOut = (mark: Diagnostic): readonly CodeAction[] =>
  [
    { title: 'Import what the tenant has into the sources', command: 'entitle.import' },
    { title: 'Plan to make the tenant as declared', command: 'entitle.plan' },
  ].map(({ title, command }) => {
    const action = new CodeAction(title, CodeActionKind.QuickFix)
    action.command = { title, command }
    action.diagnostics = [mark]
    return action
  })
