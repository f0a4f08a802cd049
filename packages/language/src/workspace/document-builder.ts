import {
  type Cancellation,
  DefaultDocumentBuilder,
  type DocumentState,
  isOperationCancelled,
  type LangiumDocument,
} from 'langium'

/** Builds only files that changed: references keep no nodes, so no other file has to be linked anew. */
export class EntitleDocumentBuilder extends DefaultDocumentBuilder {
  protected override shouldRelink(): boolean {
    return false
  }

  /**
   * Who waits for a phase of a document is told when it is reached, also where the build is cancelled in that moment: the build that
   * takes over doesn't reach the phase once more, and the waiting would never end.
   */
  protected override async notifyDocumentPhase(
    document: LangiumDocument,
    state: DocumentState,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<void> {
    for (const listener of [...this.documentPhaseListeners.get(state)])
      try {
        await listener(document, cancelToken)
      } catch (error) {
        if (!isOperationCancelled(error)) throw error
      }
  }
}
