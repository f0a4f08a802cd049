import {
  type AstNode,
  AstUtils,
  type Cancellation,
  CstUtils,
  DefaultIndexManager,
  isReference,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  type ReferenceDescription,
  type Stream,
  stream,
  type URI,
  UriUtils,
} from 'langium'
import type { FactTable } from './fact-table.ts'
import { factsOf } from './facts.ts'
import { isSource } from './library.ts'
import { fileKey } from './linker.ts'
import type { Reliances } from './reliances.ts'
import type { SymbolServices, SymbolTable } from './symbol-table.ts'

/** Keeps what is known of each file in step with the index: an edit touches what its own file says, and nothing else. */
export class EntitleIndexManager extends DefaultIndexManager {
  private readonly symbols: SymbolTable
  private readonly facts: FactTable
  private readonly reliances: Reliances

  constructor(services: LangiumSharedCoreServices & SymbolServices) {
    super(services)
    this.symbols = services.workspace.SymbolTable
    this.facts = services.workspace.FactTable
    this.reliances = services.workspace.Reliances
  }

  override async updateContent(document: LangiumDocument, token?: Cancellation.CancellationToken): Promise<void> {
    await super.updateContent(document, token)
    const uri = document.uri.toString()
    this.symbols.set(uri, this.symbolIndex.get(uri) ?? [])
    this.facts.set(uri, isSource(document.uri) ? factsOf(document) : [])
    this.reliances.change([fileKey(uri)])
  }

  /** A file that is gone. (One that changed says what it said until it is read again.) */
  override remove(uri: URI): void {
    super.remove(uri)
    this.symbols.delete(uri.toString())
    this.facts.delete(uri.toString())
    this.reliances.change([fileKey(uri.toString())])
  }

  /** References keep no nodes, so there is nothing to renew. */
  override isAffected(): boolean {
    return false
  }

  /** References are followed when somebody asks, so there is nothing to keep. */
  override async updateReferences(): Promise<void> {}

  override findAllReferences(target: AstNode, path: string): Stream<ReferenceDescription> {
    const targetUri = AstUtils.getDocument(target).uri
    const name = 'name' in target ? String(target.name) : ''
    const found: ReferenceDescription[] = []
    for (const { uri: sourceUri, references } of this.documents.all)
      for (const reference of references) {
        if (!isReference(reference) || !reference.$refText.endsWith(name) || reference.ref !== target) continue
        const segment = reference.$refNode && CstUtils.toDocumentSegment(reference.$refNode)
        if (segment === undefined) continue
        const local = UriUtils.equals(sourceUri, targetUri)
        found.push({ sourceUri, sourcePath: '', targetUri, targetPath: path, segment, local })
      }
    return stream(found)
  }
}
