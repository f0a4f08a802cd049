import type { AstNode, LangiumDocument } from 'langium'
import { type ClientCapabilities, type CodeAction, CodeActionKind, type TextEdit } from 'vscode-languageserver'
import type { EntitleLspServices } from '../lsp-services.ts'

/** Where a refactoring is asked for. */
export interface Selection {
  readonly document: LangiumDocument
  /** The innermost node where the selection begins, and the ones around it, from the inside outwards. */
  readonly nodes: readonly AstNode[]
  readonly start: number
  readonly end: number
  readonly services: EntitleLspServices
  readonly client: ClientCapabilities
}

/** Offers what fits the selection; nothing where it doesn't. */
export type Refactoring = (selection: Selection) => readonly CodeAction[]

export const refactoringKinds = [
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorMove,
  CodeActionKind.RefactorRewrite,
] as const

/** Edits of files, by their URI. */
export type Changes = Record<string, TextEdit[]>

export const addTo = (changes: Changes, { uri }: LangiumDocument, ...edits: readonly TextEdit[]): void => {
  const key = uri.toString()
  changes[key] = [...(changes[key] ?? []), ...edits]
}
