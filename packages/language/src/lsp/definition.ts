import { AstUtils, type LangiumDocument } from 'langium'
import type { DefinitionProvider } from 'langium/lsp'
import type { DefinitionParams, LocationLink } from 'vscode-languageserver'
import type { EntitleLspServices } from './lsp-services.ts'
import { nameAt, ownName } from './names.ts'

/** From a name to its declaration; on a segment of `catalog.package`, to what that segment means. */
export class EntitleDefinitionProvider implements DefinitionProvider {
  private readonly services: EntitleLspServices

  constructor(services: EntitleLspServices) {
    this.services = services
  }

  getDefinition(document: LangiumDocument, params: DefinitionParams): LocationLink[] | undefined {
    const name = nameAt(document, document.textDocument.offsetAt(params.position), this.services)
    const whole = name?.declaration.$cstNode?.range
    if (name === undefined || whole === undefined) return undefined
    return [
      {
        originSelectionRange: name.range,
        targetUri: AstUtils.getDocument(name.declaration).uri.toString(),
        targetRange: whole,
        targetSelectionRange: ownName(name.declaration)?.range ?? whole,
      },
    ]
  }
}
