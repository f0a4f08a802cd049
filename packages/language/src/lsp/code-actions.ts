import type { Finding, Fix, SourceEdit } from '@entitle/graph'
import { type LangiumDocument, URI } from 'langium'
import type { CodeActionProvider } from 'langium/lsp'
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { diagnosticOf, rangeOf } from './diagnostics.ts'
import type { EntitleLspServices } from './lsp-services.ts'
import { refactoringKinds } from './refactor/refactoring.ts'
import { refactorings } from './refactor/refactorings.ts'
import { waiverFix } from './waive.ts'

/** Repairs everything that has one safe repair; editors run it on save where people turn it on. */
const fixAllKind = `${CodeActionKind.SourceFixAll}.entitle`

/** Kinds that the server advertises, so that editors ask for no others and offer `source.fixAll.entitle` in settings. */
export const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind, ...refactoringKinds]

export class EntitleCodeActionProvider implements CodeActionProvider {
  private readonly services: EntitleLspServices
  private client: ClientCapabilities = {}

  constructor(services: EntitleLspServices) {
    this.services = services
    services.shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
      this.client = capabilities
    })
  }

  /** The actions; without their edits, where the editor asks for those of the one that is chosen. */
  getCodeActions(document: LangiumDocument, params: CodeActionParams): CodeAction[] {
    const actions = this.actions(document, params)
    return resolvesEdits(this.client) ? actions.map(action => lazily(action, params)) : actions
  }

  /** An action with its edits, as they are now; an action that there is no more does nothing. */
  resolve(action: CodeAction): CodeAction {
    const data: unknown = action.data
    if (action.edit !== undefined || typeof data !== 'object' || data === null || !('uri' in data)) return action
    const { uri, range } = data as Chosen
    const document = this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri))
    if (document === undefined) return action
    const context = { diagnostics: [], only: action.kind === undefined ? [] : [action.kind] }
    const found = this.actions(document, { textDocument: { uri }, range, context }).find(
      ({ title, kind }) => title === action.title && kind === action.kind,
    )
    return found?.edit === undefined ? action : { ...action, edit: found.edit }
  }

  private actions(document: LangiumDocument, { range, context }: CodeActionParams): CodeAction[] {
    const findings = this.services.editor.Analyst.findingsIn(document.uri.toString())
    const wants = (kind: string) =>
      context.only === undefined || context.only.some(only => kind === only || kind.startsWith(`${only}.`))
    const here = findings.filter(({ place }) => place.kind === 'source' && overlaps(place.range, range))
    return [
      ...(wants(CodeActionKind.QuickFix) ? here.flatMap(finding => this.quickFixes(finding, findings)) : []),
      ...(wants(fixAllKind) && context.only !== undefined ? fixAll(findings) : []),
      ...refactorings(document, range, this.services, this.client).filter(({ kind = '' }) => wants(kind)),
    ]
  }

  private quickFixes(finding: Finding, all: readonly Finding[]): CodeAction[] {
    const diagnostics = [diagnosticOf(finding)]
    const fixes = (finding.fixes ?? []).map(
      (fix, index): CodeAction => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics,
        isPreferred: index === 0 && fix.safe,
        edit: workspaceEdit(fix.edits),
      }),
    )
    const same = all.filter(({ rule }) => rule === finding.rule)
    const together = same.length < 2 ? [] : combined(same)
    const everywhere: CodeAction[] =
      together.length < 2
        ? []
        : [
            {
              title: `Fix all ${finding.rule} in this file`,
              kind: CodeActionKind.QuickFix,
              diagnostics,
              edit: workspaceEdit(together.flatMap(({ edits }) => edits)),
            },
          ]
    const waiver = waiverFix(finding, this.services)
    return [
      ...fixes,
      ...everywhere,
      ...(waiver === undefined
        ? []
        : [{ title: waiver.title, kind: CodeActionKind.QuickFix, diagnostics, edit: workspaceEdit(waiver.edits) }]),
    ]
  }
}

/** Where an action was offered, to make its edits again. */
interface Chosen {
  readonly uri: string
  readonly range: Range
}

const resolvesEdits = ({ textDocument }: ClientCapabilities): boolean =>
  textDocument?.codeAction?.dataSupport === true &&
  textDocument.codeAction.resolveSupport?.properties.includes('edit') === true

/** Fixes are small and come at once; edits of whole files, or of many places, when they are asked for. */
const lazily = (action: CodeAction, { textDocument, range }: CodeActionParams): CodeAction => {
  if (action.kind === CodeActionKind.QuickFix && action.isPreferred === true) return action
  const { edit: _, ...rest } = action
  const chosen: Chosen = { uri: textDocument.uri, range }
  return { ...rest, data: chosen }
}

const fixAll = (findings: readonly Finding[]): CodeAction[] => {
  const fixes = combined(findings)
  if (fixes.length === 0) return []
  return [
    {
      title: 'Fix everything that has a safe fix',
      kind: fixAllKind,
      edit: workspaceEdit(fixes.flatMap(({ edits }) => edits)),
    },
  ]
}

/** The first safe fix of each finding, less those that would touch what another already changes. */
export const combined = (findings: readonly Finding[]): readonly Fix[] => {
  const taken: SourceEdit[] = []
  return findings.flatMap(({ fixes, waived }) => {
    const fix = waived === undefined ? fixes?.find(({ safe }) => safe) : undefined
    if (fix === undefined || fix.edits.some(edit => taken.some(other => clash(edit, other)))) return []
    taken.push(...fix.edits)
    return [fix]
  })
}

const clash = (a: SourceEdit, b: SourceEdit): boolean => a.range.uri === b.range.uri && overlaps(a.range, b.range)

const before = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character)
const overlaps = (a: Range, b: Range): boolean => !before(a.end, b.start) && !before(b.end, a.start)

const workspaceEdit = (edits: readonly SourceEdit[]): WorkspaceEdit => {
  const changes: Record<string, TextEdit[]> = {}
  for (const { range, text } of edits) {
    const list = changes[range.uri] ?? []
    list.push({ range: rangeOf(range), newText: text })
    changes[range.uri] = list
  }
  return { changes }
}
