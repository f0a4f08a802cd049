import type { LangiumCoreServices, LangiumSharedCoreServices } from 'langium'
import type { SymbolServices } from './references/symbol-table.ts'

/** What Entitle adds to the services that all languages share. */
export type EntitleAddedSharedServices = SymbolServices

export type EntitleSharedServices = LangiumSharedCoreServices & EntitleAddedSharedServices

/** The services of the language itself; the language server adds its own on top. */
export type EntitleServices = Omit<LangiumCoreServices, 'shared'> & { readonly shared: EntitleSharedServices }
