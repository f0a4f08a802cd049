import {
  DefaultWorkspaceManager,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  URI,
  type WorkspaceFolder,
} from 'langium'
import { standardsText, standardsUri } from './built-in.ts'

/** Loads the documents that come with Entitle before those of the workspace. */
export class EntitleWorkspaceManager extends DefaultWorkspaceManager {
  private readonly services: LangiumSharedCoreServices

  constructor(services: LangiumSharedCoreServices) {
    super(services)
    this.services = services
  }

  protected override async loadAdditionalDocuments(
    _folders: WorkspaceFolder[],
    collector: (document: LangiumDocument) => void,
  ): Promise<void> {
    collector(this.services.workspace.LangiumDocumentFactory.fromString(standardsText, URI.parse(standardsUri)))
  }
}
