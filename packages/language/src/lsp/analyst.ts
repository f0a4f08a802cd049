import type { Finding } from '@entitle/graph'
import { DocumentState } from 'langium'
import type { PolicyElement, Program } from '../resolve/program.ts'
import { type Analysis, analyze, type Rules } from '../workspace/analyze.ts'
import type { EntitleLspServices } from './lsp-services.ts'

/** Knows what the whole workspace says. Computed when first asked for after a change, then kept. */
export class Analyst {
  private readonly services: EntitleLspServices
  private readonly today: () => string
  private readonly rules: Rules | undefined
  private analysis: Analysis | undefined
  private byUri: ReadonlyMap<string, readonly Finding[]> | undefined

  constructor(services: EntitleLspServices, today: () => string, rules: Rules | undefined) {
    this.services = services
    this.today = today
    this.rules = rules
    const builder = services.shared.workspace.DocumentBuilder
    builder.onUpdate(() => this.forget())
    builder.onBuildPhase(DocumentState.IndexedReferences, () => this.forget())
  }

  get current(): Analysis {
    this.analysis ??= analyze(this.services.shared.workspace.LangiumDocuments.all.toArray(), this.services, {
      today: this.today(),
      ...(this.rules === undefined ? {} : { rules: this.rules }),
    })
    return this.analysis
  }

  get program(): Program {
    return this.current.program
  }

  get policies(): readonly PolicyElement[] {
    return this.program.catalogs.flatMap(catalog => catalog.packages.flatMap(({ policies }) => policies))
  }

  /** Findings whose place is in the file, by position. */
  findingsIn(uri: string): readonly Finding[] {
    this.byUri ??= Map.groupBy(this.current.findings, ({ place }) => (place.kind === 'source' ? place.range.uri : ''))
    return this.byUri.get(uri) ?? []
  }

  private forget(): void {
    this.analysis = undefined
    this.byUri = undefined
  }
}
