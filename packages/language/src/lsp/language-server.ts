import { DefaultLanguageServer } from 'langium/lsp'
import type { InitializeParams, InitializeResult } from 'vscode-languageserver'
import { codeActionKinds } from './code-actions.ts'
import { pulls } from './reports.ts'

/** Says what the server can do, beyond what Langium knows of. */
export class EntitleLanguageServer extends DefaultLanguageServer {
  protected override buildInitializeResult(params: InitializeParams): InitializeResult {
    const result = super.buildInitializeResult(params)
    return {
      ...result,
      serverInfo: { name: 'Entitle' },
      capabilities: {
        ...result.capabilities,
        completionProvider: { ...result.capabilities.completionProvider, resolveProvider: true },
        codeActionProvider: { codeActionKinds, resolveProvider: true },
        documentRangeFormattingProvider: { rangesSupport: true },
        selectionRangeProvider: true,
        ...(pulls(params.capabilities)
          ? { diagnosticProvider: { identifier: 'entitle', interFileDependencies: true, workspaceDiagnostics: true } }
          : {}),
      },
    }
  }
}
