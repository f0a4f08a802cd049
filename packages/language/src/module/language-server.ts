import { type DeepPartial, inject, type Module } from 'langium'
import {
  createDefaultModule,
  createDefaultSharedModule,
  type DefaultSharedModuleContext,
  type LangiumServices,
  type LangiumSharedServices,
} from 'langium/lsp'
import { EntitleGeneratedModule, EntitleGeneratedSharedModule } from '../generated/module.ts'
import { Analyst } from '../lsp/analyst.ts'
import { EntitleCodeActionProvider } from '../lsp/code-actions.ts'
import { EntitleCodeLensProvider } from '../lsp/code-lens.ts'
import { EntitleCompletionProvider } from '../lsp/completion.ts'
import { EntitleDefinitionProvider } from '../lsp/definition.ts'
import type { AskNames } from '../lsp/directory-names.ts'
import { EntitleDocumentLinkProvider } from '../lsp/document-links.ts'
import { EntitleDocumentUpdateHandler } from '../lsp/document-updates.ts'
import { EntitleFoldingProvider } from '../lsp/folding.ts'
import { EntitleFormatter } from '../lsp/formatter.ts'
import { guard, type Log } from '../lsp/guard.ts'
import { EntitleHoverProvider } from '../lsp/hover.ts'
import { EntitleInlayHintProvider } from '../lsp/inlay-hints.ts'
import { EntitleLanguageServer } from '../lsp/language-server.ts'
import type { EditorServices, EntitleLspServices, EntitleSharedLspServices } from '../lsp/lsp-services.ts'
import { withOwnRules } from '../lsp/own-rule-book.ts'
import { EntitleHighlightProvider, EntitleReferencesProvider } from '../lsp/references.ts'
import { EntitleRenameProvider } from '../lsp/rename.ts'
import { Reports } from '../lsp/reports.ts'
import { type RuleBook, ruleBook } from '../lsp/rule-book.ts'
import { EntitleSemanticTokenProvider } from '../lsp/semantic-tokens.ts'
import { EntitleDocumentSymbolProvider } from '../lsp/symbols.ts'
import { EntitleWorkspaceSymbolProvider } from '../lsp/workspace-symbols.ts'
import { EntitleModule, entitleSharedModule, type Reading } from '../module.ts'
import type { Rules } from '../workspace/analyze.ts'

/** What the language server is handed from outside. */
export interface LanguageServerContext extends DefaultSharedModuleContext, Reading {
  readonly log: Log
  /** ISO date, in UTC. */
  readonly today: () => string
  readonly rules?: Rules
  readonly book?: RuleBook
  /** Asks for names of the tenant's directory; there are none without. */
  readonly names?: AskNames
}

/** So large files are read and looked at by passages, unless told otherwise. */
const largeFile = 100_000

const sharedModule = (log: Log): Module<EntitleSharedLspServices, DeepPartial<LangiumSharedServices>> => ({
  lsp: {
    DocumentUpdateHandler: services => new EntitleDocumentUpdateHandler(services),
    LanguageServer: services => new EntitleLanguageServer(services),
    WorkspaceSymbolProvider: services => guard('WorkspaceSymbols', log, new EntitleWorkspaceSymbolProvider(services)),
  },
})

const lspModule = (
  context: LanguageServerContext,
): Module<EntitleLspServices, DeepPartial<LangiumServices> & EditorServices> => {
  const { log, today, rules, book = ruleBook([]), names = async () => null } = context
  return {
    editor: {
      Analyst: services => new Analyst(services, today, rules),
      Directory: () => ({ names }),
      Log: () => log,
      Reports: services => new Reports(services),
      Rules: services => withOwnRules(book, services),
      Today: () => ({ now: today }),
    },
    validation: {
      // Findings are those of the whole workspace, see Analyst; a file by itself has none.
      DocumentValidator: () => ({ validateDocument: async () => [] }),
    },
    lsp: {
      CodeActionProvider: services => guard('CodeActions', log, new EntitleCodeActionProvider(services)),
      CodeLensProvider: services => guard('CodeLens', log, new EntitleCodeLensProvider(services)),
      CompletionProvider: services => guard('Completion', log, new EntitleCompletionProvider(services)),
      DefinitionProvider: services => guard('Definition', log, new EntitleDefinitionProvider(services)),
      DocumentHighlightProvider: services => guard('Highlight', log, new EntitleHighlightProvider(services)),
      DocumentLinkProvider: () => guard('DocumentLinks', log, new EntitleDocumentLinkProvider()),
      DocumentSymbolProvider: () => guard('DocumentSymbols', log, new EntitleDocumentSymbolProvider()),
      FoldingRangeProvider: () => guard('Folding', log, new EntitleFoldingProvider()),
      Formatter: services => guard('Formatter', log, new EntitleFormatter(services)),
      HoverProvider: services => guard('Hover', log, new EntitleHoverProvider(services)),
      InlayHintProvider: services => guard('InlayHints', log, new EntitleInlayHintProvider(services)),
      ReferencesProvider: services => guard('References', log, new EntitleReferencesProvider(services)),
      RenameProvider: services => guard('Rename', log, new EntitleRenameProvider(services)),
      SemanticTokenProvider: services =>
        guard('SemanticTokens', log, new EntitleSemanticTokenProvider(services.shared.workspace.TextDocuments)),
    },
  }
}

/** The language with its language server's features, wired to what the context hands in. */
export const createEntitleLanguageServer = (
  context: LanguageServerContext,
): { readonly shared: EntitleSharedLspServices; readonly entitle: EntitleLspServices } => {
  const shared = inject(
    createDefaultSharedModule(context),
    EntitleGeneratedSharedModule,
    entitleSharedModule({ cutFrom: context.cutFrom ?? largeFile }),
    sharedModule(context.log),
  )
  const entitle = inject(createDefaultModule({ shared }), EntitleGeneratedModule, EntitleModule, lspModule(context))
  shared.ServiceRegistry.register(entitle)
  if (context.connection === undefined) shared.workspace.ConfigurationProvider.initialized({})
  shared.workspace.WorkspaceManager.initialBuildOptions = { validation: true }
  return { shared, entitle }
}
