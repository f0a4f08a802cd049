import type { LangiumServices, LangiumSharedServices } from 'langium/lsp'
import type { EntitleAddedSharedServices } from '../services.ts'
import type { Analyst } from './analyst.ts'
import type { AskNames } from './directory-names.ts'
import type { Log } from './guard.ts'
import type { Reports } from './reports.ts'
import type { RuleBook } from './rule-book.ts'

/** What the editor's features share. */
export interface EditorServices {
  readonly editor: {
    readonly Analyst: Analyst
    /** Asks for names of the tenant's directory. */
    readonly Directory: { readonly names: AskNames }
    readonly Log: Log
    readonly Reports: Reports
    readonly Rules: RuleBook
    /** ISO date, in UTC. */
    readonly Today: { readonly now: () => string }
  }
}

export type EntitleSharedLspServices = LangiumSharedServices & EntitleAddedSharedServices

/** The language's services with those of its language server. */
export type EntitleLspServices = Omit<LangiumServices, 'shared'> &
  EditorServices & { readonly shared: EntitleSharedLspServices }
