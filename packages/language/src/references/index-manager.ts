import {
  type AstNode,
  AstUtils,
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
import { lineOf } from '../syntax/per-node.ts'
import type { FactTable } from './fact-table.ts'
import { factsOf } from './facts.ts'
import { isSource } from './library.ts'
import { nodesKey } from './linker.ts'
import type { Reliances } from './reliances.ts'
import { EntitleScopeComputation } from './scope-computation.ts'
import type { SymbolServices, SymbolTable } from './symbol-table.ts'
import { endKey, passagesKey, type Unit, unitsOf } from './units.ts'

/** Of which nodes the tables know, and where these stood. */
interface Indexed {
  readonly state: object
  readonly root: AstNode
  readonly line: number
}

/** Where the text of a file ends. */
const endOf = ({ textDocument }: LangiumDocument): string => {
  const { line, character } = textDocument.positionAt(Number.POSITIVE_INFINITY)
  return `${line}:${character}`
}

/** Keeps what is known of each file in step with the index: an edit touches what its own file says, and nothing else. */
export class EntitleIndexManager extends DefaultIndexManager {
  private readonly symbols: SymbolTable
  private readonly facts: FactTable
  private readonly reliances: Reliances
  private readonly units = new Map<string, ReadonlyMap<string, Indexed>>()
  private readonly ends = new Map<string, string>()

  constructor(services: LangiumSharedCoreServices & SymbolServices) {
    super(services)
    this.symbols = services.workspace.SymbolTable
    this.facts = services.workspace.FactTable
    this.reliances = services.workspace.Reliances
  }

  override async updateContent(document: LangiumDocument): Promise<void> {
    const uri = document.uri.toString()
    const before = this.units.get(uri) ?? new Map<string, Indexed>()
    const after = new Map<string, Indexed>()
    const changed = new Set<string>()
    for (const unit of unitsOf(document)) {
      const { key, state } = unit
      const root = unit.document.parseResult.value
      const known = before.get(key)
      const now = { state, root, line: lineOf(root) }
      after.set(key, now)
      if (known?.state === state && known.root === root && known.line === now.line) continue
      this.index(unit)
      changed.add(nodesKey(key))
      if (known === undefined) changed.add(passagesKey(uri))
    }
    for (const key of before.keys()) {
      if (after.has(key)) continue
      this.forget(key)
      changed.add(nodesKey(key)).add(passagesKey(uri))
    }
    const end = endOf(document)
    if (this.ends.get(uri) !== end) changed.add(endKey(uri))
    this.ends.set(uri, end)
    this.units.set(uri, after)
    this.reliances.change(changed)
  }

  /** A file that is gone. (One that changed says what it said until it is read again.) */
  override remove(uri: URI): void {
    super.remove(uri)
    const keys = [...(this.units.get(uri.toString())?.keys() ?? [uri.toString()])]
    for (const key of keys) this.forget(key)
    this.units.delete(uri.toString())
    this.ends.delete(uri.toString())
    this.reliances.change(keys.map(nodesKey))
  }

  private index(unit: Unit): void {
    const { key, document } = unit
    const { ScopeComputation } = this.serviceRegistry.getServices(document.uri).references
    const symbols = ScopeComputation instanceof EntitleScopeComputation ? ScopeComputation.symbolsIn(unit) : []
    this.symbolIndex.set(key, symbols)
    this.symbolByTypeIndex.clear(key)
    this.symbols.set(key, symbols)
    this.facts.set(key, isSource(document.uri) ? factsOf(document) : [])
  }

  private forget(unit: string): void {
    this.symbolIndex.delete(unit)
    this.symbolByTypeIndex.clear(unit)
    this.symbols.delete(unit)
    this.facts.delete(unit)
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
