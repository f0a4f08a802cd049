import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  type DeepPartial,
  type DefaultSharedCoreModuleContext,
  inject,
  type LangiumCoreServices,
  type LangiumDefaultSharedCoreServices,
  type Module,
} from 'langium'
import { EntitleGeneratedModule, EntitleGeneratedSharedModule } from './generated/module.ts'
import { FactTable } from './references/fact-table.ts'
import { EntitleIndexManager } from './references/index-manager.ts'
import { EntitleLinker } from './references/linker.ts'
import { Reliances } from './references/reliances.ts'
import { EntitleScopeComputation } from './references/scope-computation.ts'
import { EntitleScopeProvider } from './references/scope-provider.ts'
import { SymbolTable } from './references/symbol-table.ts'
import type { EntitleAddedSharedServices, EntitleServices, EntitleSharedServices } from './services.ts'
import { RepairingLexer } from './syntax/repairing-lexer.ts'
import { createRepairingParser } from './syntax/repairing-parser.ts'
import { SoftWordTokenBuilder } from './syntax/token-builder.ts'
import { EntitleValueConverter } from './syntax/value-converter.ts'
import { EntitleDocumentBuilder } from './workspace/document-builder.ts'
import { PassageDocumentFactory } from './workspace/document-factory.ts'
import { EntitleWorkspaceManager } from './workspace/workspace-manager.ts'

/** How files are read. */
export interface Reading {
  /** From how many characters on a file is read and looked at by passages: worth it where files are edited. */
  readonly cutFrom?: number
}

/** Entitle's own shared services, over Langium's defaults (with or without its language server). */
export const entitleSharedModule = ({
  cutFrom,
}: Reading): Module<
  EntitleSharedServices,
  EntitleAddedSharedServices & DeepPartial<LangiumDefaultSharedCoreServices>
> => ({
  workspace: {
    LangiumDocumentFactory: services => new PassageDocumentFactory(services, cutFrom),
    Reliances: () => new Reliances(),
    SymbolTable: services => new SymbolTable(services.workspace.Reliances),
    FactTable: services => new FactTable(services.workspace.Reliances),
    DocumentBuilder: services => new EntitleDocumentBuilder(services),
    IndexManager: services => new EntitleIndexManager(services),
    WorkspaceManager: services => new EntitleWorkspaceManager(services),
  },
})

/** Entitle's own services of the language, over Langium's defaults. */
export const EntitleModule: Module<EntitleServices, DeepPartial<LangiumCoreServices>> = {
  parser: {
    TokenBuilder: () => new SoftWordTokenBuilder(),
    Lexer: services => new RepairingLexer(services),
    LangiumParser: services => createRepairingParser(services),
    ValueConverter: () => new EntitleValueConverter(),
  },
  references: {
    Linker: services => new EntitleLinker(services),
    ScopeComputation: services => new EntitleScopeComputation(services),
    ScopeProvider: services => new EntitleScopeProvider(services.shared),
  },
}

/**
 * The language without its language server: what the command line, tests and other tools need.
 * For no file system at all pass `EmptyFileSystem`.
 */
export const createEntitleServices = (
  context: DefaultSharedCoreModuleContext & Reading,
): { readonly shared: EntitleSharedServices; readonly entitle: EntitleServices } => {
  const shared = inject(
    createDefaultSharedCoreModule(context),
    EntitleGeneratedSharedModule,
    entitleSharedModule(context),
  )
  const entitle = inject(createDefaultCoreModule({ shared }), EntitleGeneratedModule, EntitleModule)
  shared.ServiceRegistry.register(entitle)
  shared.workspace.ConfigurationProvider.initialized({})
  return { shared, entitle }
}
