import type { WorkspaceSymbolProvider } from 'langium/lsp'
import type { WorkspaceSymbol, WorkspaceSymbolParams } from 'vscode-languageserver'
import { isSource } from '../references/library.ts'
import type { EntitleSymbol } from '../references/symbol.ts'
import { holdsLetters } from './letters.ts'
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
          isSource(documentUri) && holdsLetters(query.includes('.') ? name : lastOf(name), query),
      )
      .flatMap(description => {
        const range = description.nameSegment?.range
        const container = (description as EntitleSymbol).keys?.[0]?.split('.').slice(0, -1).join('.') ?? ''
        return range === undefined
          ? []
          : [
              {
                name: lastOf(description.name),
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

const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1)
