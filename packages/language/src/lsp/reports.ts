import type { Finding } from '@entitle/graph'
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver'
import { isSource } from '../references/library.ts'
import type { Analyst } from './analyst.ts'
import { diagnosticOf } from './diagnostics.ts'
import { digest } from './digest.ts'
import type { EntitleLspServices } from './lsp-services.ts'

/** What a client is told of one file. */
export interface Report {
  /** Another one whenever the diagnostics are, the same in every process. */
  readonly id: string
  readonly diagnostics: readonly Diagnostic[]
}

/** A client that asks for diagnostics is not sent any besides. */
export const pulls = ({ textDocument }: ClientCapabilities): boolean => textDocument?.diagnostic !== undefined

/** The report of a file of which nothing is found. */
const clean: Report = { id: digest('[]'), diagnostics: [] }

/** The findings of each file as editors show them. A report is made again only when the findings of its file differ. */
export class Reports {
  private readonly services: EntitleLspServices
  private readonly analyst: Analyst
  private readonly known = new Map<string, { readonly findings: readonly Finding[]; readonly report: Report }>()

  constructor(services: EntitleLspServices) {
    this.services = services
    this.analyst = services.editor.Analyst // forgets on each change before whoever listens after it asks
  }

  /** Files of the workspace, and those that are gone but were reported on. */
  get uris(): ReadonlySet<string> {
    const { all } = this.services.shared.workspace.LangiumDocuments
    const uris = new Set(this.known.keys())
    for (const { uri } of all) if (isSource(uri)) uris.add(uri.toString())
    return uris
  }

  of(uri: string): Report {
    const findings = this.findingsIn(uri)
    const before = this.known.get(uri)
    if (before?.findings === findings) return before.report
    if (findings.length === 0) {
      this.known.delete(uri)
      return clean
    }
    const diagnostics = findings.map(diagnosticOf)
    const report = { id: digest(JSON.stringify(diagnostics)), diagnostics }
    this.known.set(uri, { findings, report })
    return report
  }

  private findingsIn(uri: string): readonly Finding[] {
    try {
      return this.analyst.findingsIn(uri)
    } catch (error) {
      this.services.editor.Log.error(
        `checking failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      )
      return []
    }
  }
}
