import {
  type Cancellation,
  DefaultIndexManager,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  type URI,
} from 'langium'
import type { SymbolServices, SymbolTable } from './symbol-table.ts'

/** Keeps the symbol table in step with the index: an edit touches the entries of its own file only. */
export class EntitleIndexManager extends DefaultIndexManager {
  private readonly symbols: SymbolTable

  constructor(services: LangiumSharedCoreServices & SymbolServices) {
    super(services)
    this.symbols = services.workspace.SymbolTable
  }

  override async updateContent(document: LangiumDocument, token?: Cancellation.CancellationToken): Promise<void> {
    await super.updateContent(document, token)
    const uri = document.uri.toString()
    this.symbols.set(uri, this.symbolIndex.get(uri) ?? [])
  }

  override removeContent(uri: URI): void {
    super.removeContent(uri)
    this.symbols.delete(uri.toString())
  }
}
