import type { Finding } from '@entitle/graph'
import { type AstNode, DocumentState, type LangiumDocument } from 'langium'
import { isPackage } from '../generated/ast.ts'
import { isSource } from '../references/library.ts'
import type { PackageElement, PolicyElement, Program } from '../resolve/program.ts'
import { type FileProgram, resolveFile } from '../resolve/resolve.ts'
import type { Analysis, Rules } from '../workspace/analyze.ts'
import { Analyzer, sourceFiles } from '../workspace/analyzer.ts'
import type { EntitleLspServices } from './lsp-services.ts'

/** Knows what the whole workspace says. Brought up to date when first asked after a change. */
export class Analyst {
  private readonly services: EntitleLspServices
  private readonly analyzer: Analyzer
  private stale = true

  constructor(services: EntitleLspServices, today: () => string, rules: Rules | undefined) {
    this.services = services
    this.analyzer = new Analyzer(services, { today, ...(rules === undefined ? {} : { rules }) })
    const forget = () => {
      this.stale = true
    }
    const builder = services.shared.workspace.DocumentBuilder
    builder.onUpdate(forget)
    builder.onBuildPhase(DocumentState.IndexedReferences, forget)
  }

  get current(): Analysis {
    return this.upToDate
  }

  get program(): Program {
    return this.upToDate.program
  }

  get policies(): readonly PolicyElement[] {
    return this.program.catalogs.flatMap(catalog => catalog.packages.flatMap(({ policies }) => policies))
  }

  /** The package that a node declares; undefined where it is none, or belongs to no catalog. */
  packageOf(node: AstNode): PackageElement | undefined {
    return isPackage(node) ? this.upToDate.elements.packageOf(node) : undefined
  }

  policyOf(node: AstNode): PolicyElement | undefined {
    return this.packageOf(node.$container ?? node)?.policies.find(policy => policy.node === node)
  }

  /** What a file declares. */
  declaredIn(document: LangiumDocument): FileProgram {
    return resolveFile(document, this.upToDate.elements)
  }

  /** Files of which something may be told, sorted. */
  get files(): readonly string[] {
    return this.upToDate.files
  }

  /** Findings whose place is in the file, by position. The same array as long as they are the same. */
  findingsIn(uri: string): readonly Finding[] {
    return this.upToDate.findingsIn(uri)
  }

  private get upToDate(): Analyzer {
    if (!this.stale) return this.analyzer
    const { all } = this.services.shared.workspace.LangiumDocuments
    const sources = all.filter(({ uri }) => isSource(uri)).toArray()
    this.analyzer.update(sources.flatMap(sourceFiles), sources)
    this.stale = false
    return this.analyzer
  }
}
