import type { WorkspaceSymbolProvider } from 'langium/lsp'
import type { WorkspaceSymbol, WorkspaceSymbolParams } from 'vscode-languageserver'
import { libraryScheme } from '../references/library.ts'
import type { EntitleSymbol } from '../references/symbol.ts'
import type { EntitleSharedLspServices } from './lsp-services.ts'
import { symbolKindOf } from './symbols.ts'

/** More than anyone reads; a longer query finds the rest. */
const most = 500

/** Declarations of the workspace by name. */
export class EntitleWorkspaceSymbolProvider implements WorkspaceSymbolProvider {
  private readonly shared: EntitleSharedLspServices

  constructor(shared: EntitleSharedLspServices) {
    this.shared = shared
  }

  getSymbols({ query }: WorkspaceSymbolParams): WorkspaceSymbol[] {
    return this.shared.workspace.IndexManager.allElements()
      .filter(
        ({ documentUri, name }) =>
          documentUri.scheme !== libraryScheme && this.shared.lsp.FuzzyMatcher.match(query, name),
      )
      .flatMap(description => {
        const range = description.nameSegment?.range
        const container = (description as EntitleSymbol).keys?.[0]?.split('.').slice(0, -1).join('.') ?? ''
        return range === undefined
          ? []
          : [
              {
                name: description.name.slice(description.name.lastIndexOf('.') + 1),
                kind: symbolKindOf(description.type),
                location: { uri: description.documentUri.toString(), range },
                ...(container === '' ? {} : { containerName: container }),
              },
            ]
      })
      .limit(most)
      .toArray()
  }
}
