import { DefaultDocumentBuilder } from 'langium'

/** Builds only files that changed: references keep no nodes, so no other file has to be linked anew. */
export class EntitleDocumentBuilder extends DefaultDocumentBuilder {
  protected override shouldRelink(): boolean {
    return false
  }
}
